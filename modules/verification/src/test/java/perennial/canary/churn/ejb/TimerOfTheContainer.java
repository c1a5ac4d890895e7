package perennial.canary.churn.ejb;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Breaks the rule that timers are bean-managed: a method without a transaction still is the container's. */
@Singleton
public class TimerOfTheContainer {

    @Schedule(hour = "*", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void lookAgain() {}
}
