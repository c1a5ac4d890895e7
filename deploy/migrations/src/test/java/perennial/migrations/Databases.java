package perennial.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The databases that every stored thing is tested on. */
public enum Databases {
    H2 {
        @Override
        DataSource empty(String name) {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:" + name
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
            return database;
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty(String name) {
            try (Connection connection = Server.ONE.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
                return Server.ONE.getDatabase("postgres", name);
            } catch (SQLException e) {
                throw new IllegalStateException("no database could be made", e);
            }
        }
    };

    abstract DataSource empty(String name);

    /** A database of its own for a test, with all tables and no rows. */
    public DataSource fresh() {
        DataSource database = empty("test_" + UUID.randomUUID().toString().replace('-', '_'));
        Schema.migrate(database);
        return database;
    }

    /** Started by the first test that needs it; it ends with the tests. */
    private static final class Server {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
    }
}
