package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import perennial.decisions.jpa.DecisionRows;
import perennial.decisions.jpa.RuleUses;
import perennial.decisions.jpa.ShadowRows;
import perennial.decisions.jpa.SimulationRows;
import perennial.kernel.RunsExpired;

/** Drops the decisions of runs that are too old, as far as no cap asks for them. */
@ApplicationScoped
public class Forgetting {
    @Inject
    private Policy policy;

    @Inject
    private DecisionRows rows;

    @Inject
    private RuleUses uses;

    @Inject
    private SimulationRows simulations;

    @Inject
    private ShadowRows shadows;

    void forget(@Observes RunsExpired expired) {
        rows.forgetBefore(expired.oldestKept(), expired.asOf().minus(Contacts.longest(policy.rails())));
        uses.forgetBefore(expired.oldestKept());
        simulations.forgetBefore(expired.oldestKept());
        shadows.forgetBefore(expired.oldestKept());
    }
}
