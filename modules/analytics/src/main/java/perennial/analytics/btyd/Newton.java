package perennial.analytics.btyd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import perennial.analytics.numeric.SymmetricEigen;

/**
 * Climbs a log-likelihood in the logarithms of its parameters by damped Newton steps, and says what it found: a maximum,
 * a ridge that rises for ever, or neither within the passes allowed.
 *
 * <p>The Hessian's eigenvalues are taken by their size, so that every step goes up even where the surface is not
 * concave (Nocedal and Wright, Numerical Optimization, 3.4). Along each eigenvector a step is at most {@link #LONGEST},
 * and it is halved until it gains what its slope promised.
 */
final class Newton {
    private static final double LONGEST = 1.5;
    private static final double SHORTEST = 1e-7;
    private static final double NEGLIGIBLE_GAIN = 1e-8;
    private static final double STILL_WALKING = 1e-2;
    private static final double FAR = 12;

    /** From here on where a parameter stands tells which way it went; the last step on a ridge may be rounding alone. */
    private static final double WELL_OUT = 6;

    private static final double ROUNDING = 1e-13;
    private static final int HALVINGS = 40;

    private final Surface surface;
    private final double bound;
    private double[] place;
    private Derivatives here;

    private Newton(Surface surface, double[] start, double bound) {
        this.surface = surface;
        this.bound = bound;
        this.place = Arrays.stream(start).map(Math::log).toArray();
        this.here = derivatives(place);
    }

    /** What was reached: the parameters, the derivatives by their logarithms there, and why it stopped. */
    @SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
    record Summit(
            double[] parameters,
            Derivatives derivatives,
            double[] curvatures,
            int passes,
            Ending ending,
            double[] drift) {
        double value() {
            return derivatives.value;
        }

        /** @param floor the log-likelihood of the nested model, or NaN */
        Convergence convergence(List<String> names, double floor) {
            List<Convergence.Edge> edges = new ArrayList<>();
            for (int i = 0; ending == Ending.RIDGE && i < drift.length; i++) {
                // One that has arrived at its bound no longer moves, and has run off all the same.
                double log = Math.log(parameters[i]);
                if (Math.abs(drift[i]) >= STILL_WALKING || Math.abs(log) > FAR) {
                    edges.add(new Convergence.Edge(names.get(i), Math.abs(log) > WELL_OUT ? log > 0 : drift[i] > 0));
                }
            }
            return new Convergence(
                    ending.status(),
                    passes,
                    Arrays.stream(derivatives.gradient).map(Math::abs).max().orElse(0),
                    Arrays.stream(curvatures).sorted().boxed().toList(),
                    edges,
                    floor);
        }

        Optional<Uncertainty> uncertainty() {
            return ending == Ending.MAXIMUM ? Optional.of(Uncertainty.of(derivatives.hessian)) : Optional.empty();
        }
    }

    /** In the order of preference. */
    enum Ending {
        MAXIMUM(Convergence.Status.CONVERGED),
        RIDGE(Convergence.Status.AT_EDGE),
        OUT_OF_PASSES(Convergence.Status.NOT_CONVERGED);

        private final Convergence.Status status;

        Ending(Convergence.Status status) {
            this.status = status;
        }

        Convergence.Status status() {
            return status;
        }
    }

    /** @param bound the logarithm of a parameter stays between minus and plus this */
    static Summit climb(Surface surface, double[] start, double bound, int passes) {
        return new Newton(surface, start, bound).climb(passes);
    }

    private Summit climb(int passes) {
        double[] step = new double[place.length];
        for (int pass = 1; pass <= passes; pass++) {
            SymmetricEigen curvature = curvature();
            step = step(curvature);
            double promised = product(here.gradient, step);
            double length = Arrays.stream(step).map(Math::abs).max().orElse(0);
            boolean concave = Arrays.stream(curvature.values()).allMatch(value -> value > 0);
            if (length <= SHORTEST) {
                boolean inside = Arrays.stream(place).allMatch(log -> Math.abs(log) < bound);
                return summit(pass, concave && inside ? Ending.MAXIMUM : Ending.RIDGE, outward());
            }
            if (promised <= NEGLIGIBLE_GAIN && length >= STILL_WALKING) {
                return summit(pass, Ending.RIDGE, step);
            }
            if (!advance(step, promised)) {
                return summit(pass, promised <= NEGLIGIBLE_GAIN && concave ? Ending.MAXIMUM : stuck(step), step);
            }
        }
        return summit(passes, stuck(step), step);
    }

