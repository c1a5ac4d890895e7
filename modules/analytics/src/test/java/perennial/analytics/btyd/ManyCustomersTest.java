package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import perennial.analytics.numeric.Variates;

class ManyCustomersTest {
    private static final Fit.Settings STANDARD = Fit.Settings.standard();
    private static final PurchaseSummaries SHOP = new Shop("ordinary", 3_000, new BgNbd(0.5, 6, 0.8, 2.5)).purchases();

    static Stream<Fit<? extends PurchaseModel>> fits() {
        return Stream.of(
                BgNbd.fit(SHOP, STANDARD).found().orElseThrow(),
                MbgNbd.fit(SHOP, STANDARD).found().orElseThrow(),
                ParetoNbd.fit(SHOP, STANDARD).found().orElseThrow(),
                BgCnbd.fit(SHOP, STANDARD, 1).found().orElseThrow(),
                MbgCnbd.fit(evenly(), STANDARD, 3).found().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("fits")
    void many_at_once_are_worth_what_they_are_worth_one_by_one(Fit<? extends PurchaseModel> fit) {
        double[] spends = spends();
        Fit<GammaGamma> spend = GammaGamma.fit(SpendSummaries.of(SHOP.x(), spends), STANDARD)
                .found()
                .orElseThrow();
        for (Discount discount : List.of(Discount.none(), Discount.monthly(0.1, 52), Discount.continuous(0.002))) {
            LifetimeValue value =
                    new LifetimeValue(fit, Optional.of(spend), new LifetimeValue.Settings(52, discount, 0.8));
            CustomerValues all = value.of(SHOP, SHOP.x(), spends);
            for (int i = 0; i < SHOP.rows(); i += 29) {
                assertSame(all.get(i), value.of(SHOP.x(i), SHOP.tx(i), SHOP.T(i), SHOP.x(i), spends[i]));
            }
        }
    }

    /** The same shop, as if each customer's purchases had come at even distances. */
    private static PurchaseSummaries evenly() {
        double[] gaps = new double[SHOP.rows()];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = SHOP.x(i) == 0 ? 0 : SHOP.x(i) * Math.log(SHOP.tx(i) / SHOP.x(i));
        }
        return SHOP.withGaps(gaps);
    }

    @Test
    void many_at_once_are_worth_the_same_where_they_buy_often_and_their_ages_differ_by_powers_of_ten() {
        int rows = 600;
        double[] x = new double[rows];
        double[] T = new double[rows];
        double[] tx = new double[rows];
        for (int i = 0; i < rows; i++) {
            x[i] = i % 2 == 0 ? 300 : 2;
            T[i] = Math.pow(10, -1 + 4.0 * i / rows);
            tx[i] = T[i] * (0.9 + 0.1 * (i % 7) / 6);
        }
        PurchaseSummaries customers = PurchaseSummaries.of(x, tx, T);
        for (PurchaseModel model : List.of(
                new BgNbd(0.6, 0.05, 0.2, 5), new ParetoNbd(0.6, 0.05, 0.7, 30), new MbgCnbd(4, 0.6, 0.05, 0.2, 5))) {
            Fit<PurchaseModel> fit = new Fit<>(
                    model,
                    0,
                    new Convergence(Convergence.Status.CONVERGED, 1, 0, List.of(), List.of(), 0),
                    Optional.empty(),
                    rows,
                    rows);
            LifetimeValue value =
                    new LifetimeValue(fit, Optional.empty(), new LifetimeValue.Settings(40, Discount.none(), 0.8));
            CustomerValues all = value.of(customers);
            for (int i = 0; i < rows; i += 101) {
                CustomerValue expected = value.of(x[i], tx[i], T[i]);
                assertClose(all.get(i).probabilityAlive(), expected.probabilityAlive(), 1e-12);
                assertClose(all.get(i).expectedPurchases(), expected.expectedPurchases(), 1e-8);
                assertThat(all.get(i).purchasesOutcome().low())
                        .isCloseTo(expected.purchasesOutcome().low(), within(1.0));
                assertThat(all.get(i).purchasesOutcome().high())
                        .isCloseTo(expected.purchasesOutcome().high(), within(1.0));
            }
        }
    }

    @Test
    void many_at_once_are_worth_the_same_where_time_comes_in_occasions() {
        int rows = 500;
        Random chance = new Random(37);
        double[] x = new double[rows];
        double[] T = new double[rows];
        double[] tx = new double[rows];
        for (int i = 0; i < rows; i++) {
            T[i] = 4 + chance.nextInt(50);
            x[i] = chance.nextInt(4);
            tx[i] = x[i] == 0 ? 0 : x[i] + chance.nextInt((int) (T[i] - x[i]) + 1);
        }
        PurchaseSummaries customers = PurchaseSummaries.of(x, tx, T);
        LifetimeValue value = new LifetimeValue(
                BgBb.fit(customers, STANDARD).found().orElseThrow(),
                Optional.empty(),
                new LifetimeValue.Settings(12, Discount.none(), 0.8));
        CustomerValues all = value.of(customers);
        for (int i = 0; i < rows; i += 17) {
            CustomerValue expected = value.of(x[i], tx[i], T[i]);
            assertClose(all.get(i).expectedPurchases(), expected.expectedPurchases(), 1e-10);
            assertThat(all.get(i).purchasesOutcome()).isEqualTo(expected.purchasesOutcome());
            assertThat(all.get(i).purchasesEstimate().isPresent())
                    .isEqualTo(expected.purchasesEstimate().isPresent());
        }
    }

    private static void assertSame(CustomerValue one, CustomerValue expected) {
        assertClose(one.probabilityAlive(), expected.probabilityAlive(), 1e-12);
        assertClose(one.expectedPurchases(), expected.expectedPurchases(), 1e-10);
        assertThat(one.purchasesOutcome()).isEqualTo(expected.purchasesOutcome());
        assertClose(one.expectedValue().orElseThrow(), expected.expectedValue().orElseThrow(), 1e-10);
        assertClose(
                one.discountedValue().orElseThrow(), expected.discountedValue().orElseThrow(), 1e-9);
        EstimateInterval estimate = expected.valueEstimate().orElseThrow();
        assertClose(one.valueEstimate().orElseThrow().low(), estimate.low(), 1e-6);
        assertClose(one.valueEstimate().orElseThrow().high(), estimate.high(), 1e-6);
        OutcomeInterval outcome = expected.valueOutcome().orElseThrow();
        assertClose(one.valueOutcome().orElseThrow().low(), outcome.low(), 1e-3);
        assertClose(one.valueOutcome().orElseThrow().high(), outcome.high(), 1e-3);
    }

    private static void assertClose(double value, double expected, double share) {
        assertThat(value).isCloseTo(expected, within(1e-12 + share * Math.abs(expected)));
    }

    @Test
    void without_a_spend_model_there_is_no_value_in_money() {
        LifetimeValue value = new LifetimeValue(
                BgNbd.fit(SHOP, STANDARD).found().orElseThrow(),
                Optional.empty(),
                new LifetimeValue.Settings(52, Discount.none(), 0.8));
        CustomerValue one = value.of(SHOP).get(7);
        CustomerValue expected = value.of(SHOP.x(7), SHOP.tx(7), SHOP.T(7));
        assertClose(one.expectedPurchases(), expected.expectedPurchases(), 1e-10);
        assertClose(
                one.purchasesEstimate().orElseThrow().high(),
                expected.purchasesEstimate().orElseThrow().high(),
                1e-6);
        assertThat(one.expectedValue()).isEmpty();
        assertThat(one.valueEstimate()).isEmpty();
        assertThat(one.valueOutcome()).isEmpty();
    }

    @Test
    void a_fit_is_the_same_to_the_last_digit_on_any_number_of_threads() throws Exception {
        PurchaseSummaries shop = new Shop("large", 30_000, new BgNbd(0.5, 6, 0.8, 2.5)).purchases();
        Fit<BgNbd> here = BgNbd.fit(shop, STANDARD).found().orElseThrow();
        for (int threads : new int[] {1, 5}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                Fit<BgNbd> there = pool.submit(
                                () -> BgNbd.fit(shop, STANDARD).found().orElseThrow())
                        .get();
                assertThat(there.model()).isEqualTo(here.model());
                assertThat(there.logLikelihood()).isEqualTo(here.logLikelihood());
            } finally {
                pool.shutdown();
            }
        }
    }

