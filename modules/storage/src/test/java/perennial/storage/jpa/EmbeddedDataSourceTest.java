package perennial.storage.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDataSourceTest {
    private final EmbeddedDataSource source = new EmbeddedDataSource();

    EmbeddedDataSourceTest(@TempDir Path directory) {
        source.setUrl("jdbc:h2:file:" + directory.resolve("kept").toAbsolutePath());
        source.setUser("perennial");
        source.setPassword("");
    }

    @Test
    void a_connection_to_an_open_database_is_valid_until_it_is_closed() throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertThat(connection.isValid(0)).isTrue();
            connection.close();
            assertThat(connection.isValid(0)).isFalse();
        }
    }

    @Test
    void one_whose_database_was_shut_is_not() throws SQLException {
        try (Connection connection = source.getConnection();
                Connection other = source.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("shutdown immediately");
            assertThat(connection.isValid(0)).isFalse();
        }
    }

    @Test
    void one_whose_file_could_not_be_written_is_not() throws SQLException {
        try (Connection connection = source.getConnection()) {
            JdbcConnection embedded = connection.unwrap(JdbcConnection.class);
            ((SessionLocal) embedded.getSession())
                    .getDatabase()
                    .getStore()
                    .getMvStore()
                    .closeImmediately();
            assertThat(connection.isValid(0)).isFalse();
        }
    }
}
