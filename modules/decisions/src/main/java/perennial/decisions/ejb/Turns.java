package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import perennial.decisions.LiveDecisions.Answer;
import perennial.decisions.Moment;
import perennial.decisions.jpa.OccasionRows;
import perennial.decisions.model.Background;
import perennial.decisions.model.Case;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.ruleengine.Budget;
import perennial.ruleengine.Circumstances;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.Holdout;
import perennial.ruleengine.Outcome;
import perennial.rules.CustomerSnapshot;

/**
 * What nobody else may come between when a live decision is made: contacts and budget are read, decided by, and kept.
 * Whoever decides for the same customer, or out of the same budget, waits until the transaction has ended.
 */
@ApplicationScoped
public class Turns {
    private OccasionRows occasions;

    private Contacts contacts;

    // Fixed at start, and kept: a call to the bean that has them takes as long as the rules.
    private GuardRails rails;

    private Holdout holdout;

    private Shadows shadows;

    @SuppressWarnings("NullAway.Init") // for the container's proxy
    protected Turns() {}

    @Inject
    Turns(OccasionRows occasions, Contacts contacts, Policy policy, Shadows shadows) {
        this.occasions = occasions;
        this.contacts = contacts;
        this.rails = policy.rails();
        this.holdout = policy.holdout();
        this.shadows = shadows;
    }

    void begin(CustomerId customer) {
        occasions.takeTurn(customer);
    }

    /** Within the customer's turn. */
    Answer decide(Background background, CustomerSnapshot snapshot, Moment moment, Instant now) {
        Run run = background.run();
        Optional<Long> limit = background.limited() ? occasions.budgetLeft(run) : Optional.empty();
        Budget budget = limit.map(
                        left -> Budget.of(new Money(left, background.base().currency())))
                .orElseGet(Budget::unlimited);
        Circumstances circumstances = new Circumstances(
                now,
                rails,
                background.economics(),
                contacts.upTo(now, run, new CustomerId(snapshot.customer())),
                budget,
                holdout);
        Outcome outcome = background.book().decide(snapshot, circumstances);
        Case decided = Case.of(snapshot, outcome);
        Answer answer = occasions.add(run, moment, now, background.versions(), decided);
        limit.ifPresent(left -> occasions.keepBudget(run, budget.left()));
        shadows.look(answer.id(), snapshot, circumstances, outcome);
        return answer;
    }
}
