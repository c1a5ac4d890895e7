package perennial.analytics.btyd;

import java.util.Optional;

/**
 * How likely a customer is to be alive, how that moves with the parameters and, of regular buyers, how many events of a
 * purchase have come since the last one. One object serves many customers in turn.
 */
final class Living {
    private static final int R = 0;
    private static final int ALPHA = 1;
    private static final int A = 2;
    private static final int B = 3;

    private final PurchaseModel model;
    private final double[] parameters;
    private final Optional<OddsOfHavingLeft> odds;

    double alive;

    /** Of the logarithm of the probability of being alive, by the logarithms of the parameters. */
    final double[] slopes;

    /** The probabilities of the numbers of events since the last purchase; in other models there is but one. */
    final double[] phases;

    /** Their slopes by the logarithms of the parameters. */
    final double[][] phaseSlopes;

    Living(PurchaseModel model) {
        this.model = model;
        this.parameters = model.parameters();
        this.odds = model instanceof ParetoNbd pareto
                ? Optional.of(new OddsOfHavingLeft(pareto.r(), pareto.alpha(), pareto.s(), pareto.beta()))
                : Optional.empty();
        int count = phases(model);
        slopes = new double[parameters.length];
        phases = new double[count];
        phaseSlopes = new double[parameters.length][count];
        phases[0] = 1;
    }

    static int phases(PurchaseModel model) {
        return model instanceof BetaGeometricModel bg ? bg.k() : 1;
    }

    void at(double x, double tx, double T) {
        if (model instanceof BetaGeometricModel bg) {
            alive = model.pAlive(x, tx, T);
            slopesOfLeaving(tx, T, bg.k() * x, bg.chancesToLeave(x));
            if (bg.k() > 1) {
                addPhases(T - tx, parameters[R] + bg.k() * x, parameters[ALPHA] + T, bg.chancesToLeave(x));
            }
            toLogs();
        } else if (odds.isPresent()) {
            odds.get().evaluate(x, tx, T, true);
            alive = 1 / (1 + Math.exp(odds.get().log));
            for (int k = 0; k < slopes.length; k++) {
                slopes[k] = T == tx ? 0 : odds.get().gradient[k];
            }
            toLogs();
        } else {
            alive = model.pAlive(x, tx, T);
            byDifferences(x, tx, T);
        }
    }

    /** Of the log-odds of having left in the models whose customers leave after purchases, but for their phases. */
    private void slopesOfLeaving(double tx, double T, double events, double chances) {
        double last = parameters[ALPHA] + tx;
        slopes[R] = Math.log1p((T - tx) / last);
        slopes[ALPHA] = -(parameters[R] + events) * (T - tx) / (last * (parameters[ALPHA] + T));
        slopes[A] = 1 / parameters[A];
        slopes[B] = chances == 0 ? 0 : -1 / (parameters[B] + (chances - 1));
    }

    /** The phases weigh (n)_j / j! (silence / end)^j; the log-odds lose the logarithm of their sum. */
    private void addPhases(double silence, double n, double end, double chances) {
        double[] byR = phaseSlopes[R];
        double[] byAlpha = phaseSlopes[ALPHA];
        double term = 1;
        double rise = 0;
        double sum = 0;
        double meanRise = 0;
        double meanFall = 0;
        for (int j = 0; j < phases.length; j++) {
            phases[j] = term;
            byR[j] = rise;
            byAlpha[j] = -j / end;
            sum += term;
            meanRise += term * byR[j];
            meanFall += term * byAlpha[j];
            rise += 1 / (n + j);
            term *= silence / end * (n + j) / (j + 1);
        }
        meanRise /= sum;
        meanFall /= sum;
        for (int j = 0; j < phases.length; j++) {
            phases[j] /= sum;
            byR[j] = parameters[R] * phases[j] * (byR[j] - meanRise);
            byAlpha[j] = parameters[ALPHA] * phases[j] * (byAlpha[j] - meanFall);
        }
        if (chances > 0) {
            slopes[R] -= meanRise;
            slopes[ALPHA] -= meanFall;
        }
    }

    /** From slopes of the log-odds of having left by the parameters. */
    private void toLogs() {
        for (int k = 0; k < slopes.length; k++) {
            slopes[k] = alive == 1 ? 0 : -(1 - alive) * parameters[k] * slopes[k];
        }
    }

    private void byDifferences(double x, double tx, double T) {
        for (int k = 0; k < slopes.length; k++) {
            double up = model.with(Uncertainty.moved(parameters, k, Uncertainty.STEP))
                    .pAlive(x, tx, T);
            double down = model.with(Uncertainty.moved(parameters, k, -Uncertainty.STEP))
                    .pAlive(x, tx, T);
            slopes[k] = Math.log(up / down) / (2 * Uncertainty.STEP);
        }
    }
}
