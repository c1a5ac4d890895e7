package perennial.access.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.access.Caller;
import perennial.access.Role;

/**
 * The secret by which whoever may read the data directory is the operator: new at each start, in a file that only its
 * owner can read. A server without a data directory has none.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class OperatorToken {
    private static final Caller OPERATOR = new Caller("operator", Role.ADMINISTRATOR);

    @Inject
    @ConfigProperty(name = "perennial.home")
    private Optional<String> home;

    private Optional<String> token = Optional.empty();

    @PostConstruct
    void write() {
        home.map(Path::of).ifPresent(directory -> {
            String secret = Secrets.make();
            try {
                writeTo(directory, secret);
            } catch (IOException e) {
                throw new UncheckedIOException("the operator's token could not be written to " + directory, e);
            }
            token = Optional.of(secret);
        });
    }

    private static void writeTo(Path directory, String secret) throws IOException {
        Files.createDirectories(directory);
        Path draft = Files.createTempFile(
                directory,
                "operator",
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, secret);
        Files.move(draft, directory.resolve("operator.token"), StandardCopyOption.REPLACE_EXISTING);
    }

    public Optional<Caller> callerOf(String secret) {
        return token.filter(own -> MessageDigest.isEqual(bytes(own), bytes(secret)))
                .map(own -> OPERATOR);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
