package perennial.analytics.btyd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.InvalidInputException;

/**
 * A model fitted by maximum likelihood.
 *
 * @param model the model at the best parameters
 * @param logLikelihood in the unit of time (or currency) of the data
 * @param convergence the evidence; read it before the model is trusted
 * @param uncertainty how well the parameters are known; absent where there is no maximum
 * @param customers how many the model was fitted on
 * @param rows how many distinct pasts they have
 */
public record Fit<M>(
        M model,
        double logLikelihood,
        Convergence convergence,
        Optional<Uncertainty> uncertainty,
        long customers,
        int rows)
        implements FitResult<M> {

    /**
     * What a fit needs and how far it goes.
     *
     * @param fewestCustomers below this there is not enough data
     * @param fewestRepeatBuyers below this number of customers with a repeat purchase neither
     * @param mostPasses over the data on one climb
     */
    public record Settings(int fewestCustomers, int fewestRepeatBuyers, int mostPasses) {
        public Settings {
            atLeastOne("fewestCustomers", fewestCustomers);
            atLeastOne("fewestRepeatBuyers", fewestRepeatBuyers);
            atLeastOne("mostPasses", mostPasses);
        }

        /** 30 customers, 10 of them with a repeat purchase, 200 passes. */
        public static Settings standard() {
            return new Settings(30, 10, 200);
        }

        private static void atLeastOne(String name, int value) {
            if (!(value >= 1)) {
                throw new InvalidInputException(name, value, "has to be 1 or more", "give a whole number from 1 on");
            }
        }
    }

    @Override
    public Optional<Fit<M>> found() {
        return Optional.of(this);
    }

    /** The same fit of a likelihood that is larger by a factor, given as its logarithm, which no parameter changes. */
    Fit<M> shifted(double logFactor) {
        Convergence evidence = new Convergence(
                convergence.status(),
                convergence.passes(),
                convergence.largestGradient(),
                convergence.curvatures(),
                convergence.edges(),
                convergence.withoutLeaving() + logFactor);
        return new Fit<>(model, logLikelihood + logFactor, evidence, uncertainty, customers, rows);
    }

    /** Standard errors of the parameters by name; empty where there is no maximum. */
    public Map<String, Double> standardErrors(List<String> names, double[] parameters) {
        Map<String, Double> errors = new LinkedHashMap<>();
        uncertainty.ifPresent(known -> {
            for (int i = 0; i < names.size(); i++) {
                errors.put(names.get(i), parameters[i] * known.standardErrorOfLog(i));
            }
        });
        return errors;
    }
}
