package perennial.storage.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes what the tables hold, each as an entry of a backup, as of the instant of the connection's transaction. */
final class Contents {
    private static final int FETCHED = 1000;

    private final Connection connection;
    private final ZipOutputStream zip;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    Contents(Connection connection, ZipOutputStream zip) {
        this.connection = connection;
        this.zip = zip;
    }

    /** Rows by table, for the end of the backup to tell. */
    Map<String, Long> counts() {
        return counts;
    }

    void write(Tables.Table table) throws SQLException {
        String columns = table.columns().stream().map(Tables.Column::name).collect(Collectors.joining(", "));
        try (Statement select = connection.createStatement()) {
            select.setFetchSize(FETCHED);
            zip.putNextEntry(new ZipEntry(Layout.TABLES + table.name()));
            Writer text = new BufferedWriter(new OutputStreamWriter(zip, UTF_8));
            text.write(Fields.line(
                            table.columns().stream().map(Tables.Column::name).toList())
                    + "\n");
            try (ResultSet row = select.executeQuery("select " + columns + " from " + table.name())) {
                counts.put(table.name(), write(row, table, text));
            }
            text.flush();
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException("the backup can't be written on", e);
        }
    }

    private static long write(ResultSet row, Tables.Table table, Writer text) throws SQLException, IOException {
        long count = 0;
        List<@Nullable String> fields = new ArrayList<>(table.columns().size());
        while (row.next()) {
            fields.clear();
            for (int i = 0; i < table.columns().size(); i++) {
                fields.add(table.columns().get(i).form().write(row, i + 1));
            }
            text.write(Fields.line(fields) + "\n");
            count++;
        }
        return count;
    }
}
