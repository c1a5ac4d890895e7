package perennial.access.ejb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets of 256 bits of chance, as 43 characters of {@code [A-Za-z0-9_-]}. */
final class Secrets {
    private static final SecureRandom CHANCE = new SecureRandom();

    private Secrets() {}

    static String make() {
        byte[] secret = new byte[32];
        CHANCE.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** What is kept of a secret: one SHA-256, as good as a slow hash for a text that nobody can guess. */
    static String fingerprint(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
