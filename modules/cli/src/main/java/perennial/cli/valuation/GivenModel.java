package perennial.cli.valuation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.btyd.TraitModel;
import perennial.analytics.valuation.PurchaseKind;
import perennial.cli.terminal.Failure;

/**
 * Models by parameters that somebody gave.
 *
 * @param models the purchase model of each customer, by place
 * @param spends empty where p, q and gamma were not given
 */
public record GivenModel(IntFunction<PurchaseModel> models, Optional<GammaGamma> spends) {
    private static final List<String> SPEND_SYMBOLS = List.of("p", "q", "gamma");
    private static final String OF_SPEND = "spend.";

    public static GivenModel of(String model, Map<String, Double> parameters, TraitColumns traits) {
        PurchaseKind kind = PurchaseKind.labelled(model);
        Map<String, Double> ofPurchases = new HashMap<>(parameters);
        Map<String, Double> ofSpends = new HashMap<>();
        for (String symbol : SPEND_SYMBOLS) {
            // BG/BB has a gamma of its own.
            String plain = kind.parameterNames().contains(symbol) ? OF_SPEND + symbol : symbol;
            for (String name : List.of(plain, OF_SPEND + symbol)) {
                Optional.ofNullable(ofPurchases.remove(name)).ifPresent(value -> ofSpends.put(symbol, value));
            }
        }
        return new GivenModel(models(kind, ofPurchases, traits), spends(kind, ofSpends));
    }

    private static IntFunction<PurchaseModel> models(
            PurchaseKind kind, Map<String, Double> parameters, TraitColumns traits) {
        if (traits.isEmpty()) {
            PurchaseModel one = kind.with(parameters);
            return place -> one;
        }
        TraitModel<PurchaseModel> all = kind.with(parameters, traits.names());
        return place -> all.of(traits.of(place));
    }

    private static Optional<GammaGamma> spends(PurchaseKind kind, Map<String, Double> given) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (given.size() < SPEND_SYMBOLS.size()) {
            String gamma = kind.parameterNames().contains("gamma") ? "spend.p, spend.q, spend.gamma" : "p, q, gamma";
            throw Failure.misused("value.spend-parameters", gamma);
        }
        double[] values = SPEND_SYMBOLS.stream()
                .mapToDouble(symbol -> given.getOrDefault(symbol, Double.NaN))
                .toArray();
        return Optional.of(new GammaGamma(values[0], values[1], values[2]));
    }
}
