package perennial.value.model;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import perennial.analytics.btyd.Convergence;
import perennial.analytics.btyd.CustomerValue;
import perennial.analytics.btyd.CustomerValues;
import perennial.analytics.btyd.Discount;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.LifetimeValue;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.valuation.KnownPasts;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.ValueFit;
import perennial.kernel.Money;
import perennial.kernel.Words;
import perennial.value.ValueModels.FitEvidence;
import perennial.value.ValueScores.Range;
import perennial.value.ValueScores.State;
import perennial.value.ValueScores.ValueModel;
import perennial.value.ValueScores.ValueScore;

/** The models fitted to the buyers of a shop: one for how often, Gamma-Gamma for how much; time is in days. */
public final class Valuation {
    /** 12 months, as days. */
    public static final double HORIZON = 365;

    private static final double COVERAGE = 0.8;
    private static final List<String> SPEND_SYMBOLS = List.of("p", "q", "gamma");

    private final ValueFit fit;
    private final Words reason;
    private final Optional<Double> drift;
    private final Optional<LifetimeValue> value;
    private final Currency currency;

    private Valuation(ValueFit fit, Words reason, Optional<Double> drift, Currency currency) {
        this.fit = fit;
        this.reason = reason;
        this.drift = drift;
        this.currency = currency;
        LifetimeValue.Settings settings = new LifetimeValue.Settings(HORIZON, Discount.none(), COVERAGE);
        this.value = fit.purchases().map(found -> new LifetimeValue(found, fit.spends(), settings));
    }

    /** Fits the model in force; where that leads nowhere, the next of the others, which the reason then tells. */
    public static Valuation fit(List<Buyer> buyers, Currency currency, InForce inForce) {
        KnownPasts known = known(buyers);
        Fit.Settings settings = Fit.Settings.standard();
        ValueFit first = inForce.start()
                .map(start -> ValueFit.of(inForce.kind(), known, settings, start))
                .orElseGet(() -> ValueFit.of(inForce.kind(), known, settings));
        if (first.purchases().isPresent()) {
            Optional<Double> drift = inForce.chosen().map(chosen -> drift(first, chosen, known));
            return new Valuation(first, Tellings.joined(inForce.reason(), first.reason()), drift, currency);
        }
        return others(inForce.kind())
                .map(kind -> ValueFit.of(kind, known, settings))
                .filter(other -> other.purchases().isPresent())
                .findFirst()
                .map(other -> new Valuation(other, Tellings.fallenBack(first, other), Optional.empty(), currency))
                .orElseGet(() -> new Valuation(first, first.reason(), Optional.empty(), currency));
    }

    private static Stream<PurchaseKind> others(PurchaseKind kind) {
        return PurchaseKind.candidatesWithGaps().stream().filter(other -> other != kind);
    }

    private static KnownPasts known(List<Buyer> buyers) {
        return KnownPasts.of(
                        buyers.stream().mapToDouble(Buyer::x).toArray(),
                        buyers.stream().mapToDouble(Buyer::tx).toArray(),
                        buyers.stream().mapToDouble(Buyer::T).toArray(),
                        buyers.stream().mapToDouble(Buyer::meanSpend).toArray(),
                        true)
                .withGaps(buyers.stream().mapToDouble(Buyer::sumOfLogGaps).toArray());
    }

    private static double drift(ValueFit fit, ValueFit.Start chosen, KnownPasts known) {
        PurchaseModel then = fit.kind().with(chosen.purchases());
        double before = 0;
        for (int i = 0; i < known.customers(); i++) {
            before += known.logLikelihood(then, i).orElseThrow();
        }
        return (fit.purchases().orElseThrow().logLikelihood() - before) / known.customers();
    }

    /** The scores of many buyers, in their order; none where there is no model. */
    public Stream<ValueScore> scores(List<Buyer> buyers) {
        return value.map(models -> scores(models, buyers)).orElseGet(Stream::empty);
    }

    private Stream<ValueScore> scores(LifetimeValue models, List<Buyer> buyers) {
        CustomerValues worth = models.of(
                known(buyers).summaries(),
                buyers.stream().mapToDouble(Buyer::x).toArray(),
                buyers.stream().mapToDouble(Buyer::meanSpend).toArray());
        return IntStream.range(0, buyers.size()).mapToObj(i -> score(buyers.get(i), worth.get(i)));
    }

    private ValueScore score(Buyer buyer, CustomerValue worth) {
        return new ValueScore(
                buyer.id(),
                worth.probabilityAlive(),
                worth.expectedPurchases(),
                worth.expectedValue().stream().mapToObj(this::money).findFirst(),
                worth.valueEstimate().map(range -> range(range.low(), range.high())),
                worth.valueOutcome().map(range -> range(range.low(), range.high())));
    }

    private Range range(double low, double high) {
        return new Range(money(low), money(high));
    }

    private Money money(double major) {
        return Money.of(BigDecimal.valueOf(major), currency);
    }

    /** The evidence; the base is added by whoever scored it. */
    public ValueModel evidence(long customers, Optional<Money> base) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        Map<String, Double> errors = new LinkedHashMap<>();
        fit.purchases().ifPresent(found -> {
            parameters.putAll(found.model().symbols());
            add(found, found.model().parameterNames(), found.model().parameters(), parameters, errors);
        });
        fit.spends().ifPresent(found -> add(found, SPEND_SYMBOLS, found.model().parameters(), parameters, errors));
        return new ValueModel(
                fit.purchases().isPresent() ? State.FITTED : State.NOT_ENOUGH_DATA,
                fit.purchases().map(found -> found.model().name()).orElse("none"),
                fit.spends().isPresent() ? "gamma-gamma" : "none",
                reason,
                parameters,
                errors,
                fit.purchases().map(Fit::logLikelihood),
                customers,
                base);
    }

    /** How the fit of the purchase model ended; empty where there is no model. */
    public Optional<FitEvidence> fitEvidence() {
        return fit.purchases().map(Fit::convergence).map(this::fitEvidence);
    }

    private FitEvidence fitEvidence(Convergence convergence) {
        return new FitEvidence(
                convergence.status().name().toLowerCase(Locale.ROOT),
                convergence.passes(),
                convergence.largestGradient(),
                convergence.withoutLeaving(),
                drift);
    }

    private static void add(
            Fit<?> fit,
            List<String> symbols,
            double[] values,
            Map<String, Double> parameters,
            Map<String, Double> errors) {
        for (int i = 0; i < values.length; i++) {
            parameters.put(symbols.get(i), values[i]);
        }
        errors.putAll(fit.standardErrors(symbols, values));
    }
}
