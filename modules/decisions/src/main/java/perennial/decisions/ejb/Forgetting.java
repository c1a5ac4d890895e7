package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.Stream;
import perennial.decisions.jpa.DecisionRows;
import perennial.decisions.jpa.RuleUses;
import perennial.kernel.RunsExpired;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.GuardRails.Cap;

/** Drops the decisions of runs that are too old, as far as no cap asks for them. */
@ApplicationScoped
public class Forgetting {
    @Inject
    private Policy policy;

    @Inject
    private DecisionRows rows;

    @Inject
    private RuleUses uses;

    void forget(@Observes RunsExpired expired) {
        rows.forgetBefore(expired.oldestKept(), expired.asOf().minus(longest(policy.rails())));
        uses.forgetBefore(expired.oldestKept());
    }

    /** The longest span of time that any cap looks back. */
    static Duration longest(GuardRails rails) {
        return Stream.concat(rails.caps().values().stream(), Stream.of(rails.allChannels()))
                .map(Cap::window)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
