package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Currency;
import perennial.decisions.Moment;
import perennial.decisions.jpa.OccasionRows;
import perennial.decisions.model.Background;
import perennial.decisions.model.Case;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.ruleengine.Budget;
import perennial.ruleengine.Circumstances;
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

    private Policy policy;

    private Shadows shadows;

    @SuppressWarnings("NullAway.Init") // for the container's proxy
    protected Turns() {}

    @Inject
    Turns(OccasionRows occasions, Contacts contacts, Policy policy, Shadows shadows) {
        this.occasions = occasions;
        this.contacts = contacts;
        this.policy = policy;
        this.shadows = shadows;
    }

    void begin(CustomerId customer) {
        occasions.takeTurn(customer);
    }

    /**
     * Within the customer's turn.
     *
     * @return the number of the occasion
     */
    long decide(Background background, CustomerSnapshot snapshot, Moment moment, Instant now) {
        Run run = background.run();
        Budget budget = budget(run, background.base().currency());
        Circumstances circumstances = new Circumstances(
                now,
                policy.rails(),
                background.economics(),
                contacts.upTo(now, run, new CustomerId(snapshot.customer())),
                budget,
                policy.holdout());
        Outcome outcome = background.book().decide(snapshot, circumstances);
        Case decided = Case.of(snapshot, outcome);
        long id = occasions.add(run, moment, now, background.versions(), decided);
        occasions.keepBudget(run, budget.left());
        shadows.look(id, snapshot, circumstances, outcome);
        return id;
    }

    private Budget budget(Run run, Currency currency) {
        return occasions
                .budgetLeft(run)
                .map(left -> Budget.of(new Money(left, currency)))
                .orElseGet(Budget::unlimited);
    }
}
