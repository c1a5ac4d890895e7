package perennial.storage.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.storage.KeptFiles;

/** Where files that belong to a backup are read and written. */
record KeptFolder(KeptFiles kept, Path path) {

    /** Those that are there or can be made. */
    static List<KeptFolder> of(List<KeptFiles> all) {
        return all.stream()
                .flatMap(kept -> kept.folder().map(path -> new KeptFolder(kept, path)).stream())
                .toList();
    }

    List<Path> files() throws IOException {
        if (Files.notExists(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> kept.keeps(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    /** The name in a backup. */
    String entry(Path file) {
        return kept.name() + "/" + file.getFileName();
    }

    /** The file's own name, if the entry is one of this folder; a name that leads elsewhere is none. */
    Optional<String> file(String entry) {
        return Optional.of(entry)
                .filter(name -> name.startsWith(kept.name() + "/"))
                .map(name -> name.substring(kept.name().length() + 1))
                .filter(name -> !name.contains("/") && kept.keeps(name));
    }

    /** Whole or not there, and only for its owner. */
    void put(String file, InputStream content) throws IOException {
        Files.createDirectories(path);
        Path draft = Files.createTempFile(path, "restored", ".draft");
        Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        Files.move(draft, path.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
}
