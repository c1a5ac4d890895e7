package perennial.storage;

import java.nio.file.Path;
import java.util.Optional;

/** Files that a module keeps beside the database and that belong to a backup; none of them ever changes. */
public interface KeptFiles {
    /** What they are called in a backup. */
    String name();

    /** Empty where there is no place for them, as on a server without a data directory. */
    Optional<Path> folder();

    /** Whether a file of the folder is one of them. */
    boolean keeps(String file);
}
