package perennial.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import perennial.decisions.RuleSimulations.Example;
import perennial.decisions.RuleSimulations.Findings;
import perennial.kernel.Run;

/**
 * A proposal in the shadow of the rules in force: it decides whatever they decide, live and in the weekly run, on the
 * same facts, contacts and budget, and nothing comes of it but what is told here.
 */
public interface RuleShadows {
    /**
     * Begins anew; what an earlier shadow of the version found is forgotten. It ends by itself when the version is live or
     * given back.
     *
     * @throws UnknownRuleVersionException if there is none of that number
     * @throws perennial.kernel.ConflictException if it is no proposal, or another one is in the shadow
     */
    void start(long version, String actor);

    /** @throws perennial.kernel.ConflictException if it is not in the shadow */
    void stop(long version, String actor);

    /** What was found so far, or until it ended; empty where it never began. */
    Optional<Shadow> of(long version);

    /**
     * @param isOn whether it goes on
     * @param live what it made of live decisions
     * @param week what it made of the newest weekly run that it saw; empty before one has ended
     */
    record Shadow(long version, Instant since, String actor, boolean isOn, Live live, Optional<Week> week) {}

    /**
     * @param answers how many live decisions it has seen
     * @param different how many of them it would have made otherwise
     * @param examples some of those, the newest first
     */
    record Live(long answers, long different, List<Example> examples) {}

    /** As a simulation tells it. */
    record Week(Run run, Findings findings) {}
}
