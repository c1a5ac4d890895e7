package perennial.activity.ejb;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.kernel.UnavailableException;
import perennial.kernel.Words;
import perennial.storage.Disk;
import perennial.storage.KeptFiles;

/** The contents of the files that wait to be mapped, under the data directory. */
@Dependent
public class DraftShelf implements KeptFiles {
    private final Path folder;
    private final Disk disk;

    /** @param home the data directory; the machine's folder of temporary files where it is not set */
    @Inject
    public DraftShelf(@ConfigProperty(name = "perennial.home") Optional<String> home, Disk disk) {
        this.disk = disk;
        this.folder = home.map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "perennial"))
                .resolve("drafts");
    }

    @Override
    public String name() {
        return "drafts";
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(folder);
    }

    @Override
    public boolean keeps(String file) {
        return true;
    }

    /**
     * Stores a file and answers its name here.
     *
     * @throws UnavailableException if it can't be kept, as on a full disk
     */
    public String store(InputStream content) {
        String name = UUID.randomUUID().toString();
        boolean whole = false;
        try {
            Files.createDirectories(folder);
            try (FileChannel file =
                    FileChannel.open(path(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.transferTo(Channels.newOutputStream(file));
                file.force(true);
            }
            if (!disk.hasRoom()) {
                throw new IOException("the disk is about to be full");
            }
            whole = true;
            return name;
        } catch (IOException e) {
            throw new UnavailableException(
                    new Words("the file can't be kept", "文件无法保存"),
                    new Words("make room on the disk of the data directory, then send it again", "请在数据目录所在磁盘腾出空间，然后重新发送"),
                    e);
        } finally {
            if (!whole) {
                delete(name);
            }
        }
    }

    public Path path(String name) {
        return folder.resolve(name);
    }

    public boolean has(String name) {
        return Files.exists(path(name));
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the stored file can't be deleted", e);
        }
    }

    /**
     * Deletes the files from before an instant but for these: what was imported. That is not done at once, because a
     * file may go only when the database holds for good what was made of it.
     */
    public void keepOnly(Set<String> names, Instant before) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> left = files.filter(
                            file -> !names.contains(file.getFileName().toString()))
                    .toList();
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of waiting files can't be read", e);
        }
    }
}
