package perennial.kernel;

import java.time.Instant;

/**
 * Runs have become too old to be kept, an event: each module drops what it had stored for them.
 *
 * @param oldestKept the number of the oldest run that is kept
 * @param asOf the instant that the newest run is as of
 */
public record RunsExpired(long oldestKept, Instant asOf) {}
