package perennial.value.model;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.btyd.BgNbd;
import perennial.analytics.btyd.Convergence;
import perennial.analytics.btyd.CustomerValue;
import perennial.analytics.btyd.Discount;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.FitResult;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.LifetimeValue;
import perennial.analytics.btyd.NotEnoughData;
import perennial.analytics.btyd.PurchaseSummaries;
import perennial.analytics.btyd.SpendSummaries;
import perennial.kernel.Money;
import perennial.kernel.Words;
import perennial.value.ValueScores.Range;
import perennial.value.ValueScores.State;
import perennial.value.ValueScores.ValueModel;
import perennial.value.ValueScores.ValueScore;

/** The models fitted to the buyers of a shop: BG/NBD for how often, Gamma-Gamma for how much; time is in days. */
public final class Valuation {
    /** 12 months, as days. */
    public static final double HORIZON = 365;

    private static final double COVERAGE = 0.8;
    private static final List<String> SPEND_SYMBOLS = List.of("p", "q", "gamma");

    private final FitResult<BgNbd> purchases;
    private final Optional<Fit<GammaGamma>> spends;
    private final Optional<LifetimeValue> value;
    private final Currency currency;

    private Valuation(FitResult<BgNbd> purchases, Optional<Fit<GammaGamma>> spends, Currency currency) {
        this.purchases = purchases;
        this.spends = spends;
        this.currency = currency;
        LifetimeValue.Settings settings = new LifetimeValue.Settings(HORIZON, Discount.none(), COVERAGE);
        this.value = usable(purchases).map(fit -> new LifetimeValue(fit, spends, settings));
    }

    public static Valuation fit(List<Buyer> buyers, Currency currency) {
        double[] x = buyers.stream().mapToDouble(Buyer::x).toArray();
        PurchaseSummaries pasts = PurchaseSummaries.of(
                x,
                buyers.stream().mapToDouble(Buyer::tx).toArray(),
                buyers.stream().mapToDouble(Buyer::T).toArray());
        SpendSummaries spends = SpendSummaries.of(
                x, buyers.stream().mapToDouble(Buyer::meanSpend).toArray());
        return new Valuation(
                BgNbd.fit(pasts, Fit.Settings.standard()),
                usable(GammaGamma.fit(spends, Fit.Settings.standard())),
                currency);
    }

    /** A climb that did not arrive is no model. */
    private static <M> Optional<Fit<M>> usable(FitResult<M> result) {
        return result.found().filter(fit -> fit.convergence().status() != Convergence.Status.NOT_CONVERGED);
    }

    /** Empty where there is no model. */
    public Optional<ValueScore> score(Buyer buyer) {
        return value.map(
                models -> score(buyer, models.of(buyer.x(), buyer.tx(), buyer.T(), buyer.x(), buyer.meanSpend())));
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
        Optional<Fit<BgNbd>> fit = usable(purchases);
        Map<String, Double> parameters = new LinkedHashMap<>();
        Map<String, Double> errors = new LinkedHashMap<>();
        fit.ifPresent(found ->
                add(found, found.model().parameterNames(), found.model().parameters(), parameters, errors));
        spends.ifPresent(found -> add(found, SPEND_SYMBOLS, found.model().parameters(), parameters, errors));
        return new ValueModel(
                fit.isPresent() ? State.FITTED : State.NOT_ENOUGH_DATA,
                fit.map(found -> found.model().name()).orElse("none"),
                spends.isPresent() ? "gamma-gamma" : "none",
                new Words(reason(Locale.ENGLISH), reason(Locale.SIMPLIFIED_CHINESE)),
                parameters,
                errors,
                fit.map(Fit::logLikelihood),
                customers,
                base);
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

    private String reason(Locale locale) {
        if (purchases instanceof NotEnoughData<BgNbd> tooFew) {
            return tooFew.reason(locale);
        }
        return purchases.found().orElseThrow().convergence().reason(locale);
    }
}
