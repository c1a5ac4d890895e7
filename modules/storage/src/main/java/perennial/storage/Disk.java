package perennial.storage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.kernel.UnavailableException;
import perennial.kernel.Words;

/** The disk of the data directory, on which files wait and the embedded database lies. */
@Dependent
public class Disk {
    /** A database that finds no room at all can't even undo; so it is left this much. */
    private static final long RESERVE = 64L << 20;

    private final Optional<Path> home;
    private final long reserve;

    /** @param home the data directory; without one nothing is kept here */
    @Inject
    public Disk(@ConfigProperty(name = "perennial.home") Optional<String> home) {
        this(home, RESERVE);
    }

    Disk(Optional<String> home, long reserve) {
        this.home = home.map(Path::of);
        this.reserve = reserve;
    }

    /** Whether more may be taken in. */
    public boolean hasRoom() {
        return home.filter(Files::isDirectory).map(Disk::free).orElse(reserve) >= reserve;
    }

    /** Why nothing more may be taken in; empty while there is room. */
    public Optional<UnavailableException> refusal() {
        return hasRoom()
                ? Optional.empty()
                : Optional.of(new UnavailableException(
                        new Words("the disk is full, so nothing more can be kept", "磁盘已满，无法再保存任何内容"),
                        new Words(
                                "make room on the disk of the data directory, then send it again",
                                "请在数据目录所在磁盘腾出空间，然后重新发送")));
    }

    /**
     * Asked before anything is taken in that is to be kept.
     *
     * @throws UnavailableException if it may find no room
     */
    public void requireRoom() {
        refusal().ifPresent(full -> {
            throw full;
        });
    }

    /** Not by its store, to find which reads the table of all that is mounted; 0 where it can't be told. */
    private static long free(Path directory) {
        return directory.toFile().getUsableSpace();
    }
}
