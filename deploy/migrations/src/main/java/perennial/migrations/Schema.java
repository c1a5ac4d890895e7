package perennial.migrations;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of all modules, brought up to date by the numbered scripts beside this class. */
public final class Schema {
    private Schema() {}

    /** Applies what is missing; the same scripts serve H2 in PostgreSQL mode and PostgreSQL. */
    public static void migrate(DataSource database) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:perennial/migrations")
                .table("schema_history")
                .load()
                .migrate();
    }
}
