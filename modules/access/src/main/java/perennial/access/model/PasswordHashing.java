package perennial.access.model;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * How a password is kept: by PBKDF2 (RFC 8018, section 5.2) and a salt of its own, as the text {@code
 * SCHEME$ITERATIONS$SALT$HASH} with salt and hash in Base64. Scheme and number of iterations stand beside each hash, so
 * both can be changed without locking anybody out.
 */
public final class PasswordHashing {
    /**
     * No less than the OWASP Password Storage Cheat Sheet asks for with SHA-512. With SHA-256 it asks for 600,000, which
     * costs our server twice the time and an attacker no more.
     */
    private static final int ITERATIONS = 220_000;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final Map<String, String> FUNCTIONS =
            Map.of(SCHEME, "PBKDF2WithHmacSHA512", "pbkdf2-sha256", "PBKDF2WithHmacSHA256");

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom chance = new SecureRandom();
    private final int iterations;

    private PasswordHashing(int iterations) {
        this.iterations = iterations;
    }

    public static PasswordHashing standard() {
        return new PasswordHashing(ITERATIONS);
    }

    /** With another number of iterations than the standard one. */
    public static PasswordHashing of(int iterations) {
        return new PasswordHashing(iterations);
    }

    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        chance.nextBytes(salt);
        return new Kept(SCHEME, iterations, salt, derive(SCHEME, password, salt, iterations)).toString();
    }

    public boolean matches(String password, String kept) {
        Kept parts = Kept.parse(kept);
        return MessageDigest.isEqual(parts.hash, derive(parts.scheme, password, parts.salt, parts.iterations));
    }

    /** Whether the hash was made with another function than is used now, or with fewer iterations. */
    public boolean isOutdated(String kept) {
        Kept parts = Kept.parse(kept);
        return !parts.scheme.equals(SCHEME) || parts.iterations < iterations;
    }

    /** A hash that no password has, to be compared with where there is none: refusing takes the same time. */
    public String ofNobody() {
        return new Kept(SCHEME, iterations, new byte[SALT_BYTES], new byte[HASH_BYTES]).toString();
    }

    private static byte[] derive(String scheme, String password, byte[] salt, int iterations) {
        // One text can be typed as different characters, by keyboard and system.
        char[] typed = Normalizer.normalize(password, Normalizer.Form.NFKC).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(typed, salt, iterations, HASH_BYTES * Byte.SIZE);
        String function = Objects.requireNonNull(FUNCTIONS.get(scheme));
        try {
            return SecretKeyFactory.getInstance(function).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no " + function, e);
        } finally {
            spec.clearPassword();
        }
    }

    private static final class Kept {
        private final String scheme;
        private final int iterations;
        private final byte[] salt;
        private final byte[] hash;

        Kept(String scheme, int iterations, byte[] salt, byte[] hash) {
            this.scheme = scheme;
            this.iterations = iterations;
            this.salt = salt;
            this.hash = hash;
        }

        static Kept parse(String text) {
            String[] parts = text.split("\\$", -1);
            if (parts.length != 4 || !FUNCTIONS.containsKey(parts[0])) {
                throw new IllegalStateException("a stored password hash is not of the form " + SCHEME + "$...");
            }
            Base64.Decoder decoder = Base64.getDecoder();
            return new Kept(parts[0], Integer.parseInt(parts[1]), decoder.decode(parts[2]), decoder.decode(parts[3]));
        }

        @Override
        public String toString() {
            Base64.Encoder encoder = Base64.getEncoder();
            return String.join(
                    "$",
                    scheme,
                    Integer.toString(iterations),
                    encoder.encodeToString(salt),
                    encoder.encodeToString(hash));
        }
    }
}
