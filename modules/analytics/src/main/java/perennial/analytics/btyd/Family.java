package perennial.analytics.btyd;

import java.util.List;
import java.util.function.Function;

/**
 * What the fit has to know of one kind of purchase model.
 *
 * @param model makes the model of its parameters
 * @param likelihood the log-likelihood of customers over the parameters, r and alpha first
 * @param lifetimes where to start: values of the parameters after r and alpha, time in units of the longest age
 * @param times the places of the parameters that are in units of time
 */
record Family<M extends PurchaseModel>(
        Function<double[], M> model,
        Function<PurchaseSummaries, LogLikelihood> likelihood,
        List<double[]> lifetimes,
        List<Integer> times) {

    double[] inUnitsOf(double unit, double[] parameters) {
        double[] scaled = parameters.clone();
        times.forEach(place -> scaled[place] /= unit);
        return scaled;
    }
}
