package perennial.storage.ejb;

import jakarta.annotation.Resource;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import perennial.kernel.Act;
import perennial.storage.KeptFiles;
import perennial.storage.RestoreAhead;
import perennial.storage.jpa.BackupReader;

/** The one transaction of a restore. */
@Stateless
@LocalBean
public class Replacing {
    @Resource(lookup = "java:app/jdbc/perennial")
    private DataSource database;

    @Inject
    private Event<Object> events;

    public void replace(Path backup, List<KeptFiles> kept, RestoreAhead ahead, String actor) {
        events.fire(ahead);
        new BackupReader(database, kept).replace(backup);
        events.fire(new Act(actor, "installation.restored", "from a backup"));
    }
}
