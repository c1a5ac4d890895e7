package perennial.analytics.btyd;

import java.util.List;

/**
 * BG/NBD: customers can leave after every repeat purchase.
 *
 * <p>Source: Fader, Hardie and Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2): the
 * likelihood is equation (6), the expected purchases equation (10), the probability of n purchases equation (8); the
 * probability of being alive is note 021 of Hardie. A customer without a repeat purchase is alive with certainty in
 * this model, however long the silence: where that is absurd, {@link MbgNbd} is the better choice.
 *
 * @param r shape of the purchase rates
 * @param alpha scale of the purchase rates, in units of time: the mean rate is r / alpha
 * @param a first parameter of the beta distribution of leaving after a purchase, whose mean is a / (a + b)
 * @param b its second parameter
 */
public record BgNbd(double r, double alpha, double a, double b) implements BetaGeometricModel {
    private static final Family<BgNbd> FAMILY = Family.ofRates(
            p -> new BgNbd(p[0], p[1], p[2], p[3]),
            customers -> new BetaGeometricLikelihood(customers, 0),
            BetaGeometricModel.STARTS,
            List.of(1));

    public BgNbd {
        BetaGeometricModel.check(r, alpha, a, b);
    }

    /** The maximum-likelihood fit, or the reason why there is none. */
    public static FitResult<BgNbd> fit(PurchaseSummaries customers, Fit.Settings settings) {
        return PurchaseFitting.fit(customers, FAMILY, settings, List.of());
    }

    /** The same, from parameters that were the best for a similar shop or a week ago. */
    public static FitResult<BgNbd> fit(PurchaseSummaries customers, Fit.Settings settings, BgNbd start) {
        return PurchaseFitting.fit(customers, FAMILY, settings, List.of(start.parameters()));
    }

    /** The fit with traits that move the parameters of each customer, a row of them per row of customers. */
    public static FitResult<TraitModel<BgNbd>> fit(PurchaseSummaries customers, Traits traits, Fit.Settings settings) {
        return TraitFitting.fit(customers, traits, FAMILY, TraitModel.ON_BG_NBD, settings);
    }

    @Override
    public String name() {
        return "bg-nbd";
    }

    @Override
    public BgNbd with(double... parameters) {
        return FAMILY.model().apply(parameters);
    }

    @Override
    public double chancesToLeave(double x) {
        return x;
    }
}
