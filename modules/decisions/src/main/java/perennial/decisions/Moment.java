package perennial.decisions;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** Why the rules are asked beside the weekly run; the names are those of the rule language. */
public enum Moment {
    ORDER,
    CART,
    SERVICE,
    VISIT,
    /** A customer has been silent for longer than their own rhythm explains. */
    SILENCE;

    /** The word in calls: order. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws InvalidInputException if there is no moment of that name */
    public static Moment named(String label) {
        return Arrays.stream(values())
                .filter(moment -> moment.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "moment",
                        label,
                        new Words("there is no such moment", "没有这个时机"),
                        new Words("give one of " + labels(), "请给出以下之一：" + labels())));
    }

    private static String labels() {
        return Arrays.stream(values()).map(Moment::label).collect(Collectors.joining(", "));
    }
}
