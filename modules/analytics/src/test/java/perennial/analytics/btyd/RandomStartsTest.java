package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fits of the CDNOW sample from parameters drawn by chance over four powers of ten each. */
@EnabledIfEnvironmentVariable(named = Cdnow.VARIABLE, matches = ".+", disabledReason = Cdnow.LEFT_OUT)
class RandomStartsTest {
    private static final Fit.Settings STANDARD = Fit.Settings.standard();
    private static final int STARTS = 25;
    private static PurchaseSummaries weeks = PurchaseSummaries.of(new double[0], new double[0], new double[0]);
    private static SpendSummaries spends = SpendSummaries.of(new double[0], new double[0]);

    @BeforeAll
    static void read() {
        Cdnow sample = Cdnow.sample();
        weeks = sample.purchases();
        spends = sample.spends();
    }

    @Test
    void every_start_leads_to_the_published_fit_of_bg_nbd() {
        assertReached("BG/NBD", start -> BgNbd.fit(weeks, STANDARD, new BgNbd(start[0], start[1], start[2], start[3])));
    }

    @Test
    void every_start_leads_to_the_published_fit_of_mbg_nbd() {
        assertReached(
                "MBG/NBD", start -> MbgNbd.fit(weeks, STANDARD, new MbgNbd(start[0], start[1], start[2], start[3])));
    }

    @Test
    void every_start_leads_to_the_published_fit_of_pareto_nbd() {
        assertReached(
                "Pareto/NBD",
                start -> ParetoNbd.fit(weeks, STANDARD, new ParetoNbd(start[0], start[1], start[2], start[3])));
    }

    @Test
    void every_start_leads_to_the_published_fit_of_gamma_gamma() {
        Golden.Optimum golden = Golden.fit("Gamma-Gamma");
        Random chance = new Random(41);
        for (int i = 0; i < STARTS; i++) {
            GammaGamma start = new GammaGamma(drawn(chance), drawn(chance), drawn(chance));
            Fit<GammaGamma> fit =
                    GammaGamma.fit(spends, STANDARD, start).found().orElseThrow();
            assertThat(fit.logLikelihood()).as("%s", start).isCloseTo(golden.logLikelihood(), within(1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"days, 7", "seconds, 604800", "months, 0.23"})
    void no_fit_depends_on_the_unit_of_time(String unit, double perWeek) {
        PurchaseSummaries other = weeks.inUnitsOf(1 / perWeek);
        assertSame(BgNbd.fit(weeks, STANDARD), BgNbd.fit(other, STANDARD), perWeek);
        assertSame(MbgNbd.fit(weeks, STANDARD), MbgNbd.fit(other, STANDARD), perWeek);
        assertSame(ParetoNbd.fit(weeks, STANDARD), ParetoNbd.fit(other, STANDARD), perWeek);
        assertSame(BgCnbd.fit(weeks, STANDARD, 1), BgCnbd.fit(other, STANDARD, 1), perWeek);
    }

    private static void assertSame(
            FitResult<? extends PurchaseModel> known, FitResult<? extends PurchaseModel> other, double perWeek) {
        PurchaseModel inWeeks = known.found().orElseThrow().model();
        PurchaseModel inUnits = other.found().orElseThrow().model();
        assertThat(other.found().orElseThrow().logLikelihood() + weeks.purchases() * Math.log(perWeek))
                .isCloseTo(known.found().orElseThrow().logLikelihood(), within(1e-6));
        Discount yearly = Discount.monthly(0.1, 52);
        Discount same = Discount.monthly(0.1, 52 * perWeek);
        for (double[] past : new double[][] {{0, 0, 38}, {2, 30, 38}, {26, 30.8, 31}}) {
            double x = past[0];
            double tx = past[1] * perWeek;
            double T = past[2] * perWeek;
            assertClose(inUnits.pAlive(x, tx, T), inWeeks.pAlive(x, past[1], past[2]));
            assertClose(
                    inUnits.discountedPurchases(x, tx, T, 104 * perWeek, same),
                    inWeeks.discountedPurchases(x, past[1], past[2], 104, yearly));
            assertThat(inUnits.purchasesInterval(0.8, x, tx, T, 39 * perWeek))
                    .isEqualTo(inWeeks.purchasesInterval(0.8, x, past[1], past[2], 39));
        }
    }

    private static void assertClose(double value, double expected) {
        assertThat(value).isCloseTo(expected, within(1e-6 * expected));
    }

    private static double drawn(Random chance) {
        return Math.pow(10, 4 * chance.nextDouble() - 2);
    }

    private static void assertReached(String model, Function<double[], FitResult<? extends PurchaseModel>> fitFrom) {
        Golden.Optimum golden = Golden.fit(model);
        Random chance = new Random(37);
        for (int i = 0; i < STARTS; i++) {
            double[] start = {drawn(chance), drawn(chance), drawn(chance), drawn(chance)};
            Fit<? extends PurchaseModel> fit = fitFrom.apply(start).found().orElseThrow();
            assertThat(fit.convergence().status()).as("%s", fit.model()).isEqualTo(Convergence.Status.CONVERGED);
            assertThat(fit.logLikelihood()).isCloseTo(golden.logLikelihood(), within(1e-6));
            for (int k = 0; k < 4; k++) {
                double expected = golden.parameters()
                        .getOrDefault(fit.model().parameterNames().get(k), Double.NaN);
                assertThat(fit.model().parameters()[k]).isCloseTo(expected, within(1e-4 * expected));
            }
        }
    }
}
