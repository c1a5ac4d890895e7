package perennial.decisions.ejb;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import perennial.activity.Customers.Consent;
import perennial.activity.Customers.Customer;
import perennial.decisions.LiveDecisions.Answer;
import perennial.decisions.Moment;
import perennial.decisions.jpa.AlarmRows;
import perennial.decisions.model.Conditions.Happening;
import perennial.kernel.CustomerId;

/** Puts what happened to a customer before the rules, each thing once. */
final class Raising {
    private Raising() {}

    /**
     * @param customer empty, or without a consent, for who may not be contacted: nothing is raised
     * @param rules what they decide at a moment, in the transaction of this call
     * @return how many were raised
     */
    static int raise(
            List<Happening> happenings, Optional<Customer> customer, AlarmRows rows, Function<Moment, Answer> rules) {
        int raised = 0;
        if (customer.filter(Raising::mayBeContacted).isPresent()) {
            CustomerId id = customer.get().id();
            for (Happening happening : happenings) {
                if (!rows.holds(id, happening)) {
                    Answer answer = rules.apply(happening.moment());
                    rows.add(id, happening, answer.at(), answer.id());
                    raised++;
                }
            }
        }
        return raised;
    }

    private static boolean mayBeContacted(Customer customer) {
        return customer.consents().stream().anyMatch(Consent::given);
    }
}
