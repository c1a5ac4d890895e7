package perennial.storage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The disk of the data directory, on which files wait and the embedded database lies. */
@Dependent
public class Disk {
    /** A database that finds no room at all can't even undo; so it is left this much. */
    private static final long RESERVE = 64L << 20;

    private final Optional<Path> home;

    /** @param home the data directory; without one nothing is kept here */
    @Inject
    public Disk(@ConfigProperty(name = "perennial.home") Optional<String> home) {
        this.home = home.map(Path::of);
    }

    /** Whether more may be taken in. */
    public boolean hasRoom() {
        return home.filter(Files::isDirectory).map(Disk::free).orElse(RESERVE) >= RESERVE;
    }

    private static long free(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
