package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import perennial.activity.Customers;
import perennial.decisions.Alarms;
import perennial.decisions.LiveDecisions;
import perennial.decisions.Occasion;
import perennial.decisions.jpa.AlarmRows;
import perennial.decisions.jpa.OccasionRows;
import perennial.decisions.model.Conditions;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;

/** Whoever raises for a customer has the customer's turn, so that of two nodes one finds that the other has done it. */
@Stateless
@Local(Alarms.class)
public class AlarmRaising implements Alarms {
    @Inject
    private Suspicion suspicion;

    @Inject
    private Situations situations;

    @Inject
    private Customers customers;

    @Inject
    private LiveDecisions live;

    @Inject
    private OccasionRows occasions;

    @Inject
    private AlarmRows alarms;

    @Override
    public List<CustomerId> suspects(Run inForce, boolean everybody) {
        return suspicion.suspects(inForce, everybody);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int raise(Run inForce, CustomerId customer) {
        occasions.takeTurn(customer);
        List<Conditions.Happening> happenings = situations
                .of(inForce, customer)
                .map(suspicion.conditions()::happenings)
                .orElse(List.of());
        return happenings.isEmpty()
                ? 0
                : Raising.raise(
                        happenings,
                        customers.find(customer),
                        alarms,
                        moment -> live.decide(
                                inForce,
                                new Occasion(customer, moment, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    @Override
    public List<Alarm> latest(CustomerId customer, int limit) {
        return alarms.latest(customer, limit);
    }
}
