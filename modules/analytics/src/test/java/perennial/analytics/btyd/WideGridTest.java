package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
 * agree, by the published formulas; those of regular buyers by an integral over the rate. Parameters run from 1e-3 to 1e4
 * and sit on the singular places of those formulas (a = 1, a + b = 1, s = 1, alpha = beta), x goes to 5,000, time and
 * horizon from 1e-6 to 1e6. The file has a row each: model; quantity; parameters; the past and what else is asked; value.
 */
class WideGridTest {
    private static final double FOREVER = Double.POSITIVE_INFINITY;

    @SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
    record Reference(String model, String quantity, double[] parameters, double[] asked, double value) {
        static Reference of(String row) {
            String[] fields = row.split(";");
            int last = fields.length - 1;
            return new Reference(
                    fields[0],
                    fields[1],
                    numbers(Arrays.stream(fields, 2, last - 1)),
                    numbers(Arrays.stream(fields[last - 1].split(" "))),
                    Double.parseDouble(fields[last]));
        }

        private static double[] numbers(Stream<String> texts) {
            return texts.mapToDouble(Double::parseDouble).toArray();
        }

        String told() {
            return kind() + " of " + Arrays.toString(parameters) + " at " + Arrays.toString(asked);
        }

        String kind() {
            return model + " " + quantity;
        }
    }

    private static final Map<String, List<Reference>> GRID =
            read().stream().collect(Collectors.groupingBy(Reference::kind));

    static Stream<String> kinds() {
        return GRID.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_value_is_the_exact_one_wherever_it_is_asked_for(String kind) {
        for (Reference reference : Objects.requireNonNull(GRID.get(kind))) {
            double value = value(reference);
            assertThat(value)
                    .as("%s", reference.told())
                    .isCloseTo(reference.value, within(Math.max(1e-12, 1e-10 * Math.abs(reference.value))));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_likelihood_that_is_fitted_is_the_exact_one_too(String kind) {
        List<Reference> likelihoods = Objects.requireNonNull(GRID.get(kind)).stream()
                .filter(reference -> reference.quantity.equals("logLikelihood"))
                .toList();
        for (Reference reference : likelihoods) {
            double value = fitted(reference).at(reference.parameters).value;
            assertThat(value)
                    .as("%s", reference.told())
                    .isCloseTo(reference.value, within(Math.max(1e-12, 1e-10 * Math.abs(reference.value))));
        }
    }

    private static double value(Reference reference) {
        double[] asked = reference.asked;
        if (reference.model.equals("gamma-gamma")) {
            return ofSpend(reference);
        }
        PurchaseModel model = model(reference.model, reference.parameters);
        double x = asked[0];
        double tx = asked[1];
        double T = asked[2];
        return switch (reference.quantity) {
            case "logLikelihood" -> model.logLikelihood(x, tx, T);
            case "logLikelihoodWithoutGaps" -> ((RegularModel) model).logLikelihood(x, tx, T, 0);
            case "pAlive" -> model.pAlive(x, tx, T);
            case "expectedPurchases" -> model.expectedPurchases(x, tx, T, asked[3]);
            case "atLeast" -> model.probabilityOfAtLeast((int) asked[4], x, tx, T, asked[3]);
            case "dert" -> model.discountedPurchases(x, tx, T, FOREVER, discount(model, asked[3]));
            case "discountedContinuously" ->
                model.discountedPurchases(x, tx, T, asked[3], Discount.continuous(asked[4]));
            default -> throw new IllegalStateException(reference.quantity);
        };
    }

    private static Discount discount(PurchaseModel model, double rate) {
        return model instanceof BgBb ? Discount.perPeriod(rate, 1) : Discount.continuous(rate);
    }

    /** Where the mean spend does not exist, the formula's value is negative. */
    private static double ofSpend(Reference reference) {
        double[] p = reference.parameters;
        GammaGamma model = new GammaGamma(p[0], p[1], p[2]);
        double x = reference.asked[0];
        double m = reference.asked[1];
        if (reference.quantity.equals("logLikelihood")) {
            return model.logLikelihood(x, m);
        }
        assertThat(model.expectedSpend(x, m).isPresent()).isEqualTo(reference.value > 0);
        return model.expectedSpend(x, m).orElse(reference.value);
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

    private static LogLikelihood fitted(Reference reference) {
        double[] asked = reference.asked;
        if (reference.model.equals("gamma-gamma")) {
            return new GammaGammaLikelihood(SpendSummaries.of(new double[] {asked[0]}, new double[] {asked[1]}));
        }
        PurchaseSummaries one =
                PurchaseSummaries.of(new double[] {asked[0]}, new double[] {asked[1]}, new double[] {asked[2]});
        return switch (reference.model) {
            case "bg-nbd" -> new BetaGeometricLikelihood(one, 0);
            case "mbg-nbd" -> new BetaGeometricLikelihood(one, 1);
            case "pareto-nbd" -> new ParetoNbdLikelihood(one);
            default -> new BgBbLikelihood(one);
        };
    }

    private static List<Reference> read() {
        try (InputStream in = Objects.requireNonNull(WideGridTest.class.getResourceAsStream("wide-grid.csv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return reader.lines().skip(1).map(Reference::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
