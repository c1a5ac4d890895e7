package perennial.cli.valuation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import perennial.analytics.btyd.Convergence;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.btyd.TraitModel;

/**
 * A fit as it is told, whatever was fitted.
 *
 * @param parameters by symbol
 * @param errors standard errors by symbol; empty where there is no maximum
 */
public record Estimate(
        String model,
        Map<String, Double> parameters,
        Map<String, Double> errors,
        double logLikelihood,
        Convergence convergence,
        long customers,
        int rows) {
    private static final List<String> SPEND_SYMBOLS = List.of("p", "q", "gamma");

    public Estimate {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        errors = Map.copyOf(errors);
    }

    static Estimate ofPurchases(Fit<? extends PurchaseModel> fit) {
        PurchaseModel model = fit.model();
        return of(model.name(), fit, model.symbols(), fit.standardErrors(model.parameterNames(), model.parameters()));
    }

    static Estimate ofTraits(Fit<? extends TraitModel<?>> fit) {
        TraitModel<?> model = fit.model();
        return of(
                model.base().name(),
                fit,
                named(model.parameterNames(), model.parameters()),
                fit.standardErrors(model.parameterNames(), model.scales()));
    }

    static Estimate ofSpends(Fit<GammaGamma> fit) {
        double[] values = fit.model().parameters();
        return of("gamma-gamma", fit, named(SPEND_SYMBOLS, values), fit.standardErrors(SPEND_SYMBOLS, values));
    }

    private static Estimate of(String model, Fit<?> fit, Map<String, Double> values, Map<String, Double> errors) {
        return new Estimate(model, values, errors, fit.logLikelihood(), fit.convergence(), fit.customers(), fit.rows());
    }

    private static Map<String, Double> named(List<String> names, double[] values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(names.get(i), values[i]);
        }
        return named;
    }
}
