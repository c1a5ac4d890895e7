package perennial.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

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
                        new Words("there is no such role", "没有这个角色"),
                        new Words("give one of " + labels(), "请给出以下之一：" + labels())));
    }

    private static String labels() {
        return Arrays.stream(values()).map(Role::label).collect(Collectors.joining(", "));
    }

    /** The name in calls and in the shell. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean covers(Role needed) {
        return compareTo(needed) >= 0;
    }
}
