package perennial.storage.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import perennial.storage.KeptFiles;

/** Writes a backup of a database in use, with the files that belong to it. */
public record BackupWriter(DataSource database, List<KeptFiles> kept) {

    public void write(OutputStream to) {
        try (OpenFiles files = new OpenFiles();
                Connection connection = database.getConnection()) {
            // Before the tables, since a file goes when its rows are in; and after, since it comes before its row.
            files.open(KeptFolder.of(kept));
            int usual = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Dialect.of(connection).snapshot());
            try {
                write(connection, files, to);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(usual);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tables could not be read for a backup", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the backup could not be written", e);
        }
    }

    private void write(Connection connection, OpenFiles files, OutputStream to) throws SQLException, IOException {
        ZipOutputStream zip = new ZipOutputStream(new LeftOpen(to));
        String schema = Tables.schemaVersion(connection);
        files.open(KeptFolder.of(kept));
        StringBuilder head = new StringBuilder();
        head.append(Fields.line(List.of("format", Layout.FORMAT))).append('\n');
        head.append(Fields.line(List.of("schema", schema))).append('\n');
        Tables.counters(connection)
                .forEach((name, next) -> head.append(Fields.line(List.of("counter", name, Long.toString(next))))
                        .append('\n'));
        entry(zip, Layout.HEAD, head.toString());
        Contents contents = new Contents(connection, zip);
        for (Tables.Table table : Tables.of(connection)) {
            contents.write(table);
        }
        files.write(zip);
        StringBuilder end = new StringBuilder();
        contents.counts()
                .forEach((table, count) -> end.append(Fields.line(List.of(table, Long.toString(count))))
                        .append('\n'));
        entry(zip, Layout.END, end.toString());
        zip.finish();
        zip.flush();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }

    /** The stream belongs to who asked. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream to) {
            super(to);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Files held open, so that they can be read to their end even if they are deleted meanwhile. */
    private static final class OpenFiles implements AutoCloseable {
        private final Map<String, InputStream> open = new LinkedHashMap<>();

        void open(List<KeptFolder> folders) throws IOException {
            for (KeptFolder folder : folders) {
                for (Path file : folder.files()) {
                    String name = folder.entry(file);
                    if (!open.containsKey(name)) {
                        open.put(name, Files.newInputStream(file));
                    }
                }
            }
        }

        void write(ZipOutputStream zip) throws IOException {
            for (Map.Entry<String, InputStream> file : open.entrySet()) {
                zip.putNextEntry(new ZipEntry(Layout.FILES + file.getKey()));
                file.getValue().transferTo(zip);
                zip.closeEntry();
            }
        }

        @Override
        public void close() throws IOException {
            for (InputStream file : open.values()) {
                file.close();
            }
        }
    }
}
