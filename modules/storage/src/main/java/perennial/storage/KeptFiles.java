package perennial.storage;

import java.nio.file.Path;

/** A folder of files that a module keeps beside the database and that belong to a backup; a file in it never changes. */
public interface KeptFiles {
    Path folder();
}
