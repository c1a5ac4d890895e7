package perennial.analytics.btyd;

import java.util.List;
import java.util.function.Function;

/**
 * What the fit has to know of one kind of purchase model.
 *
 * @param model makes the model of its parameters
 * @param likelihood the log-likelihood of customers over the parameters
 * @param nested the one over the first two parameters of the model in which nobody leaves
 * @param nestedStart where to start that
 * @param lifetimes where to start: values of the parameters after the first two, time in units of the longest age
 * @param times the places of the parameters that are in units of time; none where time is counted in occasions
 */
record Family<M extends PurchaseModel>(
        Function<double[], M> model,
        Function<PurchaseSummaries, LogLikelihood> likelihood,
        Function<PurchaseSummaries, LogLikelihood> nested,
        Function<PurchaseSummaries, double[]> nestedStart,
        List<double[]> lifetimes,
        List<Integer> times) {

    /** A model whose purchases come by Gamma(r, alpha) rates. */
    static <M extends PurchaseModel> Family<M> ofRates(
            Function<double[], M> model,
            Function<PurchaseSummaries, LogLikelihood> likelihood,
            List<double[]> lifetimes,
            List<Integer> times) {
        return new Family<>(
                model,
                likelihood,
                NbdLikelihood::new,
                customers -> new double[] {1, customers.exposure() / customers.purchases()},
                lifetimes,
                times);
    }

    /** A model of regular buyers, whose rates are those of events, k to a purchase. */
    static <M extends RegularModel> Family<M> ofRegular(
            int k, Function<double[], M> model, int chancesBeforeRepeating) {
        return new Family<>(
                model,
                customers -> RegularLikelihood.of(customers, k, chancesBeforeRepeating),
                customers -> RegularLikelihood.whereNobodyLeaves(customers, k),
                customers -> new double[] {1, customers.exposure() / customers.purchases() / k},
                BetaGeometricModel.STARTS,
                List.of(1));
    }

    double unit(PurchaseSummaries customers) {
        return times.isEmpty() ? 1 : customers.longestAge();
    }

    double[] inUnitsOf(double unit, double[] parameters) {
        double[] scaled = parameters.clone();
        times.forEach(place -> scaled[place] /= unit);
        return scaled;
    }
}
