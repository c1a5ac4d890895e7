package perennial.webhooks.model;

import java.time.Duration;
import java.util.SplittableRandom;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * How long to wait after a failure, and when to give up: the pause doubles with each attempt up to the longest, and a
 * fifth more or less by seeded chance, so that many receivers that failed together are not all asked together.
 *
 * @param first pause, after the first failure
 * @param longest pause
 * @param parkAfter how long a receiver may fail before it is no longer tried
 */
public record Patience(Duration first, Duration longest, Duration parkAfter) {
    private static final double SPREAD = 0.2;
    private static final int MOST_DOUBLINGS = 30;

    public Patience {
        refuseUnlessPositive("first-pause", first);
        refuseUnlessPositive("park-after", parkAfter);
        if (longest.compareTo(first) < 0) {
            throw refusal(
                    "longest-pause",
                    longest,
                    new Words("it is shorter than the first pause, " + first, "短于首次间隔 " + first));
        }
    }

    private static void refuseUnlessPositive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw refusal(name, duration, new Words("it is not above zero", "应大于零"));
        }
    }

    private static InvalidInputException refusal(String name, Duration value, Words reason) {
        return new InvalidInputException(
                "perennial.webhooks." + name, value, reason, new Words("give such as PT5S or P7D", "请给出例如 PT5S 或 P7D"));
    }

    /** 5 s, doubling up to an hour, for a week. */
    public static Patience standard() {
        return new Patience(Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofDays(7));
    }

    /**
     * @param attempt the one that failed, from 1
     * @param seed of the chance; the same seed and attempt give the same pause
     */
    public Duration pause(int attempt, long seed) {
        int doublings = Math.min(attempt - 1, MOST_DOUBLINGS);
        double exact = Math.min((double) longest.toMillis(), first.toMillis() * Math.pow(2, doublings));
        double factor = 1 - SPREAD + 2 * SPREAD * new SplittableRandom(seed * 31 + attempt).nextDouble();
        return Duration.ofMillis(Math.round(exact * factor));
    }
}
