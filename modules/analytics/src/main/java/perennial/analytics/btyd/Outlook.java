package perennial.analytics.btyd;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the horizon holds for the customers of one frequency who are alive, by their age T and, of regular buyers, their
 * phase: it depends on nothing else. It is computed at some {@link Ages} and read off in between, so that many customers
 * cost little more than a few. Values come in columns, those of the first phase at all ages before those of the second.
 */
final class Outlook {
    private static final int MOST_PURCHASES = 4_096;
    private static final double NEGLIGIBLE = 1e-6;

    private final Ages ages;
    private final int phases;
    private final double[] expected;
    private final double[] discounted;

    /** Per parameter and column: the slope of the expected purchases by the logarithm of the parameter. */
    private final double[][] slopes;

    /** Per number of purchases from 1 on and column: the probability of at least so many. */
    private final double[][] atLeast;

    private final Optional<SpendOutlook> spends;

    /** @param ages of the customers, ascending, each once */
    Outlook(PurchaseModel model, LifetimeValue.Settings settings, Optional<GammaGamma> spend, double x, double[] ages) {
        double t = settings.horizon();
        this.ages = model instanceof BgBb ? Ages.each(ages) : Ages.of(ages, scale(model), x);
        this.phases = Living.phases(model);
        expected = each(model, x, ahead -> ahead.expected(t));
        discounted = settings.discount() instanceof Discount.None
                ? expected
                : each(model, x, ahead -> ahead.discounted(t, settings.discount()));
        slopes = slopes(model, x, t);
        atLeast = counts(model, x, t);
        spends = isCutShort() ? Optional.empty() : spend.map(each -> new SpendOutlook(each, x, atLeast));
    }

    private static double scale(PurchaseModel model) {
        return model instanceof ParetoNbd pareto
                ? Math.min(pareto.alpha(), pareto.beta())
                : model.symbols().getOrDefault("alpha", 1.0);
    }

    private double[] each(PurchaseModel model, double x, ToDoubleFunction<Ahead> of) {
        return IntStream.range(0, phases * ages.size())
                .mapToDouble(i -> of.applyAsDouble(ahead(model, x, i)))
                .toArray();
    }

    private Ahead ahead(PurchaseModel model, double x, int column) {
        return Ahead.of(model, column / ages.size(), x, ages.age(column % ages.size()));
    }

    private double[][] slopes(PurchaseModel model, double x, double t) {
        double[] parameters = model.parameters();
        double[][] slopes = new double[parameters.length][];
        for (int k = 0; k < slopes.length; k++) {
            PurchaseModel up = model.with(Uncertainty.moved(parameters, k, Uncertainty.STEP));
            PurchaseModel down = model.with(Uncertainty.moved(parameters, k, -Uncertainty.STEP));
            slopes[k] = each(up, x, ahead -> ahead.expected(t));
            double[] less = each(down, x, ahead -> ahead.expected(t));
            for (int i = 0; i < less.length; i++) {
                slopes[k][i] = (slopes[k][i] - less[i]) / (2 * Uncertainty.STEP);
            }
        }
        return slopes;
    }

    private double[][] counts(PurchaseModel model, double x, double t) {
        double[][] tails = IntStream.range(0, phases * ages.size())
                .mapToObj(i -> ahead(model, x, i).tail(t, NEGLIGIBLE, MOST_PURCHASES))
                .toArray(double[][]::new);
        int size = Arrays.stream(tails).mapToInt(tail -> tail.length).max().orElse(0);
        double[][] counts = new double[size][tails.length];
        for (int i = 0; i < tails.length; i++) {
            for (int n = 0; n < tails[i].length; n++) {
                counts[n][i] = tails[i][n];
            }
        }
        return counts;
    }

    /** Whether the customers buy too often for the numbers of purchases to be listed. */
    boolean isCutShort() {
        return atLeast.length == MOST_PURCHASES;
    }

    static double read(double[] values, double[] shares) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += shares[i] * values[i];
        }
        return sum;
    }

    /** One customer's part of it, if alive; one object serves many customers in turn. */
    final class View {
        private final double[] atAges = new double[ages.size()];
        private final double[] shares = new double[phases * ages.size()];
        private final double[] moving = new double[shares.length];

        /** Looks from a customer's age and phases. */
        void from(double age, Living living) {
            ages.shares(age, atAges);
            spread(living.phases, shares);
        }

        private void spread(double[] byPhase, double[] over) {
            for (int j = 0; j < phases; j++) {
                for (int i = 0; i < atAges.length; i++) {
                    over[j * atAges.length + i] = byPhase[j] * atAges[i];
                }
            }
        }

        double expected() {
            return read(expected, shares);
        }

        double discounted() {
            return read(discounted, shares);
        }

        /** The slope of the logarithm of the expected purchases by that of a parameter. */
        double logSlope(int parameter, Living living) {
            double slope = read(slopes[parameter], shares);
            if (phases > 1) {
                spread(living.phaseSlopes[parameter], moving);
                slope += read(expected, moving);
            }
            return slope / expected();
        }

        /** The smallest n of which more than n are bought with at most the given probability. */
        double purchases(double probabilityOfMore) {
            int low = -1;
            int high = atLeast.length;
            while (high - low > 1) {
                int middle = (low + high) / 2;
                if (read(atLeast[middle], shares) > probabilityOfMore) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }

        /** The logarithm of the spend, in units of the customer's scale, that is exceeded with that probability. */
        double logSpend(double probabilityOfMore) {
            return spends.orElseThrow().logSpend(probabilityOfMore, shares);
        }
    }
}
