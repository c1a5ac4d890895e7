package perennial.webhooks.ejb;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.storage.KeptFiles;

/** The key that seals secrets belongs to a backup: without it their owners would have to be told new ones. */
@Dependent
public class KeptKey implements KeptFiles {
    @Inject
    @ConfigProperty(name = "perennial.home")
    private Optional<String> home;

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public Optional<Path> folder() {
        return home.map(Path::of);
    }

    @Override
    public boolean keeps(String file) {
        return file.equals(SealKey.FILE);
    }
}
