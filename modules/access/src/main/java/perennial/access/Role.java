package perennial.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import perennial.kernel.InvalidInputException;

/** What a caller may do; each role may do what those before it may. */
public enum Role {
    READER,
    ANALYST,
    MARKETER,
    OPERATOR,
    ADMINISTRATOR;

    /** @throws InvalidInputException if there is no role of that name */
    public static Role named(String name) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "role",
                        name,
                        "there is no such role",
                        "give one of "
                                + Arrays.stream(values()).map(Role::label).collect(Collectors.joining(", "))));
    }

    /** The name in calls and in the shell. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
