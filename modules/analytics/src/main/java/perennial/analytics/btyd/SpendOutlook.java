package perennial.analytics.btyd;

import java.util.Arrays;
import perennial.analytics.numeric.BetaFunction;

/**
 * How likely the customers of an {@link Outlook} spend more than so much in all: at some spends, in units of a customer's
 * own scale, and in the columns of the outlook.
 */
final class SpendOutlook {
    private static final int SPENDS = 128;
    private static final double LEFT_OUT = 1e-4;
    private static final double NEGLIGIBLE = 1e-6;

    private final double[] logSpends;
    private final double[][] more;

    /** @param atLeast per number of purchases from 1 on and column the probability of at least so many */
    SpendOutlook(GammaGamma spend, double x, double[][] atLeast) {
        logSpends = spends(spend, x, atLeast.length);
        more = moreThan(spend, x, atLeast);
    }

    /** From nearly the least that one purchase costs to nearly the most that all of them do. */
    private static double[] spends(GammaGamma spend, double x, int most) {
        double shape = spend.q() + spend.p() * x;
        double low = -80;
        double high = 80;
        while (BetaFunction.regularized(Math.exp(-low), shape, spend.p()) > 1 - NEGLIGIBLE && low < high) {
            low++;
        }
        while (BetaFunction.regularized(Math.exp(-high), shape, spend.p() * most) < NEGLIGIBLE && low < high) {
            high--;
        }
        double[] logs = new double[SPENDS];
        for (int k = 0; k < SPENDS; k++) {
            logs[k] = low - 1 + (high - low + 2) * k / (SPENDS - 1);
        }
        return logs;
    }

    private double[][] moreThan(GammaGamma spend, double x, double[][] atLeast) {
        double shape = spend.q() + spend.p() * x;
        int most = (int) Arrays.stream(atLeast)
                .filter(row -> Arrays.stream(row).max().orElse(0) > LEFT_OUT / 100)
                .count();
        double[][] more = new double[SPENDS][atLeast[0].length];
        int width = 1;
        for (int first = 1; first <= most; first += width) {
            width = SpendOutcome.together(first);
            double purchases = first + (width - 1) / 2.0;
            for (int k = 0; k < SPENDS; k++) {
                double probability = BetaFunction.regularized(Math.exp(-logSpends[k]), shape, spend.p() * purchases);
                for (int i = 0; i < atLeast[0].length; i++) {
                    double next = first + width > most ? 0 : atLeast[first + width - 1][i];
                    more[k][i] += (atLeast[first - 1][i] - next) * probability;
                }
            }
        }
        return more;
    }

    /** The logarithm of the spend, in units of the customer's scale, that is exceeded with that probability. */
    double logSpend(double probabilityOfMore, double[] shares) {
        int low = 0;
        int high = SPENDS - 1;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (Outlook.read(more[middle], shares) > probabilityOfMore) {
                low = middle;
            } else {
                high = middle;
            }
        }
        int first = Math.max(0, Math.min(SPENDS - 4, low - 1));
        double wanted = logit(probabilityOfMore);
        double[] places = new double[4];
        for (int i = 0; i < 4; i++) {
            places[i] = logit(Outlook.read(more[first + i], shares));
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
