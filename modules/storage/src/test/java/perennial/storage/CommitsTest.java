package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Random;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import perennial.storage.jpa.EmbeddedDatabase;

class CommitsTest {
    @TempDir
    private Path directory;

    /**
     * H2's own {@code checkpoint sync} fails this: what its threads are about to write is nothing unsaved to it, so it
     * returns at once.
     */
    @Test
    void what_is_settled_outlives_the_end_of_the_process_right_after() throws Exception {
        JdbcDataSource database = at(LazyDisk.prefix(), "kept");
        Commits commits =
                new Commits(new EmbeddedDatabase(Optional.of(database.getURL()), Optional.empty(), Optional.empty()));
        try (Connection open = database.getConnection();
                Statement statement = open.createStatement()) {
            statement.execute("create table kept (id int)");
            commits.settle();
            Thread settling = new Thread(commits::settle);
            LazyDisk.waitFor(settling);
            statement.execute("insert into kept values (1)");
            LazyDisk.awaitGiven();
            settling.start();
            settling.join();
            Files.copy(directory.resolve("kept.mv.db"), directory.resolve("left.mv.db"));
        }
        assertThat(number("select count(*) from kept", at("", "left"))).isEqualTo(1);
    }

    /** Where space in the file is used again; H2 2.5.252 fails this within ten commits. */
    @Test
    void what_is_settled_is_found_wherever_in_the_file_it_was_written() throws Exception {
        Random chance = new Random(1);
        JdbcDataSource database = at("", "kept;RETENTION_TIME=0");
        Commits commits =
                new Commits(new EmbeddedDatabase(Optional.of(database.getURL()), Optional.empty(), Optional.empty()));
        try (Connection open = database.getConnection();
                Statement statement = open.createStatement()) {
            statement.execute("create table kept (id int, done int, words varchar)");
            statement.execute("insert into kept select x, 0, repeat('row ' || x, 20) from system_range(1, 2000)");
            for (int commit = 1; commit <= 30; commit++) {
                int some = 1 + chance.nextInt(50);
                statement.execute("update kept set done = " + commit + " where mod(id, " + some + ") = 0 or id = 1");
                commits.settle();
                Files.copy(directory.resolve("kept.mv.db"), directory.resolve("left" + commit + ".mv.db"));
                assertThat(number("select max(done) from kept", at("", "left" + commit)))
                        .isEqualTo(commit);
            }
        }
    }

    @Test
    void what_is_settled_after_the_database_was_opened_anew_is_kept_too() throws Exception {
        JdbcDataSource database = at("", "kept");
        Commits commits =
                new Commits(new EmbeddedDatabase(Optional.of(database.getURL()), Optional.empty(), Optional.empty()));
        for (int opening = 1; opening <= 3; opening++) {
            try (Connection open = database.getConnection();
                    Statement statement = open.createStatement()) {
                statement.execute("create table if not exists kept (id int)");
                statement.execute("insert into kept values (1)");
                commits.settle();
                Files.copy(directory.resolve("kept.mv.db"), directory.resolve("left" + opening + ".mv.db"));
            }
            assertThat(number("select count(*) from kept", at("", "left" + opening)))
                    .isEqualTo(opening);
        }
    }

    private static long number(String select, JdbcDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(select)) {
            row.next();
            return row.getLong(1);
        }
    }

    private JdbcDataSource at(String prefix, String name) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + prefix + directory.resolve(name));
        return database;
    }
}
