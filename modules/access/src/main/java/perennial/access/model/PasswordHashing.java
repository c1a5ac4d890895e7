package perennial.access.model;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * How a password is kept: by PBKDF2 with HMAC-SHA-256 (RFC 8018, section 5.2) and a salt of its own, as the text {@code
 * pbkdf2-sha256$ITERATIONS$SALT$HASH} with salt and hash in Base64. The number of iterations stands beside each hash,
 * so it can be raised without locking anybody out.
 */
public final class PasswordHashing {
    /** What the OWASP Password Storage Cheat Sheet of 2023 asks for with this function. */
    private static final int ITERATIONS = 600_000;

    private static final String SCHEME = "pbkdf2-sha256";
    private static final String FUNCTION = "PBKDF2WithHmacSHA256";
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
        return new Kept(iterations, salt, derive(password, salt, iterations)).toString();
    }

    public boolean matches(String password, String kept) {
        Kept parts = Kept.parse(kept);
        return MessageDigest.isEqual(parts.hash, derive(password, parts.salt, parts.iterations));
    }

    /** Whether the hash was made with fewer iterations than are used now. */
    public boolean isWeak(String kept) {
        return Kept.parse(kept).iterations < iterations;
    }

    /** A hash that no password has, to be compared with where there is none: refusing takes the same time. */
    public String ofNobody() {
        return new Kept(iterations, new byte[SALT_BYTES], new byte[HASH_BYTES]).toString();
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        // One text can be typed as different characters, by keyboard and system.
        char[] typed = Normalizer.normalize(password, Normalizer.Form.NFKC).toCharArray();
        PBEKeySpec spec = new PBEKeySpec(typed, salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance(FUNCTION).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform has no " + FUNCTION, e);
        } finally {
            spec.clearPassword();
        }
    }

    private static final class Kept {
        private final int iterations;
        private final byte[] salt;
        private final byte[] hash;

        Kept(int iterations, byte[] salt, byte[] hash) {
            this.iterations = iterations;
            this.salt = salt;
            this.hash = hash;
        }

        static Kept parse(String text) {
            String[] parts = text.split("\\$", -1);
            if (parts.length != 4 || !parts[0].equals(SCHEME)) {
                throw new IllegalStateException("a stored password hash is not of the form " + SCHEME + "$...");
            }
            Base64.Decoder decoder = Base64.getDecoder();
            return new Kept(Integer.parseInt(parts[1]), decoder.decode(parts[2]), decoder.decode(parts[3]));
        }

        @Override
        public String toString() {
            Base64.Encoder encoder = Base64.getEncoder();
            return String.join(
                    "$",
                    SCHEME,
                    Integer.toString(iterations),
                    encoder.encodeToString(salt),
                    encoder.encodeToString(hash));
        }
    }
}
