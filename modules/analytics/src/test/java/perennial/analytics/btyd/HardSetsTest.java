package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import perennial.analytics.btyd.Convergence.Edge;
import perennial.analytics.btyd.Convergence.Status;

class HardSetsTest {
    private static final Fit.Settings STANDARD = Fit.Settings.standard();

    static Stream<Shop> shops() {
        return Stream.of(
                Shop.of("ordinary", 1500).rates(0.3, 6).leaving(0.8, 2.5),
                Shop.of("purchases in the thousands", 300).rates(2, 0.01).leaving(0.5, 900),
                Shop.of("nobody leaves", 800).rates(1, 10).leaving(1e-9, 1),
                Shop.of("forty customers", 40).rates(0.5, 5).leaving(1, 2),
                Shop.of("rates unlike each other by a million", 1000)
                        .rates(0.08, 0.05)
                        .leaving(1, 4),
                Shop.of("a + b below 1", 1500).rates(0.6, 5).leaving(0.2, 0.3),
                Shop.of("all leave after the first repeat purchase", 800)
                        .rates(1, 10)
                        .leaving(1, 1e-9),
                Shop.of("one rate for everybody", 800).rates(1e6, 1e7).leaving(1, 3),
                Shop.of("heavy repeaters beside silence", 1000).rates(0.05, 0.1).leaving(0.1, 5));
    }

