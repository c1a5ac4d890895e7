package perennial.webhooks;

import java.util.Arrays;
import java.util.stream.Collectors;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** What a webhook can be told of. */
public enum EventKind {
    /** The rules decided something for a customer, in a weekly run or at once. */
    DECISION_MADE("decision.made"),
    /** A weekly run found a customer in another stage than was known, or for the first time. */
    STAGE_CHANGED("stage.changed");

    private final String label;

    EventKind(String label) {
        this.label = label;
    }

    /** The name in calls, in headers and in rows. */
    public String label() {
        return label;
    }

    /** @throws InvalidInputException if there is no kind of that name */
    public static EventKind labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "kinds",
                        label,
                        new Words("there is no such kind of event", "没有这种事件"),
                        new Words("give some of " + labels(), "请给出以下若干：" + labels())));
    }

    private static String labels() {
        return Arrays.stream(values()).map(EventKind::label).collect(Collectors.joining(", "));
    }
}
