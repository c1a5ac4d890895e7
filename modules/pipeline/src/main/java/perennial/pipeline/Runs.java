package perennial.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.Words;

/** The weekly runs: started by the clock, by a person or by a program, followed while they go on. */
public interface Runs {
    /**
     * Queues a run as of now, or, in a shop of the past, as of the end of its last day of activity.
     *
     * @param actor who asks
     * @throws perennial.kernel.ConflictException if a run is queued or running, or the shop holds nothing yet
     */
    long start(String actor);

    /** @throws UnknownRunException if there is none of that number */
    RunReport report(long id);

    /** The newest first. */
    List<RunReport> latest(int limit);

    /** How many runs there are of each status; those of which there are none are left out. */
    Map<Status, Long> counts();

    enum Status {
        QUEUED,
        RUNNING,
        COMPLETED,
        FAILED
    }

    /** @param failure why it failed; empty unless it did */
    record RunReport(
            long id,
            Status status,
            Instant asOf,
            Instant created,
            Optional<Instant> started,
            Optional<Instant> finished,
            Optional<Words> failure,
            List<StepReport> steps) {}

    /**
     * @param total how much there is to do; empty while that is not known
     * @param rate how much was done in a second so far; empty before anything was
     * @param secondsLeft at that rate; empty unless it can be told
     */
    record StepReport(
            Station station,
            Status status,
            long done,
            Optional<Long> total,
            Optional<Double> rate,
            Optional<Double> secondsLeft,
            Optional<Instant> started,
            Optional<Instant> finished) {}
}