    @ParameterizedTest
    @MethodSource("shops")
    void a_fit_is_a_maximum_or_says_where_the_likelihood_runs_off_to(Shop shop) {
        PurchaseSummaries purchases = shop.purchases();
        for (Fit<? extends PurchaseModel> fit : fits(purchases)) {
            Convergence evidence = fit.convergence();
            assertThat(evidence.status()).isNotEqualTo(Status.NOT_CONVERGED);
            assertThat(fit.logLikelihood()).isFinite();
            assertThat(fit.logLikelihood())
                    .isGreaterThan(evidence.withoutLeaving() - 1e-4 - 1e-7 * Math.abs(fit.logLikelihood()));
            boolean maximum = evidence.status() == Status.CONVERGED;
            assertThat(fit.uncertainty().isPresent()).isEqualTo(maximum);
            assertThat(evidence.edges().isEmpty()).isEqualTo(maximum);
            if (maximum) {
                assertThat(evidence.curvatures())
                        .allSatisfy(value -> assertThat(value).isPositive());
                assertThat(evidence.largestGradient()).isLessThan(1e-4);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shops")
    void a_fit_is_at_least_as_good_as_the_truth_and_the_same_from_the_truth(Shop shop) {
        PurchaseSummaries purchases = shop.purchases();
        Fit<BgNbd> fit = BgNbd.fit(purchases, STANDARD).found().orElseThrow();
        double truth = 0;
        for (int i = 0; i < purchases.rows(); i++) {
            truth += shop.truth().logLikelihood(purchases.x(i), purchases.tx(i), purchases.T(i));
        }
        assertThat(fit.logLikelihood()).isGreaterThan(truth - 1e-6 * Math.abs(truth));
        Fit<BgNbd> again = BgNbd.fit(purchases, STANDARD, shop.truth()).found().orElseThrow();
        assertThat(again.logLikelihood() - fit.logLikelihood()).isLessThan(1e-4);
    }

    @ParameterizedTest
    @MethodSource("shops")
    void no_forecast_is_ever_undefined(Shop shop) {
        PurchaseSummaries purchases = shop.purchases();
        for (Fit<? extends PurchaseModel> fit : fits(purchases)) {
            for (int i = 0; i < purchases.rows(); i += 7) {
                double x = purchases.x(i);
                double tx = purchases.tx(i);
                double T = purchases.T(i);
                assertThat(fit.model().pAlive(x, tx, T)).isBetween(0.0, 1.0);
                double expected = fit.model().expectedPurchases(x, tx, T, 52);
                assertThat(expected).isBetween(0.0, 1e9);
                assertThat(fit.model().purchasesInterval(0.8, x, tx, T, 52).high())
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }

    @Test
    void where_nobody_leaves_the_fit_says_so() {
        double[] x = new double[200];
        double[] age = new double[200];
        for (int i = 0; i < x.length; i++) {
            x[i] = 1 + (i * i) % 23;
            age[i] = 20 + i % 31;
        }
        PurchaseSummaries allBoughtJustNow = PurchaseSummaries.of(x, age, age);
        Fit<BgNbd> fit = BgNbd.fit(allBoughtJustNow, STANDARD).found().orElseThrow();
        assertThat(fit.convergence().status()).isEqualTo(Status.AT_EDGE);
        assertThat(fit.convergence().edges()).containsAnyOf(new Edge("a", false), new Edge("b", true));
        assertThat(fit.logLikelihood()).isCloseTo(fit.convergence().withoutLeaving(), within(1e-3));
        assertThat(fit.convergence().reason(Locale.ENGLISH)).contains("no finite maximum");
        assertThat(fit.convergence().reason(Locale.SIMPLIFIED_CHINESE)).contains("没有有限的最大值");
    }

    static Stream<Arguments> odd_sets() {
        double[] few = {0, 1, 2, 1, 0, 3, 1, 1, 0, 2, 5, 1};
        double[] ages = {8, 9, 7, 6, 5, 9, 8, 7, 6, 9, 9, 4};
        return Stream.of(
                Arguments.of("ages of nanoseconds", scaled(few, ages, 1e-9)),
                Arguments.of("ages beyond all calendars", scaled(few, ages, 1e12)),
                Arguments.of("one customer", PurchaseSummaries.of(one(3), one(20), one(30))),
                Arguments.of("one customer thirty times over", PurchaseSummaries.of(one(3), one(20), one(30), one(30))),
                Arguments.of("all bought just now", PurchaseSummaries.of(few, lasts(few, ages, 1), ages)),
                Arguments.of("newcomers of no age beside a few repeat buyers", withNewcomers()),
                Arguments.of(
                        "ages unlike by a trillion",
                        PurchaseSummaries.of(
                                new double[] {1, 2, 3}, new double[] {1e-6, 2, 3e5}, new double[] {2e-6, 3, 1e6})));
    }

    private static double[] one(double value) {
        return new double[] {value};
    }

    private static double[] lasts(double[] x, double[] ages, double share) {
        double[] lasts = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            lasts[i] = x[i] == 0 ? 0 : share * ages[i] * (share == 1 ? 1 : (1 + i % 3) / 3.0);
        }
        return lasts;
    }

    private static PurchaseSummaries scaled(double[] x, double[] ages, double unit) {
        return PurchaseSummaries.of(x, lasts(x, ages, 0.9), ages).inUnitsOf(1 / unit);
    }

    private static PurchaseSummaries withNewcomers() {
        double[] x = new double[60];
        double[] tx = new double[60];
        double[] ages = new double[60];
        for (int i = 0; i < 20; i++) {
            x[i] = 1 + i % 4;
            tx[i] = 3 + i % 5;
            ages[i] = 9;
        }
        return PurchaseSummaries.of(x, tx, ages);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd_sets")
    void an_odd_set_gets_a_fit_with_its_evidence_and_forecasts_that_are_numbers(String name, PurchaseSummaries odd) {
        Fit.Settings anyNumber = new Fit.Settings(1, 1, 200);
        List<FitResult<? extends PurchaseModel>> results = List.of(
                BgNbd.fit(odd, anyNumber),
                MbgNbd.fit(odd, anyNumber),
                ParetoNbd.fit(odd, anyNumber),
                BgCnbd.fit(odd, anyNumber, 1),
                MbgCnbd.fit(odd.withGaps(evenGaps(odd)), anyNumber, 5));
        double horizon = odd.longestAge();
        for (FitResult<? extends PurchaseModel> result : results) {
            Fit<? extends PurchaseModel> fit = result.found().orElseThrow();
            assertThat(fit.logLikelihood()).as(name).isFinite();
            assertThat(fit.convergence().status()).isNotEqualTo(Status.NOT_CONVERGED);
            boolean maximum = fit.convergence().status() == Status.CONVERGED;
            assertThat(fit.convergence().edges().isEmpty()).isEqualTo(maximum);
            for (int i = 0; i < odd.rows(); i++) {
                assertThat(fit.model().pAlive(odd.x(i), odd.tx(i), odd.T(i))).isBetween(0.0, 1.0);
                assertThat(fit.model().expectedPurchases(odd.x(i), odd.tx(i), odd.T(i), horizon))
                        .isBetween(0.0, 1e9);
            }
        }
    }

    private static double[] evenGaps(PurchaseSummaries customers) {
        double[] gaps = new double[customers.rows()];
        for (int i = 0; i < gaps.length; i++) {
            double x = customers.x(i);
            gaps[i] = x == 0 ? 0 : x * Math.log(customers.tx(i) / x);
        }
        return gaps;
    }

    @Test
    void one_time_buyers_alone_are_not_enough_data() {
        double[] none = new double[500];
        double[] ages = new double[500];
        Arrays.fill(ages, 40);
        FitResult<BgNbd> result = BgNbd.fit(PurchaseSummaries.of(none, none, ages), STANDARD);
        assertThat(result.found()).isEmpty();
        assertThat(result).isEqualTo(new NotEnoughData<BgNbd>(500, 0, STANDARD));
        assertThat(((NotEnoughData<BgNbd>) result).reason(Locale.ENGLISH)).contains("500 customers, 0 of them");
        assertThat(((NotEnoughData<BgNbd>) result).reason(Locale.CHINA)).contains("数据不足");
    }

    @Test
    void the_fit_does_not_depend_on_the_unit_of_time() {
        PurchaseSummaries weeks =
                Shop.of("ordinary", 1500).rates(0.3, 6).leaving(0.8, 2.5).purchases();
        PurchaseSummaries seconds = weeks.inUnitsOf(1 / 604_800.0);
        Fit<BgNbd> inWeeks = BgNbd.fit(weeks, STANDARD).found().orElseThrow();
        Fit<BgNbd> inSeconds = BgNbd.fit(seconds, STANDARD).found().orElseThrow();
        assertThat(inSeconds.model().r()).isCloseTo(inWeeks.model().r(), within(1e-7));
        assertThat(inSeconds.model().alpha() / 604_800)
                .isCloseTo(inWeeks.model().alpha(), within(1e-6));
        assertThat(inSeconds.logLikelihood() + weeks.purchases() * Math.log(604_800))
                .isCloseTo(inWeeks.logLikelihood(), within(1e-6));
    }

    @Test
    void shared_rows_count_as_often_as_they_are_shared() {
        PurchaseSummaries single =
                Shop.of("ordinary", 400).rates(0.3, 6).leaving(0.8, 2.5).purchases();
        PurchaseSummaries compressed = single.compressed();
        assertThat(compressed.rows()).isLessThan(single.rows());
        assertThat(compressed.customers()).isEqualTo(400);
        assertThat(compressed.purchases()).isEqualTo(single.purchases());
    }

    @Test
    void a_row_that_cannot_be_is_refused_with_its_number() {
        double[] two = {0, 2};
        double[] ages = {10, 10};
        assertThatThrownBy(() -> PurchaseSummaries.of(two, new double[] {0, 11}, ages))
                .hasMessageContaining("row 2, t_x");
        assertThatThrownBy(() -> PurchaseSummaries.of(two, new double[] {0, 0}, ages))
                .hasMessageContaining("all purchases at one instant");
        assertThatThrownBy(() -> PurchaseSummaries.of(new double[] {0, 1.5}, new double[] {0, 3}, ages))
                .hasMessageContaining("whole");
        assertThatThrownBy(() -> PurchaseSummaries.of(two, new double[] {0}, ages))
                .hasMessageContaining("length");
    }

    private static List<Fit<? extends PurchaseModel>> fits(PurchaseSummaries purchases) {
        return List.of(
                BgNbd.fit(purchases, STANDARD).found().orElseThrow(),
                MbgNbd.fit(purchases, STANDARD).found().orElseThrow(),
                ParetoNbd.fit(purchases, STANDARD).found().orElseThrow());
    }
}
