package perennial.activity.ejb;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import perennial.kernel.InvalidInputException;
import perennial.kernel.UnavailableException;
import perennial.kernel.Words;
import perennial.storage.Disk;
import perennial.storage.KeptFiles;

/** A folder of the data directory for files that were sent; each is whole or not there, and survives a crash. */
abstract class Shelf implements KeptFiles {
    private static final Logger LOG = System.getLogger(Shelf.class.getName());
    private static final String UNFINISHED = ".part";

    private final String name;
    private final Path folder;
    private final Disk disk;

    /**
     * @param name of the folder, and of its files in a backup
     * @param home the data directory; the machine's folder of temporary files where it is not set
     */
    Shelf(String name, Optional<String> home, Disk disk) {
        this.name = name;
        this.disk = disk;
        this.folder = home.map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "perennial"))
                .resolve(name);
    }

    @Override
    public String name() {
        return name;
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
     * Stores a file.
     *
     * @return its name here
     * @throws InvalidInputException if it is empty
     * @throws UnavailableException if it can't be kept, as on a full disk
     */
    public String store(InputStream content) {
        String file = UUID.randomUUID().toString();
        String part = file + UNFINISHED;
        try {
            Files.createDirectories(folder);
            write(content, path(part));
            if (!disk.hasRoom()) {
                throw new IOException("the disk is about to be full");
            }
            refuseIfEmpty(path(part));
            Files.move(path(part), path(file), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
                entries.force(true); // else a power cut takes the new name away
            }
            return file;
        } catch (IOException e) {
            readOn(content);
            throw new UnavailableException(
                    new Words("the file can't be kept", "文件无法保存"),
                    new Words(
                            "make room on the disk of the data directory, then send it again", "请在数据目录所在磁盘腾出空间，然后重新发送"),
                    e);
        } finally {
            delete(part);
        }
    }

    private static void write(InputStream content, Path to) throws IOException {
        try (FileChannel file = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(file));
            file.force(true);
        }
    }

    private static void refuseIfEmpty(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new InvalidInputException(
                    "file",
                    "",
                    new Words("the file is empty", "文件为空"),
                    new Words("send a file with a header and lines", "请发送含表头和数据行的文件"));
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

    /**
     * Deletes the files from before an instant but for these. That is not done at once when one is no longer needed,
     * because a file may go only when the database holds for good what was made of it.
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
            throw new UncheckedIOException("the folder of stored files can't be read", e);
        }
    }

    public boolean has(String file) {
        return Files.exists(path(file));
    }

    public Path path(String file) {
        return folder.resolve(file);
    }

    public void delete(String file) {
        try {
            Files.deleteIfExists(path(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the stored file can't be deleted", e);
        }
    }
}
