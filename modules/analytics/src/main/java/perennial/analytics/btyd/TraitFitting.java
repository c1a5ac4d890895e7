package perennial.analytics.btyd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.btyd.Newton.Summit;
import perennial.analytics.btyd.TraitModel.Influence;
import perennial.kernel.InvalidInputException;

/**
 * The fit of a model with traits: from the fit without them, with traits in units of their largest size, so that theirs
 * changes nothing.
 */
final class TraitFitting {
    private TraitFitting() {}

    static <M extends PurchaseModel> FitResult<TraitModel<M>> fit(
            PurchaseSummaries customers,
            Traits traits,
            Family<M> family,
            List<Influence> influences,
            Fit.Settings settings) {
        if (traits.rows() != customers.rows()) {
            throw new InvalidInputException(
                    "traits",
                    traits.rows(),
                    "as many rows as customers: " + customers.rows(),
                    "give a row of traits for each");
        }
        FitResult<M> without = PurchaseFitting.fit(customers, family, settings, List.of());
        Optional<Fit<M>> base = without.found();
        if (base.isEmpty()) {
            return new NotEnoughData<>(
                    Math.round(customers.customers()), Math.round(customers.repeatBuyers()), settings);
        }
        return fit(customers, traits, family, influences, settings, base.get());
    }

    private static <M extends PurchaseModel> Fit<TraitModel<M>> fit(
            PurchaseSummaries customers,
            Traits traits,
            Family<M> family,
            List<Influence> influences,
            Fit.Settings settings,
            Fit<M> base) {
        double unit = family.unit(customers);
        double[] sizes = traits.sizes();
        int own = base.model().parameters().length;
        List<TraitLikelihood.Group> groups = groups(customers, traits, sizes, unit, family);
        double[] start = new double[own + influences.size() * sizes.length];
        Arrays.fill(start, 1);
        System.arraycopy(family.inUnitsOf(unit, base.model().parameters()), 0, start, 0, own);
        Summit summit = Newton.climb(
                new TraitLikelihood(groups, influences, own, sizes.length),
                start,
                PurchaseFitting.BOUND,
                settings.mostPasses());
        double[] scales = new double[start.length];
        List<Double> coefficients = new ArrayList<>();
        for (int i = 0; i < start.length; i++) {
            scales[i] = i < own ? 1 : 1 / sizes[(i - own) % sizes.length];
            if (i >= own) {
                coefficients.add(scales[i] * Math.log(summit.parameters()[i]));
            }
        }
        M zero = family.model().apply(family.inUnitsOf(1 / unit, Arrays.copyOf(summit.parameters(), own)));
        return new Fit<>(
                new TraitModel<>(zero, traits.names(), coefficients),
                summit.value() - customers.purchases() * Math.log(unit),
                summit.convergence(
                        TraitModel.names(zero.parameterNames(), influences, traits.names()),
                        base.convergence().withoutLeaving()),
                summit.uncertainty().map(known -> known.scaled(scales)),
                base.customers(),
                groups.stream().mapToInt(TraitLikelihood.Group::rows).sum());
    }

    private static List<TraitLikelihood.Group> groups(
            PurchaseSummaries customers, Traits traits, double[] sizes, double unit, Family<?> family) {
        double[][] columns = traits.columns();
        PurchaseSummaries scaled = customers.inUnitsOf(unit);
        Map<List<Double>, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = 0; i < customers.rows(); i++) {
            List<Double> values = new ArrayList<>();
            for (int c = 0; c < sizes.length; c++) {
                values.add(columns[c][i] / sizes[c]);
            }
            rows.computeIfAbsent(values, key -> new ArrayList<>()).add(i);
        }
        List<TraitLikelihood.Group> groups = new ArrayList<>();
        rows.forEach((values, places) -> {
            PurchaseSummaries alike = scaled.of(
                            places.stream().mapToInt(Integer::intValue).toArray())
                    .compressed();
            double[] z = values.stream().mapToDouble(Double::doubleValue).toArray();
            groups.add(new TraitLikelihood.Group(z, family.likelihood().apply(alike), alike.rows()));
        });
        return groups;
    }
}
