package perennial.canary.analytics;

import java.time.Instant;

/** Its result depends on when it is asked. */
public final class ReadsTheClock {
    private ReadsTheClock() {}

    public static Instant cut() {
        return Instant.now();
    }
}
