package perennial.analytics.btyd;

import java.util.List;

/**
 * MBG/NBD: customers can leave after every purchase, the first one included.
 *
 * <p>Source: Batislam, Denizel and Filiztekin (2007), International Journal of Research in Marketing 24(3), and Hoppe and
 * Wagner (2007), Marketing ZFP 29(2), appendix A, for the probability of being alive, Wagner and Hoppe (2008) for the
 * expected purchases. It is BG/NBD with one more chance to leave, so one-time buyers can be gone.
 *
 * @param r shape of the purchase rates
 * @param alpha scale of the purchase rates, in units of time: the mean rate is r / alpha
 * @param a first parameter of the beta distribution of leaving after a purchase, whose mean is a / (a + b)
 * @param b its second parameter
 */
public record MbgNbd(double r, double alpha, double a, double b) implements BetaGeometricModel {
    private static final Family<MbgNbd> FAMILY = Family.ofRates(
            p -> new MbgNbd(p[0], p[1], p[2], p[3]),
            customers -> new BetaGeometricLikelihood(customers, 1),
            BetaGeometricModel.STARTS,
            List.of(1));

    public MbgNbd {
        BetaGeometricModel.check(r, alpha, a, b);
    }

    /** The maximum-likelihood fit, or the reason why there is none. */
    public static FitResult<MbgNbd> fit(PurchaseSummaries customers, Fit.Settings settings) {
        return PurchaseFitting.fit(customers, FAMILY, settings, List.of());
    }

    /** The same, from parameters that were the best for a similar shop or a week ago. */
    public static FitResult<MbgNbd> fit(PurchaseSummaries customers, Fit.Settings settings, MbgNbd start) {
        return PurchaseFitting.fit(customers, FAMILY, settings, List.of(start.parameters()));
    }

    @Override
    public String name() {
        return "mbg-nbd";
    }

    @Override
    public MbgNbd with(double... parameters) {
        return FAMILY.model().apply(parameters);
    }

    @Override
    public double chancesToLeave(double x) {
        return x + 1;
    }
}
