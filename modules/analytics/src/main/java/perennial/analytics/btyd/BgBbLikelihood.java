package perennial.analytics.btyd;

import java.util.Comparator;
import java.util.stream.IntStream;
import perennial.analytics.numeric.GammaFunction;

/**
 * The log-likelihood of BG/BB over (alpha, beta, gamma, delta) with analytic first and second derivatives. Of one
 * customer it is the logarithm of a sum over the occasion after which the customer may have left; its gradient is the
 * mean of the terms' gradients under their weights, its Hessian the mean of theirs plus the covariance of the gradients.
 * This is a numerical kernel and is not chopped.
 */
final class BgBbLikelihood implements LogLikelihood {
    private final PurchaseSummaries customers;

    /** The rows by x and T, later purchases first: the terms of one are the first terms of the next. */
    private final int[] order;

    BgBbLikelihood(PurchaseSummaries customers) {
        this.customers = customers;
        this.order = IntStream.range(0, customers.rows())
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(customers::x)
                        .thenComparingDouble(customers::T)
                        .thenComparingDouble(row -> -customers.tx(row)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public Derivatives at(double[] parameters) {
        int longest = (int) customers.longestAge() + 1;
        Rises alpha = new Rises(parameters[0], longest);
        Rises beta = new Rises(parameters[1], longest);
        Rises both = new Rises(parameters[0] + parameters[1], longest);
        Rises delta = new Rises(parameters[3], longest);
        Rises ends = new Rises(parameters[2] + parameters[3], longest);
        double gamma = parameters[2];
        return Derivatives.sum(4, customers.rows(), (from, to) -> {
            Derivatives sum = new Derivatives(4);
            Term term = new Term();
            int x = -1;
            int n = -1;
            int k = 0;
            for (int i = from; i < to; i++) {
                int row = order[i];
                if (i == from || x != customers.x(row) || n != customers.T(row)) {
                    x = (int) customers.x(row);
                    n = (int) customers.T(row);
                    k = n - 1;
                    term.begin(alpha, beta, both, delta, ends, x, n);
                }
                for (; k >= customers.tx(row); k--) {
                    term.left(beta, both, delta, ends, x, k, gamma);
                }
                term.addTo(sum, customers.weight(row));
            }
            return sum;
        });
    }

    /** ln of z (z + 1) ... (z + k - 1) and its two derivatives, for all k up to a largest. */
    private static final class Rises {
        private final double[] log;
        private final double[] first;
        private final double[] second;

        Rises(double z, int largest) {
            log = new double[largest + 1];
            first = new double[largest + 1];
            second = new double[largest + 1];
            for (int k = 1; k <= largest; k++) {
                log[k] = GammaFunction.logRise(z, k);
                first[k] = first[k - 1] + 1 / (z + (k - 1));
                second[k] = second[k - 1] - 1 / ((z + (k - 1)) * (z + (k - 1)));
            }
        }
    }

    /** The running sum of one customer, scaled so that it can't overflow. */
    private static final class Term {
        private final double[] slope = new double[4];
        private final double[] mean = new double[4];
        private final double[][] moment = new double[4][4];
        private double base;
        private double largest;
        private double mass;
        private double slopeOfX;
        private double secondOfX;

        void begin(Rises alpha, Rises beta, Rises both, Rises delta, Rises ends, int x, int n) {
            base = alpha.log[x];
            largest = beta.log[n - x] - both.log[n] + delta.log[n] - ends.log[n];
            mass = 0;
            for (int i = 0; i < 4; i++) {
                mean[i] = 0;
                for (int j = i; j < 4; j++) {
                    moment[i][j] = 0;
                }
            }
            slope[0] = alpha.first[x] - both.first[n];
            slope[1] = beta.first[n - x] - both.first[n];
            slope[2] = -ends.first[n];
            slope[3] = delta.first[n] - ends.first[n];
            slopeOfX = alpha.first[x];
            secondOfX = alpha.second[x];
            add(1, beta.second[n - x], both.second[n], delta.second[n], ends.second[n], 0);
        }

        void left(Rises beta, Rises both, Rises delta, Rises ends, int x, int k, double gamma) {
            double log = beta.log[k - x] - both.log[k] + delta.log[k] - ends.log[k + 1] + Math.log(gamma);
            double scaled = log - largest;
            if (scaled > 30) {
                rescale(scaled);
                scaled = 0;
            }
            slope[0] = slopeOfX - both.first[k];
            slope[1] = beta.first[k - x] - both.first[k];
            slope[2] = 1 / gamma - ends.first[k + 1];
            slope[3] = delta.first[k] - ends.first[k + 1];
            add(
                    Math.exp(scaled),
                    beta.second[k - x],
                    both.second[k],
                    delta.second[k],
                    ends.second[k + 1],
                    -1 / (gamma * gamma));
        }

        private void rescale(double by) {
            double factor = Math.exp(-by);
            largest += by;
            mass *= factor;
            for (int i = 0; i < 4; i++) {
                mean[i] *= factor;
                for (int j = i; j < 4; j++) {
                    moment[i][j] *= factor;
                }
            }
        }

        private void add(double weight, double beta, double both, double delta, double ends, double gamma) {
            mass += weight;
            for (int i = 0; i < 4; i++) {
                mean[i] += weight * slope[i];
                for (int j = i; j < 4; j++) {
                    moment[i][j] += weight * slope[i] * slope[j];
                }
            }
            moment[0][0] += weight * (secondOfX - both);
            moment[0][1] -= weight * both;
            moment[1][1] += weight * (beta - both);
            moment[2][2] += weight * (gamma - ends);
            moment[2][3] -= weight * ends;
            moment[3][3] += weight * (delta - ends);
        }

        void addTo(Derivatives sum, double weight) {
            sum.value += weight * (base + largest + Math.log(mass));
            for (int i = 0; i < 4; i++) {
                double slopeOfSum = mean[i] / mass;
                sum.gradient[i] += weight * slopeOfSum;
                for (int j = i; j < 4; j++) {
                    sum.hessian[i][j] += weight * (moment[i][j] / mass - slopeOfSum * mean[j] / mass);
                }
            }
        }
    }
}
