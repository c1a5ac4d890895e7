package perennial.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitsTest {
    @TempDir
    private Path directory;

    /** A copy of the file is what a crash at this moment would leave. */
    @Test
    void what_is_settled_is_in_the_file() throws Exception {
        JdbcDataSource database = at("one");
        try (Connection held = database.getConnection()) {
            for (int row = 1; row <= 20; row++) {
                execute(
                        database,
                        "create table if not exists kept (id int, bulk varchar)",
                        "insert into kept values (1, repeat('what takes a moment to be written', 20000))");
                new Commits(Optional.of(database.getURL()), Optional.empty(), Optional.empty()).settle();
                assertThat(rowsInACopy("copy" + row)).isEqualTo(row);
            }
            assertThat(held.isValid(1)).isTrue();
        }
    }

    private long rowsInACopy(String name) throws IOException, SQLException {
        Files.copy(directory.resolve("one.mv.db"), directory.resolve(name + ".mv.db"));
        try (Connection connection = at(name).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from kept")) {
            row.next();
            return row.getLong(1);
        }
    }

    private JdbcDataSource at(String name) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + directory.resolve(name));
        return database;
    }

    private static void execute(JdbcDataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
