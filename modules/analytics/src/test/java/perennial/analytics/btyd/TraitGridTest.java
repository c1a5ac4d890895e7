package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Customers with two traits, against values computed elsewhere with 60 and more digits ({@link Reference}): the four
 * parameters come before the coefficients, and the traits before the past.
 */
class TraitGridTest {
    private static final int OWN = 4;
    private static final List<String> TRAITS = List.of("first", "second");
    private static final List<Reference> GRID = Reference.in("traits.csv");

    static Stream<List<Reference>> kinds() {
        return GRID.stream().collect(Collectors.groupingBy(Reference::kind)).values().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_value_is_the_exact_one_whatever_the_traits(List<Reference> references) {
        for (Reference reference : references) {
            assertThat(value(reference))
                    .as("%s", reference.told())
                    .isCloseTo(reference.value(), within(reference.tolerance()));
        }
    }

    private static double value(Reference reference) {
        double[] asked = reference.asked();
        double[] traits = Arrays.copyOf(asked, TRAITS.size());
        double x = asked[2];
        double tx = asked[3];
        double T = asked[4];
        if (reference.isSlope()) {
            return slope(
                    reference, traits, PurchaseSummaries.of(new double[] {x}, new double[] {tx}, new double[] {T}));
        }
        double[] all = reference.parameters();
        List<Double> coefficients = Arrays.stream(all, OWN, all.length).boxed().toList();
        PurchaseModel model = new TraitModel<>(base(reference), TRAITS, coefficients).of(traits);
        return switch (reference.quantity()) {
            case "logLikelihood" -> model.logLikelihood(x, tx, T);
            case "pAlive" -> model.pAlive(x, tx, T);
            case "expectedPurchases" -> model.expectedPurchases(x, tx, T, asked[5]);
            default -> throw new IllegalStateException(reference.quantity());
        };
    }

    private static PurchaseModel base(Reference reference) {
        double[] p = reference.parameters();
        return isPareto(reference) ? new ParetoNbd(p[0], p[1], p[2], p[3]) : new BgNbd(p[0], p[1], p[2], p[3]);
    }

    private static boolean isPareto(Reference reference) {
        return Objects.equals(reference.model(), "pareto-nbd");
    }

    /** The likelihood takes coefficients as factors, so that the slope by a logarithm is that by the coefficient. */
    private static double slope(Reference reference, double[] traits, PurchaseSummaries one) {
        double[] factors = reference.parameters().clone();
        for (int i = OWN; i < factors.length; i++) {
            factors[i] = Math.exp(factors[i]);
        }
        LogLikelihood likelihood =
                isPareto(reference) ? new ParetoNbdLikelihood(one) : new BetaGeometricLikelihood(one, 0);
        return new TraitLikelihood(
                        List.of(new TraitLikelihood.Group(traits, likelihood, 1)),
                        isPareto(reference) ? TraitModel.ON_PARETO_NBD : TraitModel.ON_BG_NBD,
                        OWN,
                        TRAITS.size())
                .inLogs(factors)
                .gradient[reference.place()];
    }
}
