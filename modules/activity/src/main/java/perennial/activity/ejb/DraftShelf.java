package perennial.activity.ejb;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.storage.Disk;

/** The files that wait to be mapped. */
@Dependent
public class DraftShelf extends Shelf {
    @Inject
    public DraftShelf(@ConfigProperty(name = "perennial.home") Optional<String> home, Disk disk) {
        super("drafts", home, disk);
    }
}
