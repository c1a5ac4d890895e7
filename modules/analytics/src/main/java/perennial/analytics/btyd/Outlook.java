package perennial.analytics.btyd;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import perennial.analytics.numeric.BetaFunction;

/**
 * What the horizon holds for the customers of one frequency who are alive, by their age T: in the models of purchases at
 * random it depends on nothing else. It is computed at the ages that occur, or, where they are many, at Chebyshev points
 * of ln(T + scale), between which everything here is smooth, and read off in between by the barycentric formula (Berrut
 * and Trefethen 2004, SIAM Review 46(3)). So many customers cost little more than a few.
 */
final class Outlook {
    /** Between so many points the error is below 1e-10 of the value. */
    static final int POINTS = 32;

    private static final int MOST_PURCHASES = 4_096;
    private static final int SPENDS = 128;
    private static final double LEFT_OUT = 1e-4;
    private static final double NEGLIGIBLE = 1e-6;

    private final double scale;
    private final double[] points;
    private final double[] weights;

    /** Per point: the expected purchases, discounted or not. */
    final double[] expected;

    final double[] discounted;

    /** Per parameter and point: the slope of the logarithm of the expected purchases by that of the parameter. */
    final double[][] slopes;

    /** Per number of purchases from 1 on and point: the probability of at least so many. */
    private final double[][] atLeast;

    /** The logarithms of spends, in units of a customer's own scale, and per spend and point how likely more is. */
    private final double[] logSpends;

    private final double[][] more;

    /** @param ages ascending, each once */
    Outlook(PurchaseModel model, LifetimeValue.Settings settings, Optional<GammaGamma> spend, double x, double[] ages) {
        double[] parameters = model.parameters();
        double t = settings.horizon();
        scale = model instanceof ParetoNbd ? Math.min(parameters[1], parameters[3]) : parameters[1];
        double[] at = ages.length <= POINTS ? ages : chebyshev(ages[0], ages[ages.length - 1], scale);
        points = Arrays.stream(at).map(age -> Math.log(age + scale)).toArray();
        weights = new double[points.length];
        for (int i = 0; i < weights.length; i++) {
            double end = i == 0 || i == weights.length - 1 ? 0.5 : 1;
            weights[i] = i % 2 == 0 ? end : -end;
        }
        expected = each(at, age -> whileAlive(model, x, age, model.expectedPurchases(x, last(x, age), age, t)));
        discounted = settings.discount() instanceof Discount.None
                ? expected
                : each(
                        at,
                        age -> whileAlive(
                                model,
                                x,
                                age,
                                model.discountedPurchases(x, last(x, age), age, t, settings.discount())));
        slopes = new double[parameters.length][];
        for (int k = 0; k < slopes.length; k++) {
            PurchaseModel up = model.with(Uncertainty.moved(parameters, k, Uncertainty.STEP));
            PurchaseModel down = model.with(Uncertainty.moved(parameters, k, -Uncertainty.STEP));
            slopes[k] = each(
                    at, age -> (logExpected(up, x, age, t) - logExpected(down, x, age, t)) / (2 * Uncertainty.STEP));
        }
        atLeast = counts(model, x, at, t);
        logSpends = spend.map(each -> spends(each, x)).orElse(new double[0]);
        more = spend.map(each -> moreThan(each, x)).orElse(new double[0][]);
    }

