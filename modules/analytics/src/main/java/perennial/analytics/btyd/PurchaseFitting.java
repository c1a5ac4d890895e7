package perennial.analytics.btyd;

import java.util.ArrayList;
import java.util.List;
import perennial.analytics.btyd.Newton.Summit;

/**
 * The steps of a fit, the same for all purchase models: time in units of the longest age, so that the unit of the data
 * changes nothing; one row per distinct past; the model in which nobody leaves for a start and a floor; several starts,
 * on a sample where there are many rows; the climb.
 */
final class PurchaseFitting {
    /** Parameters stay within a factor of e^18.4, which is 1e8, of 1. */
    static final double BOUND = 18.4;

    private static final int SAMPLE_ROWS = 20_000;

    private PurchaseFitting() {}

    /** @param known parameters to start from, in the unit of the customers; where none are given it finds its own */
    static <M extends PurchaseModel> FitResult<M> fit(
            PurchaseSummaries customers, Family<M> family, Fit.Settings settings, List<double[]> known) {
        long count = Math.round(customers.customers());
        long repeaters = Math.round(customers.repeatBuyers());
        if (count < settings.fewestCustomers() || repeaters < settings.fewestRepeatBuyers()) {
            return new NotEnoughData<>(count, repeaters, settings);
        }
        double unit = family.unit(customers);
        PurchaseSummaries rows = customers.compressed().inUnitsOf(unit);
        Summit nobodyLeaves = nobodyLeaves(rows, family, settings);
        List<double[]> starts = new ArrayList<>();
        known.forEach(parameters -> starts.add(family.inUnitsOf(unit, parameters)));
        if (known.isEmpty()) {
            starts.addAll(starts(family, nobodyLeaves));
        }
        Summit summit = climb(rows, family, settings, starts);
        double toOwnUnit = -customers.purchases() * Math.log(unit);
        M model = family.model().apply(family.inUnitsOf(1 / unit, summit.parameters()));
        return new Fit<>(
                model,
                summit.value() + toOwnUnit,
                summit.convergence(model.parameterNames(), nobodyLeaves.value() + toOwnUnit),
                summit.uncertainty(),
                count,
                rows.rows());
    }

    private static Summit nobodyLeaves(PurchaseSummaries rows, Family<?> family, Fit.Settings settings) {
        double[] start = family.nestedStart().apply(rows);
        if (rows.rows() > SAMPLE_ROWS) {
            LogLikelihood sample = family.nested().apply(rows.sample(SAMPLE_ROWS));
            start = Newton.climb(sample, start, BOUND, settings.mostPasses()).parameters();
        }
        return Newton.climb(family.nested().apply(rows), start, BOUND, settings.mostPasses());
    }

    private static List<double[]> starts(Family<?> family, Summit nobodyLeaves) {
        double first = Math.min(nobodyLeaves.parameters()[0], 100);
        double second = nobodyLeaves.parameters()[1] * first / nobodyLeaves.parameters()[0];
        List<double[]> starts = new ArrayList<>();
        for (double[] lifetime : family.lifetimes()) {
            double[] start = new double[2 + lifetime.length];
            start[0] = first;
            start[1] = second;
            System.arraycopy(lifetime, 0, start, 2, lifetime.length);
            starts.add(start);
        }
        return starts;
    }

    private static Summit climb(
            PurchaseSummaries rows, Family<?> family, Fit.Settings settings, List<double[]> starts) {
        LogLikelihood all = family.likelihood().apply(rows);
        if (rows.rows() <= SAMPLE_ROWS || starts.size() == 1) {
            return Newton.best(all, starts, BOUND, settings.mostPasses());
        }
        LogLikelihood sample = family.likelihood().apply(rows.sample(SAMPLE_ROWS));
        Summit near = Newton.best(sample, starts, BOUND, settings.mostPasses());
        return Newton.climb(all, near.parameters(), BOUND, settings.mostPasses());
    }
}
