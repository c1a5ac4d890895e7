package perennial.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * What a caller may do. Everybody reads; an analyst also fits models; a marketer and a risk officer each have rules of
 * their own, which the other may not touch; an operator may do what both may and keeps the server running; an
 * administrator may do everything.
 */
public enum Role {
    READER,
    ANALYST,
    MARKETER,
    RISK_OFFICER,
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

    /** The name in calls and in the shell, as {@code risk-officer}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether this role may do all that the needed one may: a partial order. */
    public boolean covers(Role needed) {
        return this == needed || below().stream().anyMatch(role -> role.covers(needed));
    }

    private Set<Role> below() {
        return switch (this) {
            case READER -> Set.of();
            case ANALYST -> Set.of(READER);
            case MARKETER, RISK_OFFICER -> Set.of(ANALYST);
            case OPERATOR -> Set.of(MARKETER, RISK_OFFICER);
            case ADMINISTRATOR -> Set.of(OPERATOR);
        };
    }
}