    private static double[] chebyshev(double from, double to, double scale) {
        double low = Math.log(from + scale);
        double high = Math.log(to + scale);
        double[] ages = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double log = (low + high) / 2 - (high - low) / 2 * Math.cos(Math.PI * i / (POINTS - 1));
            ages[i] = Math.max(from, Math.min(to, Math.exp(log) - scale));
        }
        return ages;
    }

    private static double last(double x, double age) {
        return x == 0 ? 0 : age;
    }

    private static double whileAlive(PurchaseModel model, double x, double age, double value) {
        return value / model.pAlive(x, last(x, age), age);
    }

    private static double logExpected(PurchaseModel model, double x, double age, double t) {
        return Math.log(whileAlive(model, x, age, model.expectedPurchases(x, last(x, age), age, t)));
    }

    private static double[] each(double[] ages, DoubleUnaryOperator ofAge) {
        return Arrays.stream(ages).map(ofAge).toArray();
    }

    private static double[][] counts(PurchaseModel model, double x, double[] ages, double t) {
        double[][] counts = new double[64][];
        int size = 0;
        double largest = 1;
        while (largest > NEGLIGIBLE && size < MOST_PURCHASES) {
            int n = size + 1;
            if (size == counts.length) {
                counts = Arrays.copyOf(counts, 2 * size);
            }
            counts[size] = each(
                    ages, age -> whileAlive(model, x, age, model.probabilityOfAtLeast(n, x, last(x, age), age, t)));
            largest = Arrays.stream(counts[size]).max().orElse(0);
            size++;
        }
        return Arrays.copyOf(counts, size);
    }

    /** Whether the customers buy too often for the numbers of purchases to be listed. */
    boolean isCutShort() {
        return atLeast.length == MOST_PURCHASES;
    }

    /** From nearly the least that one purchase costs to nearly the most that all of them do. */
    private double[] spends(GammaGamma spend, double x) {
        double shape = spend.q() + spend.p() * x;
        double low = -80;
        double high = 80;
        while (BetaFunction.regularized(Math.exp(-low), shape, spend.p()) > 1 - NEGLIGIBLE && low < high) {
            low++;
        }
        while (BetaFunction.regularized(Math.exp(-high), shape, spend.p() * atLeast.length) < NEGLIGIBLE
                && low < high) {
            high--;
        }
        double[] logs = new double[SPENDS];
        for (int k = 0; k < SPENDS; k++) {
            logs[k] = low - 1 + (high - low + 2) * k / (SPENDS - 1);
        }
        return logs;
    }

    private double[][] moreThan(GammaGamma spend, double x) {
        double shape = spend.q() + spend.p() * x;
        int most = (int) Arrays.stream(atLeast)
                .filter(row -> Arrays.stream(row).max().orElse(0) > LEFT_OUT / 100)
                .count();
        double[][] more = new double[SPENDS][points.length];
        int width = 1;
        for (int first = 1; first <= most; first += width) {
            width = SpendOutcome.together(first);
            double purchases = first + (width - 1) / 2.0;
            for (int k = 0; k < SPENDS; k++) {
                double probability = BetaFunction.regularized(Math.exp(-logSpends[k]), shape, spend.p() * purchases);
                for (int i = 0; i < points.length; i++) {
                    double next = first + width > most ? 0 : atLeast[first + width - 1][i];
                    more[k][i] += (atLeast[first - 1][i] - next) * probability;
                }
            }
        }
        return more;
    }

    /** What to multiply the values at the points by, to read one off at an age. */
    double[] at(double age, double[] shares) {
        double place = Math.log(age + scale);
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            double distance = place - points[i];
            if (distance == 0) {
                Arrays.fill(shares, 0);
                shares[i] = 1;
                return shares;
            }
            shares[i] = weights[i] / distance;
            sum += shares[i];
        }
        for (int i = 0; i < points.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    double read(double[] values, double[] shares) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += shares[i] * values[i];
        }
        return sum;
    }

    /** The smallest n of which more than n are bought with at most the given probability, if alive. */
    double purchases(double probabilityOfMore, double[] shares) {
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

    /** The logarithm of the spend, in units of the customer's scale, that is exceeded with that probability, if alive. */
    double logSpend(double probabilityOfMore, double[] shares) {
        int low = 0;
        int high = SPENDS - 1;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (read(more[middle], shares) > probabilityOfMore) {
                low = middle;
            } else {
                high = middle;
            }
        }
        int first = Math.max(0, Math.min(SPENDS - 4, low - 1));
        double wanted = logit(probabilityOfMore);
        double[] places = new double[4];
        for (int i = 0; i < 4; i++) {
            places[i] = logit(read(more[first + i], shares));
        }
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double factor = logSpends[first + i];
            for (int j = 0; j < 4; j++) {
                factor *= i == j ? 1 : (wanted - places[j]) / (places[i] - places[j]);
            }
            sum += factor;
        }
        boolean inside = sum >= logSpends[low] && sum <= logSpends[high];
        return inside ? sum : (logSpends[low] + logSpends[high]) / 2;
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
