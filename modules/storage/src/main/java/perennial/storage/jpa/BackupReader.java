package perennial.storage.jpa;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.storage.KeptFiles;

/** Puts a backup in the place of all rows. */
public record BackupReader(DataSource database, List<KeptFiles> kept) {
    private static final int TOGETHER = 1000;

    /** What comes first, without a transaction: refuses what can't be restored, and lets the counters go on. */
    public void prepare(Path path) {
        try (BackupFile backup = BackupFile.open(path);
                Connection connection = database.getConnection()) {
            checkSchema(connection, backup.schema());
            Counters.raise(connection, backup.counters());
        } catch (SQLException e) {
            throw new IllegalStateException("the backup could not be put in place", e);
        } catch (IOException | UncheckedIOException e) { // the list of entries can be damaged where they are whole
            throw BackupFile.damaged(String.valueOf(e.getMessage()));
        }
    }

    /** In the caller's transaction. */
    public void replace(Path path) {
        try (BackupFile backup = BackupFile.open(path);
                Connection connection = database.getConnection()) {
            putFiles(backup);
            replace(connection, backup);
        } catch (SQLException e) {
            throw new IllegalStateException("the backup could not be put in place", e);
        } catch (IOException | UncheckedIOException e) { // the list of entries can be damaged where they are whole
            throw BackupFile.damaged(String.valueOf(e.getMessage()));
        }
    }

    private static void checkSchema(Connection connection, String schema) throws SQLException {
        String here = Tables.schemaVersion(connection);
        if (!schema.equals(here)) {
            throw new InvalidInputException(
                    "backup",
                    schema,
                    new Words(
                            "its tables are of version " + schema + ", and those here of version " + here,
                            "备份中的表为版本 " + schema + "，此处为版本 " + here),
                    new Words(
                            "restore it with the version of Perennial that made it, then bring that up to date",
                            "请用生成它的 Perennial 版本恢复，然后再升级"));
        }
    }

    /** Before their rows: a file without a row is swept away, and a row without its file could not be read. */
    private void putFiles(BackupFile backup) throws IOException {
        for (KeptFolder folder : KeptFolder.of(kept)) {
            for (String entry : backup.files()) {
                Optional<String> file = folder.file(entry);
                if (file.isPresent()) {
                    try (InputStream content = backup.file(entry)) {
                        folder.put(file.get(), content);
                    }
                }
            }
        }
    }

    private static void replace(Connection connection, BackupFile backup) throws SQLException, IOException {
        List<Tables.Table> tables = new ArrayList<>(Tables.of(connection));
        Collections.reverse(tables);
        for (Tables.Table table : tables) {
            try (Statement delete = connection.createStatement()) {
                delete.executeUpdate("delete from " + table.name());
            }
        }
        Collections.reverse(tables);
        for (Tables.Table table : tables) {
            try (BufferedReader lines = backup.table(table.name())) {
                fill(connection, table, lines);
            }
        }
    }

    private static void fill(Connection connection, Tables.Table table, BufferedReader lines)
            throws SQLException, IOException {
        List<Tables.Column> columns =
                columns(table, Optional.ofNullable(lines.readLine()).orElse(""));
        String names = columns.stream().map(Tables.Column::name).collect(Collectors.joining(", "));
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        String sql = "insert into " + table.name() + " (" + names + ") values (" + places + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                fill(insert, columns, Fields.of(line));
                insert.addBatch();
                waiting++;
                if (waiting % TOGETHER == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static List<Tables.Column> columns(Tables.Table table, String names) {
        List<Tables.Column> columns = new ArrayList<>();
        for (String name : Fields.of(names).stream().map(String::valueOf).toList()) {
            columns.add(table.columns().stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInputException(
                            "backup",
                            name,
                            new Words(
                                    "the table " + table.name() + " has no such column", "表 " + table.name() + " 没有该列"),
                            new Words("give another backup", "请换用另一个备份"))));
        }
        return columns;
    }

    private static void fill(PreparedStatement insert, List<Tables.Column> columns, List<@Nullable String> fields)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            String text = fields.get(i);
            if (text == null) {
                insert.setNull(i + 1, Types.NULL);
            } else {
                columns.get(i).form().fill(insert, i + 1, text);
            }
        }
    }
}
