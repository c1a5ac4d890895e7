package perennial.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The keys by which programs identify themselves; a secret is shown once, when it is made, and kept only hashed. */
public interface ApiKeys {
    /**
     * Makes a key.
     *
     * @param expires the instant from which the key no longer opens; empty: it does not end by itself
     * @param actor who makes it
     * @throws perennial.kernel.InvalidInputException if the name is blank or too long
     * @throws NameTakenException if a key or a user of that name exists
     */
    IssuedKey issue(String name, Role role, Optional<Instant> expires, String actor);

    /** Who holds this secret; empty if nobody does, or if the key was revoked or has ended. */
    Optional<Caller> callerOf(String secret);

    List<ApiKey> all();

    /** @throws UnknownKeyException if no key has that name */
    void revoke(String name, String actor);

    /** A key as it may be shown. */
    record ApiKey(String name, Role role, Instant created, Optional<Instant> expires, Optional<Instant> revoked) {}

    /** A key just made, with its secret: 43 characters of {@code [A-Za-z0-9_-]}, 256 bits of chance. */
    record IssuedKey(String name, Role role, String secret) {}
}
