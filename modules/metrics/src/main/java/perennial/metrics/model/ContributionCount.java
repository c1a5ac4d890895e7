package perennial.metrics.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.history.Cancellation;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.kernel.Window;

/**
 * What the customers of a window brought in, in each of its equal parts: revenue less what was cancelled or returned,
 * less the cost of the goods that stayed with them. One product without a known cost makes all of it unknown: a guess
 * at its margin would look like a figure.
 */
final class ContributionCount {
    private final Window window;
    private final Map<String, Long> unitCosts;
    private final long[] minor;
    private boolean costsKnown = true;

    /**
     * @param parts of equal length, 1 or more
     * @param unitCosts what the shop pays for a piece, in minor units, by product
     */
    ContributionCount(Window window, int parts, Map<String, Long> unitCosts) {
        this.window = window;
        this.unitCosts = unitCosts;
        this.minor = new long[parts];
    }

    void add(History history) {
        for (Purchase purchase : history.purchases()) {
            if (window.contains(purchase.at())) {
                for (Purchase.Line line : purchase.lines()) {
                    count(purchase.at(), line.amountMinor(), line.sku(), line.quantity());
                }
            }
        }
        for (Cancellation cancellation : history.cancellations()) {
            if (window.contains(cancellation.at())) {
                count(cancellation.at(), -cancellation.amountMinor(), cancellation.sku(), -cancellation.quantity());
            }
        }
    }

    private void count(Instant at, long amount, String sku, int quantity) {
        Long cost = unitCosts.get(sku);
        if (cost == null) {
            costsKnown = false;
        } else {
            minor[part(at)] += amount - cost * quantity;
        }
    }

    private int part(Instant at) {
        double length = Duration.between(window.from(), window.to()).toMillis();
        double elapsed = Duration.between(window.from(), at).toMillis();
        return Math.min(minor.length - 1, (int) (minor.length * (elapsed / length)));
    }

    /** By part, in minor units; empty where the cost of something that was sold or came back is not known. */
    Optional<long[]> minorByPart() {
        return costsKnown ? Optional.of(minor.clone()) : Optional.empty();
    }
}