    @Test
    void distinct_rows_are_counted_as_by_a_table_of_keys() {
        int rows = 200_000;
        Random chance = new Random(29);
        double[] left = chance.ints(rows, 0, 300).asDoubleStream().toArray();
        double[] right =
                chance.ints(rows, 0, 400).mapToDouble(each -> each / 7.0).toArray();
        double[] weight = chance.ints(rows, 1, 4).asDoubleStream().toArray();
        DistinctRows distinct = DistinctRows.of(weight, left, right);
        Map<List<Double>, Double> expected = new HashMap<>();
        for (int i = 0; i < rows; i++) {
            expected.merge(List.of(left[i], right[i]), weight[i], Double::sum);
            int same = distinct.first()[distinct.place()[i]];
            assertThat(left[same] == left[i] && right[same] == right[i] && same <= i)
                    .isTrue();
        }
        Map<List<Double>, Double> found = new HashMap<>();
        for (int k = 0; k < distinct.first().length; k++) {
            int row = distinct.first()[k];
            found.put(List.of(left[row], right[row]), distinct.weight()[k]);
        }
        assertThat(distinct.first()).hasSize(expected.size());
        assertThat(found).isEqualTo(expected);
    }

    private static double[] spends() {
        Random chance = new Random(31);
        double[] spends = new double[SHOP.rows()];
        for (int i = 0; i < spends.length; i++) {
            double shape = 6 * Math.max(1, SHOP.x(i));
            spends[i] = SHOP.x(i) == 0 ? 0 : Variates.gamma(chance, shape) / shape * 90 / Variates.gamma(chance, 4);
        }
        return spends;
    }
}
