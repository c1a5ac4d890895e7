package perennial.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Payara's own directory inside the data directory. It remembers the application it ran and would fail to start with
 * it again, so each start begins from a fresh configuration.
 */
final class ServerRoot {
    private static final List<String> REMEMBERED =
            List.of("config", "lib/install", "applications", "generated", "osgi-cache");

    // Without lib/install there are no resource adapters, so no data source, and no message that says so.
    private static final List<String> NEEDED = List.of("config", "lib/install");

    private static final String TEXT = "com.sun.enterprise.server.logging.ODLLogFormatter";

    private ServerRoot() {}

    static Path prepare(Path payara, Path dataDirectory, boolean logsJson) throws IOException {
        Path root = Files.createDirectories(dataDirectory.resolve("server"));
        for (String name : REMEMBERED) {
            delete(root.resolve(name));
        }
        for (String name : NEEDED) {
            Files.createDirectories(root.resolve(name).getParent());
            copy(payara.resolve(name), root.resolve(name));
        }
        if (logsJson) {
            logJson(root.resolve("config/logging.properties"));
        }
        return root;
    }

    private static void logJson(Path settings) throws IOException {
        String usual = Files.readString(settings);
        Files.writeString(settings, usual.replace("formatter=" + TEXT, "formatter=" + JsonLines.class.getName()));
    }

    private static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            paths.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
