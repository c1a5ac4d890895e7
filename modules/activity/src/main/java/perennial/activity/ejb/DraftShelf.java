package perennial.activity.ejb;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The contents of the files that wait to be mapped, under the data directory; each is whole or not there. */
@Dependent
public class DraftShelf {
    private final Path folder;

    /** @param home the data directory; the machine's folder of temporary files where it is not set */
    @Inject
    public DraftShelf(@ConfigProperty(name = "perennial.home") Optional<String> home) {
        this.folder = home.map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "perennial"))
                .resolve("drafts");
    }

    /** Stores a file and answers its name here. */
    public String store(InputStream content) {
        String name = UUID.randomUUID().toString();
        boolean whole = false;
        try {
            Files.createDirectories(folder);
            Files.copy(content, path(name));
            whole = true;
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException("the file can't be stored in " + folder, e);
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

    void clear(@Observes(during = TransactionPhase.AFTER_SUCCESS) DraftGone draft) {
        delete(draft.stored());
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException("the stored file can't be deleted", e);
        }
    }
}
