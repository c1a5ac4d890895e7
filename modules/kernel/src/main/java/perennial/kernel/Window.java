package perennial.kernel;

import java.time.Instant;

/** A span of time from an instant, included, to a later one, excluded. */
public record Window(Instant from, Instant to) {
    public Window {
        if (!from.isBefore(to)) {
            throw new InvalidInputException(
                    "to",
                    to,
                    new Words("a window ends after it begins, at " + from, "结束应晚于开始 " + from),
                    new Words("give a later end", "请给出更晚的结束"));
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
