package perennial.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.value.VersionedValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a table with two rows, of which an open transaction has changed one, when the server is killed, and added one. */
class TornWritesTest {
    @TempDir
    private Path directory;

    @Test
    void a_row_of_which_no_log_was_saved_is_undone_with_all_that_was_changed_with_it() throws Exception {
        killWhileWriting(true);
        assertThat(undone()).isPositive();
        try (Connection connection = left();
                Statement statement = connection.createStatement()) {
            assertThat(rows(statement)).isEqualTo("1 before, 2 before");
            assertThat(statement.executeUpdate("delete from kept")).isEqualTo(2);
            assertThat(statement.executeUpdate("insert into kept values (1, 3, 'after')"))
                    .isEqualTo(1);
        }
    }

    /** What H2 makes of it by itself; where this fails, the mending may be needed no more. */
    @Test
    void without_that_the_next_transaction_takes_it_for_its_own_and_fails_at_it() throws Exception {
        killWhileWriting(true);
        try (Connection connection = left();
                Statement statement = connection.createStatement()) {
            assertThat(rows(statement)).contains("3 meanwhile");
            assertThatThrownBy(() -> statement.executeUpdate("delete from kept"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void where_the_log_was_saved_nothing_is_left_to_undo() throws Exception {
        killWhileWriting(false);
        assertThat(undone()).isZero();
        try (Connection connection = left();
                Statement statement = connection.createStatement()) {
            assertThat(rows(statement)).isEqualTo("1 before, 2 before");
        }
    }

    /** @param torn whether rows are saved, and neither the new one's entry in the index nor the log */
    private void killWhileWriting(boolean torn) throws Exception {
        EmbeddedDatabase database = new EmbeddedDatabase(Optional.of(url("kept")), Optional.empty(), Optional.empty());
        Connection open = DriverManager.getConnection(url("kept"));
        Statement statement = open.createStatement();
        statement.execute("create table kept (shop int, id int, words varchar, primary key (shop, id))");
        statement.execute("insert into kept values (1, 1, 'before'), (1, 2, 'before')");
        open.setAutoCommit(false);
        statement.execute("insert into kept values (1, 3, 'meanwhile')");
        statement.execute("update kept set words = 'meanwhile' where id = 2");
        database.act(store -> {
            if (torn) {
                tear(store);
            }
            store.commit();
            store.executeFilestoreOperation(() -> {});
        });
        Files.copy(directory.resolve("kept.mv.db"), directory.resolve("left.mv.db"));
        statement.execute("shutdown immediately");
    }

    private static void tear(MVStore store) {
        for (String name : store.getMapNames()) {
            MVMap<Object, Object> map = store.openMap(name);
            if (name.startsWith("undoLog")) {
                map.clear();
            } else if (name.startsWith("index.")) {
                List<Object> added = new ArrayList<>();
                for (Cursor<Object, Object> all = map.cursor(null); all.hasNext(); ) {
                    Object key = all.next();
                    if (all.getValue() instanceof VersionedValue<?> value && value.getCommittedValue() == null) {
                        added.add(key);
                    }
                }
                added.forEach(map::remove);
            }
        }
    }

    private int undone() throws SQLException {
        int[] undone = new int[1];
        new EmbeddedDatabase(Optional.of(url("left")), Optional.empty(), Optional.empty())
                .act(store -> undone[0] = new TornWrites(store).undo());
        return undone[0];
    }

    private static String rows(Statement statement) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (ResultSet row = statement.executeQuery("select id, words from kept order by id")) {
            while (row.next()) {
                rows.append(rows.isEmpty() ? "" : ", ")
                        .append(row.getInt(1))
                        .append(' ')
                        .append(row.getString(2));
            }
        }
        return rows.toString();
    }

    private Connection left() throws SQLException {
        return DriverManager.getConnection(url("left"));
    }

    private String url(String name) {
        return "jdbc:h2:" + directory.resolve(name) + ";LOCK_TIMEOUT=1";
    }
}
