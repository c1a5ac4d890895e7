package perennial.analytics.churn;

import java.util.Arrays;

/**
 * Penalised maximum likelihood of a logistic regression: the coefficients that minimise -log L + penalty / 2 |w|^2, each
 * within its direction, the intercept free. Newton's method with halved steps (iteratively reweighted least squares);
 * the quadratic problem of a step is solved by coordinate descent, which keeps to the directions (Friedman, Hastie and
 * Tibshirani, Journal of Statistical Software 33, 2010, section 3, without the lasso).
 *
 * <p>A numerical kernel: state is the point and the quadratic problem around it, reused from step to step.
 */
final class NewtonLogit {
    private static final int MOST_STEPS = 100;
    private static final int MOST_SWEEPS = 20_000;
    private static final double TOLERANCE = 1e-10;

    /** Keeps the problem bounded where columns repeat each other and nothing is penalised. */
    private static final double JITTER = 1e-10;

    private final double[][] x;
    private final boolean[] y;
    private final Column.Direction[] directions;
    private final double penalty;
    private final int p;
    private final double[][] hessian;
    private final double[] downhill;
    private double[] point;

    private NewtonLogit(double[][] x, boolean[] y, Column.Direction[] directions, double penalty) {
        this.x = x;
        this.y = y;
        this.directions = directions;
        this.penalty = penalty;
        this.p = directions.length;
        this.hessian = new double[p + 1][p + 1];
        this.downhill = new double[p + 1];
        this.point = new double[p + 1];
    }

    /** One coefficient for each column of x, and last the intercept. */
    static double[] fit(double[][] x, boolean[] y, Column.Direction[] directions, double penalty) {
        NewtonLogit newton = new NewtonLogit(x, y, directions, penalty);
        newton.minimise();
        return newton.point;
    }

    private void minimise() {
        double loss = loss(point);
        for (int step = 0; step < MOST_STEPS; step++) {
            expand();
            double[] target = minimumOfTheExpansion();
            double part = 1;
            double[] next = target;
            double nextLoss = loss(next);
            while (!(nextLoss <= loss) && part > 1e-8) {
                part /= 2;
                next = between(point, target, part);
                nextLoss = loss(next);
            }
            if (!(nextLoss <= loss)) {
                return;
            }
            double moved = distance(point, next);
            point = next;
            loss = nextLoss;
            if (moved <= TOLERANCE) {
                return;
            }
        }
    }

    private static double[] between(double[] from, double[] to, double part) {
        double[] between = new double[from.length];
        for (int j = 0; j < from.length; j++) {
            between[j] = from[j] + part * (to[j] - from[j]);
        }
        return between;
    }

    /** The largest change of a coefficient, relative to its size where that is above 1. */
    private static double distance(double[] from, double[] to) {
        double distance = 0;
        for (int j = 0; j < from.length; j++) {
            distance = Math.max(distance, Math.abs(to[j] - from[j]) / Math.max(1, Math.abs(from[j])));
        }
        return distance;
    }

    private double eta(double[] at, double[] row) {
        double eta = at[p];
        for (int j = 0; j < p; j++) {
            eta += at[j] * row[j];
        }
        return eta;
    }

    private double loss(double[] at) {
        double loss = 0;
        for (int j = 0; j < p; j++) {
            loss += penalty / 2 * at[j] * at[j];
        }
        for (int i = 0; i < x.length; i++) {
            double eta = eta(at, x[i]);
            loss += Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta))) - (y[i] ? eta : 0);
        }
        return loss;
    }

    /** Hessian and downhill gradient of the loss at the point. */
    private void expand() {
        Arrays.fill(downhill, 0);
        for (double[] row : hessian) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < x.length; i++) {
            double[] row = x[i];
            double chance = 1 / (1 + Math.exp(-eta(point, row)));
            double residual = (y[i] ? 1 : 0) - chance;
            double weight = chance * (1 - chance);
            for (int j = 0; j < p; j++) {
                downhill[j] += residual * row[j];
                double weighted = weight * row[j];
                double[] h = hessian[j];
                for (int k = 0; k <= j; k++) {
                    h[k] += weighted * row[k];
                }
                hessian[p][j] += weighted;
            }
            downhill[p] += residual;
            hessian[p][p] += weight;
        }
        for (int j = 0; j <= p; j++) {
            if (j < p) {
                downhill[j] -= penalty * point[j];
                hessian[j][j] += penalty;
            }
            hessian[j][j] += JITTER * (1 + hessian[j][j]);
            for (int k = 0; k < j; k++) {
                hessian[k][j] = hessian[j][k];
            }
        }
    }

    /** Coordinate by coordinate, each at the best value that its direction allows, until none moves. */
    private double[] minimumOfTheExpansion() {
        double[] at = point.clone();
        double[] gradient = downhill.clone();
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double largest = 0;
            for (int j = 0; j <= p; j++) {
                double best = at[j] + gradient[j] / hessian[j][j];
                double change = (j < p ? directions[j].kept(best) : best) - at[j];
                if (change != 0) {
                    at[j] += change;
                    for (int k = 0; k <= p; k++) {
                        gradient[k] -= hessian[j][k] * change;
                    }
                    largest = Math.max(largest, Math.abs(change));
                }
            }
            if (largest <= TOLERANCE / 100) {
                return at;
            }
        }
        return at;
    }
}
