package perennial.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Reads the files of a simulated shop as any other program would. */
final class ShopReader {
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":(?:\"([^\"]*)\"|(\\d+))");

    private ShopReader() {}

    static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(opened(file), UTF_8))) {
            return reader.lines().toList();
        }
    }

    static List<Row> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(opened(file))) {
            return rows.stream().map(row -> new Row(row.getFieldsAsMap())).toList();
        }
    }

    /** Lines of JSON without nesting and escapes, which the shop's own words never need. */
    static List<Row> objects(Path file) throws IOException {
        return lines(file).stream().map(ShopReader::object).toList();
    }

    private static Row object(String line) {
        Map<String, String> fields = new HashMap<>();
        for (Matcher matcher = FIELD.matcher(line); matcher.find(); ) {
            fields.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        }
        return new Row(fields);
    }

    private static InputStream opened(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    record Row(Map<String, String> fields) {
        Set<String> names() {
            return fields.keySet();
        }

        String text(String field) {
            String value = fields.get(field);
            if (value == null) {
                throw new AssertionError("no field " + field + " in " + fields);
            }
            return value;
        }

        boolean is(String field, String value) {
            return text(field).equals(value);
        }

        double number(String field) {
            return Double.parseDouble(text(field));
        }

        int whole(String field) {
            return Integer.parseInt(text(field));
        }

        String customer() {
            return text("customer_id");
        }

        Instant at() {
            return Instant.parse(text("at"));
        }
    }
}
