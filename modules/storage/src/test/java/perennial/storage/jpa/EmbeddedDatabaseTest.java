package perennial.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    private Path directory;

    @Test
    void a_database_in_use_is_not_forgotten() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url())) {
            assertThat(connection.isValid(0)).isTrue();
            assertThat(database().isForgotten()).isFalse();
        }
    }

    @Test
    void an_act_makes_no_connection_forget_the_statements_that_it_knows() throws SQLException {
        try (JdbcConnection connection = DriverManager.getConnection(url()).unwrap(JdbcConnection.class)) {
            Database open = ((SessionLocal) connection.getSession()).getDatabase();
            long before = open.getModificationMetaId();
            database().act(store -> {});
            assertThat(open.getModificationMetaId()).isEqualTo(before);
        }
    }

    /** What H2 does by itself; where this fails, looking after it may be needed no more. */
    @Test
    void a_database_is_forgotten_when_a_connection_from_before_its_fall_is_used_and_lets_people_in_when_it_is_shut()
            throws SQLException {
        Connection used = DriverManager.getConnection(url());
        Connection idle = DriverManager.getConnection(url());
        database().act(MVStore::closeImmediately);
        assertIsLost(used);
        try (Connection reopened = DriverManager.getConnection(url());
                Statement statement = reopened.createStatement()) {
            statement.execute("create table kept as select 1 id");
            assertIsLost(idle);
            assertThat(database().isForgotten()).isTrue();
            statement.execute("shutdown");
        }
        assertThat(database().isForgotten()).isFalse();
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet kept = statement.executeQuery("select id from kept")) {
            assertThat(kept.next()).isTrue();
        }
    }

    private static void assertIsLost(Connection connection) {
        assertThatThrownBy(() -> connection.createStatement().executeQuery("select 1"))
                .isInstanceOf(SQLException.class);
    }

    private EmbeddedDatabase database() {
        return new EmbeddedDatabase(Optional.of(url()), Optional.empty(), Optional.empty());
    }

    private String url() {
        return "jdbc:h2:file:" + directory.resolve("kept").toAbsolutePath()
                + ";MODE=PostgreSQL;DEFAULT_NULL_ORDERING=HIGH";
    }
}
