package perennial.access.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import perennial.access.UnfitPasswordException;
import perennial.access.UnfitPasswordException.Flaw;

/**
 * Which passwords people may choose, after NIST SP 800-63B: length counts, what everybody uses is refused, and no kind
 * of character is asked for.
 */
public final class PasswordPolicy {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;

    /** Shorter names occur in good passwords by chance. */
    private static final int TELLING_NAME = 3;

    private static final int FEW_CHARACTERS = 4;
    private static final Set<String> COMMON = common();

    private PasswordPolicy() {}

    /** @throws UnfitPasswordException if the password is too easy to guess */
    public static void check(String password, String user) {
        int length = password.codePointCount(0, password.length());
        refuseIf(length < SHORTEST, Flaw.SHORT);
        refuseIf(length > LONGEST, Flaw.LONG);
        String plain = password.toLowerCase(Locale.ROOT);
        refuseIf(user.length() >= TELLING_NAME && plain.contains(user.toLowerCase(Locale.ROOT)), Flaw.HOLDS_NAME);
        refuseIf(plain.codePoints().distinct().count() <= FEW_CHARACTERS || COMMON.contains(plain), Flaw.COMMON);
    }

    private static void refuseIf(boolean flawed, Flaw flaw) {
        if (flawed) {
            throw new UnfitPasswordException(flaw);
        }
    }

    private static Set<String> common() {
        try (InputStream list = PasswordPolicy.class.getResourceAsStream("common-passwords.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
