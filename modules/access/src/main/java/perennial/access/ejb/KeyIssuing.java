package perennial.access.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import perennial.access.ApiKeys;
import perennial.access.Caller;
import perennial.access.Role;
import perennial.access.UnknownKeyException;
import perennial.access.jpa.ApiKeyRows;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;

/**
 * A secret holds 256 bits of chance, so one SHA-256 of it is as good as a slow hash: nobody can guess it, and each call
 * must be checked.
 */
@Stateless
@Local(ApiKeys.class)
public class KeyIssuing implements ApiKeys {
    private static final int LONGEST_NAME = 200;
    private static final SecureRandom CHANCE = new SecureRandom();

    @Inject
    private ApiKeyRows keys;

    private final Clock clock = Clock.systemUTC();

    @Override
    public IssuedKey issue(String name, Role role, Optional<Instant> expires) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new InvalidInputException(
                    "name", name, "a key's name has 1 to 200 characters", "name the program that will use it");
        }
        if (keys.exists(stripped)) {
            throw new ConflictException("a key named \"" + stripped + "\" exists", "choose another name");
        }
        byte[] secret = new byte[32];
        CHANCE.nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        keys.add(stripped, role, fingerprint(text), clock.instant(), expires);
        return new IssuedKey(stripped, role, text);
    }

    @Override
    public Optional<Caller> callerOf(String secret) {
        return keys.callerOf(fingerprint(secret), clock.instant());
    }

    @Override
    public List<ApiKey> all() {
        return keys.all();
    }

    @Override
    public void revoke(String name) {
        if (!keys.revoke(name, clock.instant())) {
            throw new UnknownKeyException(name);
        }
    }

    private static String fingerprint(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
