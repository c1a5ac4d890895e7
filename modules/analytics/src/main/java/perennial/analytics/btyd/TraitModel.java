package perennial.analytics.btyd;

import java.util.ArrayList;
import java.util.List;
import perennial.kernel.InvalidInputException;

/**
 * A purchase model whose parameters move with a customer's traits, each by a factor of e^(coefficient x trait).
 *
 * <p>Source: Fader and Hardie (2007), Incorporating Time-Invariant Covariates into the Pareto/NBD and BG/NBD Models. In
 * Pareto/NBD a buying coefficient multiplies the purchase rate (alpha is divided by the factor) and a leaving coefficient
 * the rate of leaving (beta is divided). In BG/NBD alpha is divided by the factor of buying, a multiplied by that of
 * leaving and b by that of staying. With all coefficients 0 it is the model itself.
 *
 * @param base the model of a customer whose traits are all 0
 * @param traits their names
 * @param coefficients for each influence of the base in turn, one per trait
 */
public record TraitModel<M extends PurchaseModel>(M base, List<String> traits, List<Double> coefficients) {

    /**
     * Where traits act.
     *
     * @param name what they influence
     * @param parameter the place of the parameter that they multiply
     * @param sign 1, or -1 where they divide it
     */
    record Influence(String name, int parameter, int sign) {}

    static final List<Influence> ON_PARETO_NBD =
            List.of(new Influence("buying", 1, -1), new Influence("leaving", 3, -1));
    static final List<Influence> ON_BG_NBD =
            List.of(new Influence("buying", 1, -1), new Influence("leaving", 2, 1), new Influence("staying", 3, 1));

    public TraitModel {
        traits = List.copyOf(traits);
        coefficients = List.copyOf(coefficients);
        int needed = coefficients(base, traits);
        if (coefficients.size() != needed || !coefficients.stream().allMatch(Double::isFinite)) {
            throw new InvalidInputException(
                    "coefficients",
                    coefficients,
                    "every influence takes a number per trait: " + needed + " in all",
                    "give them in the order of the parameters' names");
        }
    }

    /** How many coefficients such a model has. */
    public static int coefficients(PurchaseModel base, List<String> traits) {
        return influences(base).size() * traits.size();
    }

    private static List<Influence> influences(PurchaseModel base) {
        if (base instanceof ParetoNbd) {
            return ON_PARETO_NBD;
        }
        if (base instanceof BgNbd) {
            return ON_BG_NBD;
        }
        throw new InvalidInputException(
                "base", base.name(), "traits are known to act on pareto-nbd and bg-nbd only", "choose one of those");
    }

    /** The model of a customer with such traits, for all its forecasts. */
    public M of(double... values) {
        if (values.length != traits.size()) {
            throw new InvalidInputException(
                    "traits", values.length, "the model has other traits: " + traits, "give one number for each");
        }
        double[] parameters = base.parameters();
        List<Influence> influences = influences(base);
        for (int q = 0; q < influences.size(); q++) {
            double sum = 0;
            for (int c = 0; c < values.length; c++) {
                sum += coefficients.get(q * values.length + c) * values[c];
            }
            parameters[influences.get(q).parameter()] *=
                    Math.exp(influences.get(q).sign() * sum);
        }
        // A family's factory makes its own kind of model.
        @SuppressWarnings("unchecked")
        M moved = (M) base.with(parameters);
        return moved;
    }

    /** Those of the base, then {@code buying.trait}, {@code leaving.trait}, ... */
    public List<String> parameterNames() {
        return names(base.parameterNames(), influences(base), traits);
    }

    static List<String> names(List<String> base, List<Influence> influences, List<String> traits) {
        List<String> names = new ArrayList<>(base);
        influences.forEach(influence -> traits.forEach(trait -> names.add(influence.name() + "." + trait)));
        return names;
    }

    /** Those of the base, then the coefficients. */
    public double[] parameters() {
        double[] own = base.parameters();
        double[] all = new double[own.length + coefficients.size()];
        System.arraycopy(own, 0, all, 0, own.length);
        for (int i = 0; i < coefficients.size(); i++) {
            all[own.length + i] = coefficients.get(i);
        }
        return all;
    }

    /**
     * What to give {@link Fit#standardErrors} for parameters: the uncertainty of a fit is that of logarithms, and a
     * coefficient is one.
     */
    public double[] scales() {
        double[] scales = parameters();
        for (int i = base.parameters().length; i < scales.length; i++) {
            scales[i] = 1;
        }
        return scales;
    }
}
