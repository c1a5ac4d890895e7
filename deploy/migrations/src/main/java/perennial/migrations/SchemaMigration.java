package perennial.migrations;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;

/**
 * Brings the schema up to date when the application starts. Flyway commits by itself, hence no container transaction.
 * A bean that reads a table at start depends on this one: {@code @DependsOn("migrations.jar#SchemaMigration")}.
 */
@Startup
@Singleton
@DependsOn("storage.jar#Mending")
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {
    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    @PostConstruct
    void migrate() {
        Schema.migrate(database);
    }
}
