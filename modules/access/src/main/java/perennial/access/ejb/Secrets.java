package perennial.access.ejb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Secrets by chance: for programs, and for people who have to type them. */
final class Secrets {
    private static final SecureRandom CHANCE = new SecureRandom();

    /** Without those that look like others. */
    private static final String TYPEABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final Pattern FOUR_OF_MORE = Pattern.compile("(.{4})(?=.)");

    private Secrets() {}

    /** 256 bits of chance, as 43 characters of {@code [A-Za-z0-9_-]}. */
    static String make() {
        byte[] secret = new byte[32];
        CHANCE.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** 79 bits of chance, in four groups of four. */
    static String password() {
        String letters = CHANCE.ints(16, 0, TYPEABLE.length())
                .mapToObj(i -> TYPEABLE.substring(i, i + 1))
                .collect(Collectors.joining());
        return FOUR_OF_MORE.matcher(letters).replaceAll("$1-");
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
