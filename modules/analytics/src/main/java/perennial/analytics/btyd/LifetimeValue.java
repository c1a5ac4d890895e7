package perennial.analytics.btyd;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import perennial.analytics.numeric.NormalDistribution;

/**
 * The value of customers by a fitted purchase model and, where there is one, a fitted spend model. The two are taken to
 * be independent: how often a customer buys says nothing of how much a purchase costs.
 */
public final class LifetimeValue {
    private final Fit<? extends PurchaseModel> purchases;
    private final Optional<Fit<GammaGamma>> spends;
    private final Settings settings;
    private final double z;

    /**
     * What is asked for.
     *
     * @param horizon how far ahead, in the unit of time of the purchase model
     * @param discount of the discounted value
     * @param coverage of both intervals, such as 0.8
     */
    public record Settings(double horizon, Discount discount, double coverage) {
        public Settings {
            Domain.positive("horizon", horizon);
            Domain.share("coverage", coverage);
        }
    }

    public LifetimeValue(Fit<? extends PurchaseModel> purchases, Optional<Fit<GammaGamma>> spends, Settings settings) {
        this.purchases = purchases;
        this.spends = spends;
        this.settings = settings;
        this.z = NormalDistribution.quantile((1 + settings.coverage()) / 2);
    }

    public PurchaseModel model() {
        return purchases.model();
    }

    /** The value of a customer of whom no spend is known beyond that of the others. */
    public CustomerValue of(double x, double tx, double T) {
        return of(x, tx, T, 0, 0);
    }

    /**
     * The value of one customer.
     *
     * @param spendPurchases the number of purchases behind the mean spend, counted as when the spend model was fitted
     * @param meanSpend their mean
     */
    public CustomerValue of(double x, double tx, double T, double spendPurchases, double meanSpend) {
        PurchaseModel model = purchases.model();
        double t = settings.horizon();
        double expected = model.expectedPurchases(x, tx, T, t);
        OptionalDouble spend = spends.map(fit -> fit.model().expectedSpend(spendPurchases, meanSpend))
                .orElse(OptionalDouble.empty());
        OptionalDouble value = times(expected, spend);
        Optional<Double> ofPurchases =
                logError(model, purchases.uncertainty(), each -> each.expectedPurchases(x, tx, T, t));
        Optional<Double> ofSpend = spend.isEmpty() ? Optional.empty() : spendError(spendPurchases, meanSpend);
        return new CustomerValue(
                model.pAlive(x, tx, T),
                expected,
                ofPurchases.map(error -> around(expected, error)),
                model.purchasesInterval(settings.coverage(), x, tx, T, t),
                spend,
                value,
                times(model.discountedPurchases(x, tx, T, t, settings.discount()), spend),
                ofPurchases.flatMap(left -> ofSpend.map(right -> around(value.orElse(0), Math.hypot(left, right)))),
                spends.map(fit -> new SpendOutcome(fit.model(), spendPurchases, meanSpend)
                        .interval(settings.coverage(), n -> model.probabilityOfAtLeast(n, x, tx, T, t))));
    }

    /** The values of many customers of whom no spend is known, a row per row of them; shared rows count once. */
    public CustomerValues of(PurchaseSummaries customers) {
        return of(customers, new double[customers.rows()], new double[customers.rows()]);
    }

    /**
     * The values of many customers, a row each: the same as one by one, only that they are read off tables. Expectations
     * are exact to 1e-9 of their value (1e-8 where ages differ by powers of ten), ends of an estimate to 1e-6 and of a spend's outcome to
     * 1e-3.
     *
     * @param spendPurchases for each the number of purchases behind the mean spend; quickest where it is x
     * @param meanSpend for each their mean
     */
    public CustomerValues of(PurchaseSummaries customers, double[] spendPurchases, double[] meanSpend) {
        return new BatchValuation(this, purchases, spends.map(Fit::model), settings, customers)
                .values(spendPurchases, meanSpend);
    }

    private static OptionalDouble times(double purchases, OptionalDouble spend) {
        return spend.isPresent() ? OptionalDouble.of(purchases * spend.getAsDouble()) : OptionalDouble.empty();
    }

    Optional<Double> spendError(double spendPurchases, double meanSpend) {
        return spends.flatMap(fit -> fit.uncertainty()
                .map(known -> known.standardError(
                        fit.model().parameters(),
                        p -> Math.log(new GammaGamma(p[0], p[1], p[2])
                                .expectedSpend(spendPurchases, meanSpend)
                                .orElse(Double.NaN)))));
    }

    /** The standard error of the logarithm of something positive; 0 where it is 0. */
    static Optional<Double> logError(
            PurchaseModel model, Optional<Uncertainty> uncertainty, ToDoubleFunction<PurchaseModel> positive) {
        return uncertainty.map(known -> positive.applyAsDouble(model) == 0
                ? 0
                : known.standardError(model.parameters(), p -> Math.log(positive.applyAsDouble(model.with(p)))));
    }

    /** On the scale of the logarithm, so that an interval of something positive is positive. */
    EstimateInterval around(double value, double errorOfLog) {
        return new EstimateInterval(value * Math.exp(-z * errorOfLog), value * Math.exp(z * errorOfLog));
    }
}
