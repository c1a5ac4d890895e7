package perennial.analytics.evaluation;

/**
 * The area under the receiver operating characteristic: the chance that someone with the outcome has the higher score
 * than someone without it, equal scores counting half.
 *
 * <p>The standard error is that of DeLong, DeLong and Clarke-Pearson (Biometrics 44, 1988, 837-845), computed from
 * ranks as in Sun and Xu (IEEE Signal Processing Letters 21, 2014, 1389-1393) in O(n log n).
 */
public record Auc(double value, double standardError) {

    /** @throws IllegalArgumentException unless both outcomes occur and every score is a number */
    public static Auc of(double[] scores, boolean[] outcomes) {
        Placements placements = Placements.of(scores, outcomes);
        return new Auc(placements.mean(), Math.sqrt(placements.covariance(placements)));
    }

    /** The AUC of the first scores less that of the second, on the same people: the paired test of DeLong. */
    public static Interval difference(double[] first, double[] second, boolean[] outcomes) {
        Placements a = Placements.of(first, outcomes);
        Placements b = Placements.of(second, outcomes);
        double variance = a.covariance(a) + b.covariance(b) - 2 * a.covariance(b);
        double difference = a.mean() - b.mean();
        double reach = Interval.Z * Math.sqrt(Math.max(variance, 0));
        return new Interval(difference, difference - reach, difference + reach);
    }

    /** The normal interval, kept within 0 and 1. */
    public Interval interval() {
        double reach = Interval.Z * standardError;
        return new Interval(value, Math.max(0, value - reach), Math.min(1, value + reach));
    }

    /** For each person the share of people with the other outcome that their score is on the right side of. */
    private static final class Placements {
        private final double[] ofPositives;
        private final double[] ofNegatives;

        private Placements(double[] ofPositives, double[] ofNegatives) {
            this.ofPositives = ofPositives;
            this.ofNegatives = ofNegatives;
        }

        static Placements of(double[] scores, boolean[] outcomes) {
            int m = Outcomes.positivesOfBothKinds(scores, outcomes);
            int n = outcomes.length - m;
            double[] positive = choose(scores, outcomes, true, m);
            double[] negative = choose(scores, outcomes, false, n);
            double[] all = Ranks.middle(scores);
            double[] positiveAmongAll = choose(all, outcomes, true, m);
            double[] negativeAmongAll = choose(all, outcomes, false, n);
            double[] positiveAmongOwn = Ranks.middle(positive);
            double[] negativeAmongOwn = Ranks.middle(negative);
            for (int i = 0; i < m; i++) {
                positive[i] = (positiveAmongAll[i] - positiveAmongOwn[i]) / n;
            }
            for (int j = 0; j < n; j++) {
                negative[j] = 1 - (negativeAmongAll[j] - negativeAmongOwn[j]) / m;
            }
            return new Placements(positive, negative);
        }

        private static double[] choose(double[] values, boolean[] outcomes, boolean outcome, int count) {
            double[] chosen = new double[count];
            for (int i = 0, next = 0; i < values.length; i++) {
                if (outcomes[i] == outcome) {
                    chosen[next++] = values[i];
                }
            }
            return chosen;
        }

        double mean() {
            return mean(ofPositives);
        }

        double covariance(Placements other) {
            return covariance(ofPositives, other.ofPositives) / ofPositives.length
                    + covariance(ofNegatives, other.ofNegatives) / ofNegatives.length;
        }

        private static double mean(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / values.length;
        }

        private static double covariance(double[] a, double[] b) {
            if (a.length < 2) {
                return 0;
            }
            double meanA = mean(a);
            double meanB = mean(b);
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += (a[i] - meanA) * (b[i] - meanB);
            }
            return sum / (a.length - 1);
        }
    }
}
