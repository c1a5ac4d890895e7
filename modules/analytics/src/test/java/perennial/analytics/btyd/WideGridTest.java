package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every quantity of every model against values computed elsewhere with 60 to 1,000 digits, each at two precisions that
 * agree. Parameters run from 1e-4 to 1e4 and sit on the singular places of the published formulas (a = 1, a + b = 1, s =
 * 1, alpha = beta), x goes to 5,000, time from 1e-6 to 1e6, horizons to a billion times as far as the past reaches. The
 * rows of {@code extremes.csv} are by {@code src/test/python/btyd_grid.py}, those of {@code wide-grid.csv} of the same
 * kind, by the published formulas; see {@link Reference}.
 */
class WideGridTest {
    private static final double FOREVER = Double.POSITIVE_INFINITY;

    private static final Map<String, List<Reference>> GRID = Stream.of("wide-grid.csv", "extremes.csv")
            .flatMap(file -> Reference.in(file).stream())
            .collect(Collectors.groupingBy(Reference::kind));

    static Stream<String> kinds() {
        return GRID.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_value_is_the_exact_one_wherever_it_is_asked_for(String kind) {
        for (Reference reference : Objects.requireNonNull(GRID.get(kind))) {
            double value = value(reference);
            assertThat(value).as("%s", reference.told()).isCloseTo(reference.value(), within(reference.tolerance()));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_likelihood_that_is_fitted_is_the_exact_one_too(String kind) {
        List<Reference> likelihoods = Objects.requireNonNull(GRID.get(kind)).stream()
                .filter(reference -> reference.quantity().equals("logLikelihood"))
                .toList();
        for (Reference reference : likelihoods) {
            double value = fitted(reference).at(reference.parameters()).value;
            assertThat(value).as("%s", reference.told()).isCloseTo(reference.value(), within(reference.tolerance()));
        }
    }

    private static double value(Reference reference) {
        double[] asked = reference.asked();
        if (reference.isSlope()) {
            double[] free = free(reference);
            return fitted(reference).at(free).byLogarithms(free).gradient[reference.place()];
        }
        if (reference.model().equals("gamma-gamma")) {
            return ofSpend(reference);
        }
        PurchaseModel model = model(reference.model(), reference.parameters());
        double x = asked[0];
        double tx = asked[1];
        double T = asked[2];
        return switch (reference.quantity()) {
            case "logLikelihood" -> model.logLikelihood(x, tx, T);
            case "pmf" -> ((BetaGeometricModel) model).probabilityOf((int) asked[4], asked[3]);
            case "logLikelihoodWithoutGaps" -> model.logLikelihood(x, tx, T, 0);
            case "pAlive" -> model.pAlive(x, tx, T);
            case "expectedPurchases" -> model.expectedPurchases(x, tx, T, asked[3]);
            case "atLeast" -> model.probabilityOfAtLeast((int) asked[4], x, tx, T, asked[3]);
            case "dert" -> model.discountedPurchases(x, tx, T, FOREVER, discount(model, asked[3]));
            case "discountedContinuously" ->
                model.discountedPurchases(x, tx, T, asked[3], Discount.continuous(asked[4]));
            default -> throw new IllegalStateException(reference.quantity());
        };
    }

    private static Discount discount(PurchaseModel model, double rate) {
        return model instanceof BgBb ? Discount.perPeriod(rate, 1) : Discount.continuous(rate);
    }

    /** Where the mean spend does not exist, the formula's value is negative. */
    private static double ofSpend(Reference reference) {
        double[] p = reference.parameters();
        GammaGamma model = new GammaGamma(p[0], p[1], p[2]);
        double x = reference.asked()[0];
        double m = reference.asked()[1];
        if (reference.quantity().equals("logLikelihood")) {
            return model.logLikelihood(x, m);
        }
        assertThat(model.expectedSpend(x, m).isPresent()).isEqualTo(reference.value() > 0);
        return model.expectedSpend(x, m).orElse(reference.value());
    }

    private static PurchaseModel model(String name, double[] p) {
        return switch (name) {
            case "bg-nbd" -> new BgNbd(p[0], p[1], p[2], p[3]);
            case "mbg-nbd" -> new MbgNbd(p[0], p[1], p[2], p[3]);
            case "pareto-nbd" -> new ParetoNbd(p[0], p[1], p[2], p[3]);
            case "bg-bb" -> new BgBb(p[0], p[1], p[2], p[3]);
            case "bg-cnbd" -> new BgCnbd((int) p[0], p[1], p[2], p[3], p[4]);
            case "mbg-cnbd" -> new MbgCnbd((int) p[0], p[1], p[2], p[3], p[4]);
            default -> throw new IllegalStateException(name);
        };
    }

    /** The parameters that a fit moves: all but k. */
    private static double[] free(Reference reference) {
        double[] all = reference.parameters();
        return reference.model().endsWith("cnbd") ? Arrays.copyOfRange(all, 1, all.length) : all;
    }

    private static LogLikelihood fitted(Reference reference) {
        double[] asked = reference.asked();
        if (reference.model().equals("gamma-gamma")) {
            return new GammaGammaLikelihood(SpendSummaries.of(new double[] {asked[0]}, new double[] {asked[1]}));
        }
        PurchaseSummaries one =
                PurchaseSummaries.of(new double[] {asked[0]}, new double[] {asked[1]}, new double[] {asked[2]});
        return switch (reference.model()) {
            case "bg-nbd" -> new BetaGeometricLikelihood(one, 0);
            case "mbg-nbd" -> new BetaGeometricLikelihood(one, 1);
            case "pareto-nbd" -> new ParetoNbdLikelihood(one);
            case "bg-cnbd" -> RegularLikelihood.of(one, (int) reference.parameters()[0], 0);
            case "mbg-cnbd" -> RegularLikelihood.of(one, (int) reference.parameters()[0], 1);
            default -> new BgBbLikelihood(one);
        };
    }
}
