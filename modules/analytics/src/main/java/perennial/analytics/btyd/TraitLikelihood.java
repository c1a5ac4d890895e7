package perennial.analytics.btyd;

import java.util.List;
import perennial.analytics.btyd.TraitModel.Influence;

/**
 * The log-likelihood of a model with traits over its parameters and the factors e^coefficient. Customers with the same
 * traits have the same parameters, so a group of them is a likelihood of the base; and since the logarithms of those
 * parameters are straight lines in those of the whole, derivatives carry over by a constant matrix.
 */
record TraitLikelihood(List<Group> groups, List<Influence> influences, int own, int traits) implements Surface {

    /** Customers who share their traits. */
    @SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
    record Group(double[] traits, LogLikelihood likelihood, int rows) {}

    @Override
    public Derivatives inLogs(double[] parameters) {
        return Derivatives.sum(parameters.length, groups.size(), (from, to) -> {
                    Derivatives sum = new Derivatives(parameters.length);
                    groups.subList(from, to).forEach(group -> add(group, parameters, sum));
                    return sum;
                })
                .symmetric();
    }

    private void add(Group group, double[] parameters, Derivatives sum) {
        int[] place = new int[parameters.length];
        double[] slope = new double[parameters.length];
        double[] moved = new double[own];
        for (int i = 0; i < parameters.length; i++) {
            Influence influence = i < own ? null : influences.get((i - own) / traits);
            place[i] = influence == null ? i : influence.parameter();
            slope[i] = influence == null ? 1 : influence.sign() * group.traits[(i - own) % traits];
            moved[place[i]] += slope[i] * Math.log(parameters[i]);
        }
        for (int i = 0; i < own; i++) {
            moved[i] = Math.exp(moved[i]);
        }
        Derivatives logs = group.likelihood.inLogs(moved);
        sum.value += logs.value;
        for (int i = 0; i < parameters.length; i++) {
            sum.gradient[i] += slope[i] * logs.gradient[place[i]];
            for (int j = i; j < parameters.length; j++) {
                sum.hessian[i][j] += slope[i] * slope[j] * logs.hessian[place[i]][place[j]];
            }
        }
    }
}
