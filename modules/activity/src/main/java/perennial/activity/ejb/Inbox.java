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
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** Files that wait to be read, under the data directory; a file is whole or not there. */
@Dependent
public class Inbox {
    private final Path folder;

    /** @param home the data directory; the machine's folder of temporary files where it is not set */
    @Inject
    public Inbox(@ConfigProperty(name = "perennial.home") Optional<String> home) {
        this.folder = home.map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "perennial"))
                .resolve("inbox");
    }

    /**
     * Stores a file, so that it survives a crash.
     *
     * @return its name here
     * @throws InvalidInputException if it is empty
     */
    public String store(InputStream content) {
        String name = UUID.randomUUID().toString();
        Path part = folder.resolve(name + ".part");
        try {
            Files.createDirectories(folder);
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.transferTo(Channels.newOutputStream(file));
                file.force(true);
            }
            if (Files.size(part) == 0) {
                throw new InvalidInputException(
                        "file",
                        "",
                        new Words("the file is empty", "文件为空"),
                        new Words("send a file with a header and lines", "请发送含表头和数据行的文件"));
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("the file can't be stored in " + folder, e);
        } finally {
            delete(name + ".part");
        }
    }

    public boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    public InputStream open(String name) {
        try {
            return Files.newInputStream(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the stored file can't be read", e);
        }
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the stored file can't be deleted", e);
        }
    }
}
