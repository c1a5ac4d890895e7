package perennial.storage.jpa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import perennial.storage.KeptFiles;

/** A folder whose files belong to a backup. */
record KeptFolder(Path path) {
    private static final String UNFINISHED = ".part";

    static KeptFolder of(KeptFiles kept) {
        return new KeptFolder(kept.folder());
    }

    /** Its files, without those that are still being received. */
    List<Path> whole() throws IOException {
        if (Files.notExists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> !file.toString().endsWith(UNFINISHED))
                    .sorted()
                    .toList();
        }
    }
}
