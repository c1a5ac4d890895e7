package perennial.analytics.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import perennial.analytics.history.Cancellation;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.kernel.Window;

/**
 * Counts the inputs of the metrics from histories, one customer after the other in flat memory. A shop without
 * contracts can't see who is a customer, only who buys: the customers at the start of a period are those who bought in
 * the equally long period before it, and those at its end are the ones who bought in it.
 */
public final class PeriodCount {
    private final Window period;
    private final Window before;
    private final boolean beforeIsRecorded;
    private long sales;
    private long cancelled;
    private long buyers;
    private long firstBuyers;
    private long buyersBefore;
    private long stayed;

    /** @param recordedFrom the instant from which the shop's orders are known without gaps */
    public PeriodCount(Window period, Instant recordedFrom) {
        this.period = period;
        Duration length = Duration.between(period.from(), period.to());
        this.before = new Window(period.from().minus(length), period.from());
        this.beforeIsRecorded = !recordedFrom.isAfter(before.from());
    }

    public void add(History history) {
        boolean bought = false;
        boolean boughtBefore = false;
        for (Purchase purchase : history.purchases()) {
            if (period.contains(purchase.at())) {
                bought = true;
                sales += purchase.amountMinor();
            }
            boughtBefore |= before.contains(purchase.at());
        }
        for (Cancellation cancellation : history.cancellations()) {
            cancelled += period.contains(cancellation.at()) ? cancellation.amountMinor() : 0;
        }
        buyers += bought ? 1 : 0;
        buyersBefore += boughtBefore ? 1 : 0;
        stayed += bought && boughtBefore ? 1 : 0;
        firstBuyers += bought && period.contains(history.purchases().get(0).at()) ? 1 : 0;
    }

    /** Orders of the period, as placed, in minor units. */
    public long salesMinor() {
        return sales;
    }

    /** What was cancelled or returned in the period, in minor units; the orders may be older. */
    public long cancelledMinor() {
        return cancelled;
    }

    /** Sales less what was cancelled or returned. */
    public long revenueMinor() {
        return sales - cancelled;
    }

    /** Customers who bought in the period (B and E). */
    public long buyers() {
        return buyers;
    }

    /**
     * Customers whose first purchase lies in the period (F); empty where the records begin later than the period
     * before, because then everybody who comes back looks like a first buyer.
     */
    public OptionalLong firstBuyers() {
        return whereRecorded(firstBuyers);
    }

    /** Customers who bought in the equally long period before (S); empty where the records begin later. */
    public OptionalLong atStart() {
        return whereRecorded(buyersBefore);
    }

    private OptionalLong whereRecorded(long count) {
        return beforeIsRecorded ? OptionalLong.of(count) : OptionalLong.empty();
    }

    /** Buyers of the period who had not bought in the one before (N). */
    public long gained() {
        return buyers - stayed;
    }
}
