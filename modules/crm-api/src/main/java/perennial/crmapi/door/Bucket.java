package perennial.crmapi.door;

import java.time.Duration;
import java.time.Instant;

/**
 * Tokens that fill up with time; each request takes one.
 *
 * @param tokens as of the instant
 * @param refuses whether the last request found none
 */
record Bucket(double tokens, Instant at, boolean refuses) {
    static Bucket full(double burst, Instant now) {
        return new Bucket(burst, now, false);
    }

    Bucket filled(double perSecond, double burst, Instant now) {
        double seconds = Math.max(0, Duration.between(at, now).toNanos() / 1e9);
        return new Bucket(Math.min(burst, tokens + seconds * perSecond), now, false);
    }

    Bucket taken() {
        return tokens < 1 ? new Bucket(tokens, at, true) : new Bucket(tokens - 1, at, false);
    }

    /** Whole seconds until there is a token again. */
    long secondsLeft(double perSecond) {
        return Math.max(1, (long) Math.ceil((1 - tokens) / perSecond));
    }
}
