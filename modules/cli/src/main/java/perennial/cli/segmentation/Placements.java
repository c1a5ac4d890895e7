package perennial.cli.segmentation;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import perennial.analytics.clustering.Assignment;

/**
 * The segment of each row of a file, numbered from 1 as {@code segment fit} lists them.
 *
 * @param id what the names of the rows are called
 */
public record Placements(FeatureTable table, Assignment assignment, String id) {

    /** A row per customer: its name and the number of its segment. */
    public void writeCsv(Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(id, "segment");
        for (int row = 0; row < assignment.rows(); row++) {
            csv.writeRecord(table.names().get(row), Integer.toString(assignment.of(row) + 1));
        }
        csv.flush();
    }

    /** As {@code {sizes, customers: [{id, segment}]}}. */
    public void writeJson(Writer out) throws IOException {
        JsonGenerator json = Json.createGenerator(out);
        json.writeStartObject().writeStartArray("sizes");
        for (int size : assignment.sizes()) {
            json.write(size);
        }
        json.writeEnd().writeStartArray("customers");
        for (int row = 0; row < assignment.rows(); row++) {
            json.writeStartObject()
                    .write("id", table.names().get(row))
                    .write("segment", assignment.of(row) + 1)
                    .writeEnd();
        }
        json.writeEnd().writeEnd().flush();
        out.write(System.lineSeparator());
        out.flush();
    }
}