    /** Where a parameter is far out and still on its way, rounding or patience ended a climb that has no summit. */
    private Ending stuck(double[] step) {
        for (int i = 0; i < step.length; i++) {
            if (Math.abs(place[i]) > FAR && step[i] * Math.signum(place[i]) >= STILL_WALKING) {
                return Ending.RIDGE;
            }
        }
        return Ending.OUT_OF_PASSES;
    }

    /** Minus the Hessian; a parameter that presses against its bound is taken out by a curvature that forbids steps. */
    private SymmetricEigen curvature() {
        int n = place.length;
        double[] outward = outward();
        double[][] negative = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean fixed = outward[i] != 0 || outward[j] != 0;
                negative[i][j] = fixed ? (i == j ? 1 : 0) : -here.hessian[i][j];
            }
        }
        return SymmetricEigen.of(negative);
    }

    /** Per parameter: the direction in which it presses against its bound, or 0. */
    private double[] outward() {
        double[] direction = new double[place.length];
        for (int i = 0; i < direction.length; i++) {
            boolean atBound = Math.abs(place[i]) >= bound && place[i] * here.gradient[i] > 0;
            direction[i] = atBound ? Math.signum(place[i]) : 0;
        }
        return direction;
    }

    private double[] step(SymmetricEigen curvature) {
        int n = place.length;
        double[] outward = outward();
        double largest = Arrays.stream(curvature.values()).map(Math::abs).max().orElse(1);
        double[] step = new double[n];
        for (int k = 0; k < n; k++) {
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += outward[i] == 0 ? curvature.vectors()[i][k] * here.gradient[i] : 0;
            }
            double steepness = Math.max(Math.abs(curvature.values()[k]), 1e-15 * largest);
            double length = Math.max(-LONGEST, Math.min(LONGEST, along / steepness));
            for (int i = 0; i < n; i++) {
                step[i] += outward[i] == 0 ? length * curvature.vectors()[i][k] : 0;
            }
        }
        return step;
    }

    private boolean advance(double[] step, double promised) {
        double share = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double[] next = place.clone();
            for (int i = 0; i < next.length; i++) {
                next[i] = Math.max(-bound, Math.min(bound, next[i] + share * step[i]));
            }
            Derivatives there = derivatives(next);
            double enough = 1e-4 * share * promised - ROUNDING * Math.abs(here.value);
            if (there.isFinite() && there.value - here.value >= enough) {
                place = next;
                here = there;
                return true;
            }
            share /= 2;
        }
        return false;
    }

    private Derivatives derivatives(double[] logs) {
        return surface.inLogs(parameters(logs));
    }

    private Summit summit(int passes, Ending ending, double[] drift) {
        return new Summit(parameters(place), here, curvature().values(), passes, ending, drift);
    }

    private static double[] parameters(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }

    private static double product(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    /** The best summit from several starts; a maximum goes before a ridge of the same height. */
    static Summit best(Surface surface, List<double[]> starts, double bound, int passes) {
        List<Summit> summits = new ArrayList<>();
        for (double[] start : starts) {
            summits.add(climb(surface, start, bound, passes));
        }
        double top = summits.stream().mapToDouble(Summit::value).max().orElseThrow();
        return summits.stream()
                .filter(summit -> summit.value() >= top - 1e-7 * Math.max(1, Math.abs(top) * 1e-3))
                .min((left, right) -> left.ending() != right.ending()
                        ? left.ending().compareTo(right.ending())
                        : Double.compare(right.value(), left.value()))
                .orElseThrow();
    }
}
