package perennial.storage.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import perennial.storage.jpa.EmbeddedDatabase;
import perennial.storage.jpa.TornWrites;

/** Looks after the embedded database: when the application starts, before anybody reads or writes a table, and after. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Mending {
    private static final Logger LOG = System.getLogger(Mending.class.getName());

    @Inject
    private EmbeddedDatabase database;

    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource connections;

    @PostConstruct
    void mend() {
        try {
            database.act(store -> {
                int undone = new TornWrites(store).undo();
                if (undone > 0) {
                    LOG.log(Level.INFO, "{0} entries that a crash had cut short were undone", undone);
                }
            });
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database could not be opened", e);
        }
    }

    /** Where H2 has forgotten the database that it holds, one who is still connected shuts it, and the next one opens it. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void lookAfter() {
        if (database.isForgotten()) {
            try (Connection connection = connections.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown");
                LOG.log(Level.WARNING, "the embedded database let nobody in any more and is opened anew");
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "nobody is connected to the embedded database", e);
            }
        }
    }
}
