package perennial.analytics.btyd;

import java.util.Optional;
import java.util.OptionalDouble;

/** What many customers are expected to buy, a row per customer in the order in which they were given. */
public final class CustomerValues {
    final double[] alive;
    final double[] purchases;
    final double[][] purchasesEstimate;
    final double[][] purchasesOutcome;
    final double[] spend;
    final double[] value;
    final double[] discounted;
    final double[][] valueEstimate;
    final double[][] valueOutcome;

    /** Numbers that are absent are NaN inside and nowhere else. */
    CustomerValues(int customers) {
        alive = new double[customers];
        purchases = new double[customers];
        purchasesEstimate = new double[2][customers];
        purchasesOutcome = new double[2][customers];
        spend = new double[customers];
        value = new double[customers];
        discounted = new double[customers];
        valueEstimate = new double[2][customers];
        valueOutcome = new double[2][customers];
    }

    public int customers() {
        return alive.length;
    }

    public CustomerValue get(int row) {
        return new CustomerValue(
                alive[row],
                purchases[row],
                estimate(purchasesEstimate, row),
                new OutcomeInterval(purchasesOutcome[0][row], purchasesOutcome[1][row]),
                known(spend[row]),
                known(value[row]),
                known(discounted[row]),
                estimate(valueEstimate, row),
                Double.isNaN(valueOutcome[0][row])
                        ? Optional.empty()
                        : Optional.of(new OutcomeInterval(valueOutcome[0][row], valueOutcome[1][row])));
    }

    void set(int row, CustomerValue one) {
        alive[row] = one.probabilityAlive();
        purchases[row] = one.expectedPurchases();
        purchasesOutcome[0][row] = one.purchasesOutcome().low();
        purchasesOutcome[1][row] = one.purchasesOutcome().high();
        spend[row] = one.expectedSpend().orElse(Double.NaN);
        value[row] = one.expectedValue().orElse(Double.NaN);
        discounted[row] = one.discountedValue().orElse(Double.NaN);
        set(purchasesEstimate, row, one.purchasesEstimate());
        set(valueEstimate, row, one.valueEstimate());
        valueOutcome[0][row] = one.valueOutcome().map(OutcomeInterval::low).orElse(Double.NaN);
        valueOutcome[1][row] = one.valueOutcome().map(OutcomeInterval::high).orElse(Double.NaN);
    }

    static void set(double[][] ends, int row, Optional<EstimateInterval> interval) {
        ends[0][row] = interval.map(EstimateInterval::low).orElse(Double.NaN);
        ends[1][row] = interval.map(EstimateInterval::high).orElse(Double.NaN);
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Optional<EstimateInterval> estimate(double[][] ends, int row) {
        return Double.isNaN(ends[0][row])
                ? Optional.empty()
                : Optional.of(new EstimateInterval(ends[0][row], ends[1][row]));
    }
}
