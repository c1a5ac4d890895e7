package perennial.webhooks.ejb;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;
import perennial.webhooks.model.Seal;

/**
 * The key that seals secrets: a file in the data directory that only its owner can read, made when the first webhook
 * is. Whoever gets hold of the database alone, or of a copy of it, can sign nothing.
 */
@Singleton
@Lock(LockType.WRITE)
public class SealKey {
    static final String FILE = "webhooks.key";

    @Inject
    @ConfigProperty(name = "perennial.home")
    private Optional<String> home;

    /** Made where there is none yet. */
    public Seal make() {
        Path file = file().orElseThrow(() -> new ConflictException(
                new Words(
                        "the server has no data directory to keep the key in that seals webhooks' secrets",
                        "服务器没有数据目录，无法保存加密 webhook 密钥所用的钥匙"),
                new Words("set perennial.home to a directory", "请将 perennial.home 设为一个目录")));
        try {
            if (Files.notExists(file)) {
                write(file, Seal.newKey());
            }
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the webhooks can't be kept in " + file, e);
        }
    }

    /** Empty where it is not there, as on a server that was restored without it. */
    public Optional<Seal> find() {
        return file().filter(Files::exists).map(file -> {
            try {
                return read(file);
            } catch (IOException e) {
                throw new UncheckedIOException("the key of the webhooks can't be read from " + file, e);
            }
        });
    }

    private Optional<Path> file() {
        return home.map(Path::of).map(directory -> directory.resolve(FILE));
    }

    private static Seal read(Path file) throws IOException {
        return new Seal(Base64.getDecoder().decode(Files.readString(file).strip()));
    }

    /** Whole or not there. */
    private static void write(Path file, byte[] key) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(
                file.getParent(),
                "webhooks",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, Base64.getEncoder().encodeToString(key));
        Files.move(draft, file);
    }
}
