package perennial.analytics.btyd;

import java.util.List;

/**
 * BG/CNBD-k: regular buyers ({@link RegularModel}) who can leave after every repeat purchase; at k = 1 it is {@link BgNbd}.
 *
 * @param k regularity: gaps between purchases are Erlang-k, from 1 (at random) to 12 (nearly even)
 * @param r shape of the rates of events, k of which make a purchase
 * @param alpha their scale, in units of time: the mean gap between purchases is about k alpha / r
 * @param a first parameter of the beta distribution of leaving after a purchase, whose mean is a / (a + b)
 * @param b its second parameter
 */
public record BgCnbd(int k, double r, double alpha, double a, double b) implements RegularModel {

    public BgCnbd {
        RegularModel.regularity(k);
        BetaGeometricModel.check(r, alpha, a, b);
    }

    /**
     * The maximum-likelihood fit over all parameters, k from 1 to 12 among them, or the reason why there is none.
     *
     * @throws perennial.kernel.InvalidInputException where the customers come without their gaps
     */
    public static FitResult<BgCnbd> fit(PurchaseSummaries customers, Fit.Settings settings) {
        return RegularModel.fit(customers, BgCnbd::family, settings);
    }

    /** The fit for a given regularity. */
    public static FitResult<BgCnbd> fit(PurchaseSummaries customers, Fit.Settings settings, int k) {
        return RegularModel.fit(customers, k, BgCnbd::family, settings, List.of());
    }

    /** The same, from parameters that were the best for a similar shop or a week ago, and for their regularity. */
    public static FitResult<BgCnbd> fit(PurchaseSummaries customers, Fit.Settings settings, BgCnbd start) {
        return RegularModel.fit(customers, start.k, BgCnbd::family, settings, List.of(start.parameters()));
    }

    /** The model with k, r, alpha, a and b, in this order. */
    public static BgCnbd of(double... values) {
        return new BgCnbd(RegularModel.regularity(values[0]), values[1], values[2], values[3], values[4]);
    }

    private static Family<BgCnbd> family(int k) {
        return Family.ofRegular(k, p -> new BgCnbd(k, p[0], p[1], p[2], p[3]), 0);
    }

    @Override
    public String name() {
        return "bg-cnbd";
    }

    @Override
    public BgCnbd with(double... parameters) {
        return new BgCnbd(k, parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    @Override
    public double chancesToLeave(double x) {
        return x;
    }
}
