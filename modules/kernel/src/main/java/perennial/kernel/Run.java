package perennial.kernel;

import java.time.Instant;

/**
 * One weekly run: every step of it computes as of the same instant and stores its rows under the same number, so that
 * a step that is done again replaces what it had written.
 *
 * @param asOf what happened before this instant is known to the run; what happened at or after it is not
 */
public record Run(long id, Instant asOf) {}
