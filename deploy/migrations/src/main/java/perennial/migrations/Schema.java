package perennial.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of all modules, brought up to date by the numbered scripts beside this class. */
public final class Schema {
    private static final Map<String, String> POSTGRES =
            Map.of("bytewise", "collate \"C\"", "columns", "", "also", ", add column", "end", "");
    private static final Map<String, String> H2 = Map.of("bytewise", "", "columns", "(", "also", ",", "end", ")");

    private Schema() {}

    /**
     * Applies what is missing; the same scripts serve H2 in PostgreSQL mode and PostgreSQL. A column marked {@code
     * ${bytewise}} is ordered by its bytes, whatever the language of the database: that is the order of Java's strings
     * (but for characters beyond the basic plane) and the only one that H2 has. Columns between {@code ${columns}} and
     * {@code ${end}}, with {@code ${also}} before each but the first, are added by one statement, for which H2 copies the
     * table once.
     */
    public static void migrate(DataSource database) {
        migrate(database, "latest");
    }

    /** @param target the number of the last script */
    static void migrate(DataSource database, String target) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:perennial/migrations")
                .table("schema_history")
                .target(target)
                .placeholders(isPostgres(database) ? POSTGRES : H2)
                .load()
                .migrate();
    }

    private static boolean isPostgres(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("the database can't be reached: " + e.getMessage(), e);
        }
    }
}
