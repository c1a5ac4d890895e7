package perennial.storage.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.kernel.InvalidInputException;
import perennial.migrations.Databases;
import perennial.storage.KeptFiles;

class BackupTest {
    private static final List<String> ROWS = List.of(
            "insert into customer values ('C\t1\n', '2026-01-02T03:04:05.678901Z', null)",
            "insert into customer values ('\\N', null, null)",
            "insert into purchase values (7, '\\N', 'A', '2026-01-02T03:04:05Z', '', null, 'DE', '德国')",
            "insert into purchase_line values (7, -9223372036854775808, 'TEE', 2, 12.3400, 2468)",
            "insert into customer_event values ('\\N', 'e', '2026-01-02T03:04:05Z', 'view', 'TEE', 0.1)",
            "insert into cost values (date '2026-01-01', date '2026-02-01', 'marketing', '', 100)",
            "insert into feature_row (run_id, customer_id, orders, favourite_products, cart, "
                    + "recent_cart_pieces) values (1, 'C', 3, array['a', '', 'tab\tin'], "
                    + "cast(array[] as varchar array), cast(array[1.5, 0.1] as double precision array))",
            "insert into mapping values ('m', 'orders', 'kind: orders\nzone: UTC\n')",
            "insert into decision (run_id, customer_id, decided_at, kind, action, rules, caps, reason_en, reason_zh) "
                    + "values (1, 'C', '2026-01-02T03:04:05Z', 'k', '{}', '[]', '[]', 'why', '为何')");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void every_kind_of_value_comes_back_from_either_database_in_either(Databases from) throws Exception {
        DataSource source = filled(from);
        Path backup = backup(source, "a.zip");
        for (Databases to : Databases.values()) {
            DataSource target = to.fresh();
            execute(target, "insert into customer values ('gone afterwards', null, null)");

            restore(backup, target);

            Path again = backup(target, to + ".zip");
            assertThat(entries(again)).isEqualTo(entries(backup));
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbers_go_on_after_those_that_were_given(Databases database) throws Exception {
        DataSource source = filled(database);
        execute(source, "select nextval('run_id')");
        execute(source, "select nextval('run_id')");
        DataSource target = database.fresh();

        restore(backup(source, "a.zip"), target);

        assertThat(number(target, "select nextval('run_id')")).isGreaterThan(2);
        execute(target, ROWS.get(ROWS.size() - 1));
        assertThat(number(target, "select count(distinct id) from decision")).isEqualTo(2);
    }

    @Test
    void files_that_are_kept_beside_the_database_come_along_and_those_under_way_do_not() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("from/inbox"));
        Files.writeString(folder.resolve("waits"), "id,at\n");
        Files.writeString(folder.resolve("comes.part"), "id,");
        Path backup = directory.resolve("a.zip");
        try (OutputStream to = Files.newOutputStream(backup)) {
            new BackupWriter(filled(Databases.H2), List.of(inbox(folder))).write(to);
        }
        Path other = directory.resolve("to/inbox");

        new BackupReader(Databases.H2.fresh(), List.of(inbox(other))).replace(backup);

        assertThat(other).isDirectoryContaining("glob:**/waits").isDirectoryNotContaining("glob:**.part");
        assertThat(other.resolve("waits")).hasContent("id,at\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a letter", ""})
    void what_is_no_backup_is_refused(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("letter"), content);
        assertThatThrownBy(() -> restore(file, Databases.H2.fresh()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no backup of Perennial");
    }

    @Test
    void a_backup_that_was_cut_is_refused() throws Exception {
        byte[] whole = Files.readAllBytes(backup(filled(Databases.H2), "a.zip"));
        DataSource target = Databases.H2.fresh();
        for (int length = 0; length < whole.length; length += 499) {
            Path cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> restore(cut, target))
                    .as("cut at " + length)
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void a_backup_that_was_changed_is_refused_unless_no_row_is_touched() throws Exception {
        Path backup = backup(filled(Databases.H2), "a.zip");
        Map<String, String> undamaged = entries(backup);
        byte[] whole = Files.readAllBytes(backup);
        DataSource target = Databases.H2.fresh();
        int refused = 0;
        for (int at = 0; at < whole.length; at += 211) {
            byte[] changed = whole.clone();
            changed[at] ^= 4;
            Path damaged = Files.write(directory.resolve("damaged"), changed);
            try {
                restore(damaged, target);
                // the time of an entry, which says nothing, may be any
                assertThat(entries(backup(target, "after.zip")))
                        .as("a bit of byte " + at)
                        .isEqualTo(undamaged);
            } catch (InvalidInputException damage) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void a_backup_of_a_newer_schema_is_refused_with_both_versions() throws Exception {
        Path newer = changed(
                backup(filled(Databases.H2), "a.zip"),
                Layout.HEAD,
                text -> text.replaceAll("schema\t[0-9]+", "schema\t9999"));
        assertThatThrownBy(() -> restore(newer, Databases.H2.fresh()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("version 9999");
    }

    @ParameterizedTest
    @EnumSource
    void a_restore_that_breaks_leaves_everything_as_it_was(Databases database) throws Exception {
        Path doubled = changed(
                changed(
                        backup(filled(Databases.H2), "a.zip"),
                        "tables/mapping",
                        text -> text + text.lines().skip(1).findFirst().orElseThrow() + "\n"),
                Layout.END,
                text -> text.replace("mapping\t1", "mapping\t2"));
        DataSource target = database.fresh();
        execute(target, "insert into customer values ('stays', null, null)");
        Map<String, String> before = entries(backup(target, "before.zip"));

        assertThatThrownBy(() -> restore(doubled, target)).isInstanceOf(IllegalStateException.class);

        assertThat(entries(backup(target, "after.zip"))).isEqualTo(before);
    }

    private static DataSource filled(Databases database) {
        DataSource source = database.fresh();
        ROWS.forEach(row -> execute(source, row));
        return source;
    }

    private static KeptFiles inbox(Path folder) {
        return new KeptFiles() {
            @Override
            public String name() {
                return "inbox";
            }

            @Override
            public Optional<Path> folder() {
                return Optional.of(folder);
            }

            @Override
            public boolean keeps(String file) {
                return !file.endsWith(".part");
            }
        };
    }

    private Path backup(DataSource database, String name) throws IOException {
        Path file = directory.resolve(name);
        try (OutputStream to = Files.newOutputStream(file)) {
            new BackupWriter(database, List.of()).write(to);
        }
        return file;
    }

    /** As the server does it: in one transaction, that an exception undoes. */
    private static void restore(Path backup, DataSource database) {
        new BackupReader(database, List.of()).prepare(backup);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean isDone = false;
            try {
                new BackupReader(OneConnection.of(connection), List.of()).replace(backup);
                isDone = true;
            } finally {
                if (isDone) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The entries' texts but for the counters, which differ where nothing was counted before. */
    private static Map<String, String> entries(Path backup) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
                entries.put(entry.getName(), text.replaceAll("counter\t.*\n", ""));
            }
        }
        return entries;
    }

    private Path changed(Path backup, String name, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(backup.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : zip.stream().toList()) {
                String text = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write((entry.getName().equals(name) ? change.apply(text) : text).getBytes(UTF_8));
                out.closeEntry();
            }
        }
        return Files.write(directory.resolve("changed-" + name.replace('/', '-')), bytes.toByteArray());
    }

    private static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static long number(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
