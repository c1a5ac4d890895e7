package perennial.activity.ejb;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.storage.Disk;

/** The files that wait to be read. */
@Dependent
public class Inbox extends Shelf {
    @Inject
    public Inbox(@ConfigProperty(name = "perennial.home") Optional<String> home, Disk disk) {
        super("inbox", home, disk);
    }
}
