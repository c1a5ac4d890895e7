package perennial.activity;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.Money;
import perennial.kernel.Window;

/** The sums of the shop, straight from its orders and costs. */
public interface Ledger {
    /** The sums of everything before the cut. */
    Totals totals(Instant cut);

    /** The sums of a window of time. */
    Totals totals(Window window);

    /** The median amount of all orders before the cut; empty where nobody bought. */
    Optional<Money> medianOrder(Instant cut);

    /** Pieces sold in the window, by product; what was not sold is not in it. */
    Map<String, Long> unitsSold(Window window);

    /** Costs whose period lies in the window; a period that overlaps its edge counts by its share of days. */
    List<Cost> costs(Window window);

    /** The months of the shop's calendar with a purchase before the cut, the earliest first; the last one may be partial. */
    List<Month> months(Instant cut);

    /** The end of the last day, in the shop's zone, on which anything happened; empty in an empty shop. */
    Optional<Instant> endOfActivity();

    /** The first purchase of all; empty where nobody bought. */
    Optional<Instant> firstPurchase();

    /**
     * @param customers known customers, buyers or not
     * @param buyers customers with a purchase
     * @param newBuyers customers whose first purchase of all lies in the time asked for
     * @param lines purchase lines
     * @param sales purchase lines' amounts, as placed
     * @param cancellationLines lines cancelled or returned
     * @param cancelled their amount, as a positive figure
     */
    record Totals(
            long customers,
            long buyers,
            long newBuyers,
            long orders,
            long lines,
            Money sales,
            long cancellationLines,
            Money cancelled) {}

    /**
     * @param buyers customers who bought in the month
     * @param sales as placed
     */
    record Month(YearMonth month, long orders, long buyers, Money sales) {}

    /**
     * @param kind acquisition, retention or marketing
     * @param channel empty where the cost belongs to none
     */
    record Cost(String kind, Optional<String> channel, Money amount) {}
}
