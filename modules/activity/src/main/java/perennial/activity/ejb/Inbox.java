package perennial.activity.ejb;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.kernel.InvalidInputException;
import perennial.kernel.UnavailableException;
import perennial.kernel.Words;
import perennial.storage.Disk;
import perennial.storage.KeptFiles;

/** Files that wait to be read, under the data directory; a file is whole or not there. */
@Dependent
public class Inbox implements KeptFiles {
    private static final Logger LOG = System.getLogger(Inbox.class.getName());
    private static final String UNFINISHED = ".part";

    private final Path folder;
    private final Disk disk;

    /** @param home the data directory; the machine's folder of temporary files where it is not set */
    @Inject
    public Inbox(@ConfigProperty(name = "perennial.home") Optional<String> home, Disk disk) {
        this.disk = disk;
        this.folder = home.map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "perennial"))
                .resolve("inbox");
    }

    @Override
    public String name() {
        return "inbox";
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(folder);
    }

    @Override
    public boolean keeps(String file) {
        return !file.endsWith(UNFINISHED);
    }

    /**
     * Stores a file, so that it survives a crash.
     *
     * @return its name here
     * @throws InvalidInputException if it is empty
     * @throws UnavailableException if it can't be kept, as on a full disk
     */
    public String store(InputStream content) {
        String name = UUID.randomUUID().toString();
        Path part = folder.resolve(name + UNFINISHED);
        try {
            Files.createDirectories(folder);
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.transferTo(Channels.newOutputStream(file));
                file.force(true);
            }
            if (!disk.hasRoom()) {
                throw new IOException("the disk is about to be full");
            }
            if (Files.size(part) == 0) {
                throw new InvalidInputException(
                        "file",
                        "",
                        new Words("the file is empty", "文件为空"),
                        new Words("send a file with a header and lines", "请发送含表头和数据行的文件"));
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true); // else a power cut takes the new name away
            }
            return name;
        } catch (IOException e) {
            readOn(content);
            throw new UnavailableException(
                    new Words("the file can't be kept", "文件无法保存"),
                    new Words("make room on the disk of the data directory, then send it again", "请在数据目录所在磁盘腾出空间，然后重新发送"),
                    e);
        } finally {
            delete(name + UNFINISHED);
        }
    }

    /** Who still sends would not see an answer. */
    private static void readOn(InputStream content) {
        try {
            content.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the sender is gone", e);
        }
    }

    /** Deletes all but some files: what a server that ended at once has left behind. */
    public void keepOnly(Set<String> names) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> left = files.map(file -> file.getFileName().toString())
                    .filter(name -> !names.contains(name))
                    .toList();
            left.forEach(this::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of stored files can't be read", e);
        }
    }

    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the stored file can't be deleted", e);
        }
    }
}
