package perennial.kernel;

import java.time.Instant;

/** A span of time from an instant, included, to a later one, excluded. */
public record Window(Instant from, Instant to) {
    public Window {
        if (!from.isBefore(to)) {
            throw new InvalidInputException("to", to, "a window ends after it begins, at " + from, "give a later end");
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
