package perennial.analytics.btyd;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import perennial.analytics.numeric.BetaFunction;

/**
 * What a customer will spend in all, if the number of purchases is uncertain too. The spend of n purchases is Gamma(p n,
 * nu), nu is Gamma(q + p x, gamma + m x); so it is at most s with the probability I_y(p n, q + p x) at the odds y / (1 -
 * y) = s / (gamma + m x), and over all n the mixture of those.
 */
final class SpendOutcome {
    private static final int ONE_BY_ONE = 24;
    private static final double LEFT_OUT = 1e-4;

    private final double p;
    private final double shape;
    private final double scale;

    SpendOutcome(GammaGamma spend, double spendPurchases, double meanSpend) {
        this.p = spend.p();
        this.shape = spend.q() + spend.p() * spendPurchases;
        this.scale = spend.gamma() + meanSpend * spendPurchases;
    }

    /** @param atLeast the probability of at least n purchases */
    OutcomeInterval interval(double coverage, IntToDoubleFunction atLeast) {
        double tail = (1 - coverage) / 2;
        double any = atLeast.applyAsDouble(1);
        if (any <= tail) {
            return new OutcomeInterval(0, 0);
        }
        Groups groups = Groups.of(atLeast);
        double high = quantile(groups, tail);
        double low = any <= 1 - tail ? 0 : quantile(groups, 1 - tail);
        return new OutcomeInterval(low, high);
    }

    /** The spend that is exceeded with the given probability. */
    private double quantile(Groups groups, double probabilityOfMore) {
        double low = -80;
        double high = 80;
        while (high - low > 1e-6) {
            double middle = (low + high) / 2;
            if (probabilityOfMoreThan(Math.exp(middle), groups) > probabilityOfMore) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return scale * Math.exp((low + high) / 2);
    }

    private double probabilityOfMoreThan(double odds, Groups groups) {
        double sum = 0;
        for (int i = 0; i < groups.size; i++) {
            sum += groups.probability[i] * BetaFunction.regularized(1 / odds, shape, p * groups.purchases[i]);
        }
        return sum;
    }

    /** How many numbers of purchases from this one on are so alike that they count as their middle. */
    static int together(int purchases) {
        return Math.max(1, purchases / ONE_BY_ONE);
    }

    /** The numbers of purchases from 1 on with their probabilities, neighbours taken together where they are many. */
    private static final class Groups {
        private double[] purchases = new double[48];
        private double[] probability = new double[48];
        private int size;

        static Groups of(IntToDoubleFunction atLeast) {
            int last = 1;
            while (atLeast.applyAsDouble(last + 1) > LEFT_OUT && last < 1 << 29) {
                last *= 2;
            }
            Groups groups = new Groups();
            double above = atLeast.applyAsDouble(1);
            int width = 1;
            for (int first = 1; first <= last; first += width) {
                width = together(first);
                double next = first + width > last ? 0 : atLeast.applyAsDouble(first + width);
                groups.add(first + (width - 1) / 2.0, above - next);
                above = next;
            }
            return groups;
        }

        private void add(double middle, double share) {
            if (size == purchases.length) {
                purchases = Arrays.copyOf(purchases, 2 * size);
                probability = Arrays.copyOf(probability, 2 * size);
            }
            purchases[size] = middle;
            probability[size] = share;
            size++;
        }
    }
}
