package perennial.decisions;

import java.time.Instant;
import java.util.List;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;

/**
 * What happens to a customer between two runs and should not wait for the next: a silence beyond their own rhythm, a
 * cart left standing, a service case that went badly. Each is put before the rules as an occasion, once.
 */
public interface Alarms {
    /**
     * Those to whom something may have happened since the run in force looked, in the order of their ids; more than
     * those to whom it has.
     *
     * @param everybody else only those of whom something new was told
     */
    List<CustomerId> suspects(Run inForce, boolean everybody);

    /**
     * Has a customer's alarms decided, in one transaction: those that were raised before are not raised again, and
     * neither are those of who has left or may not be contacted.
     *
     * @return how many were raised
     */
    int raise(Run inForce, CustomerId customer);

    /** A customer's alarms, the newest first, at most so many. */
    List<Alarm> latest(CustomerId customer, int limit);

    /**
     * @param moment silence, cart or service
     * @param happened the last purchase before the silence, the last thing put into the cart, the bad service case
     * @param raised the instant at which the rules were asked
     * @param occasion what they answered: see {@link LiveDecisions#find}
     */
    record Alarm(Moment moment, Instant happened, Instant raised, long occasion) {}
}
