package perennial.access.model;

import java.time.Duration;
import java.time.Instant;

/** How often in a row somebody failed, and when last. */
public record Guesses(int failures, Instant last) {
    /** Nobody fails for a day by mistake. */
    public static final Duration MEMORY = Duration.ofDays(1);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 7;

    /** With one more failure; those of yesterday are forgotten. */
    public Guesses failedAt(Instant now) {
        return new Guesses(now.isBefore(last.plus(MEMORY)) ? failures + 1 : 1, now);
    }

    /** Without the latest failure, which was none. */
    public Guesses pardoned() {
        return new Guesses(Math.max(0, failures - 1), last);
    }

    /**
     * From when on the next attempt is looked at.
     *
     * @param free how many failures go without a wait
     */
    public Instant barredUntil(int free) {
        if (failures < free) {
            return last;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures - free, MOST_DOUBLINGS));
        return last.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
    }
}
