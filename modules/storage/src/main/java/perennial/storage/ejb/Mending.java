package perennial.storage.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import perennial.storage.jpa.EmbeddedDatabase;
import perennial.storage.jpa.TornWrites;

/** Looks after the embedded database when the application starts, before anybody reads or writes a table. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Mending {
    private static final Logger LOG = System.getLogger(Mending.class.getName());

    @Inject
    private EmbeddedDatabase database;

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
}
