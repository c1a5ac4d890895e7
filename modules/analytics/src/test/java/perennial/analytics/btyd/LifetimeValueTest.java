package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.analytics.numeric.Variates;

class LifetimeValueTest {
    private static final double YEAR = 52;
    private static final LifetimeValue.Settings YEAR_AHEAD =
            new LifetimeValue.Settings(YEAR, Discount.monthly(0.1, YEAR), 0.8);
    private static final Fit<BgNbd> PURCHASES = purchases(2000);
    private static final Fit<GammaGamma> SPENDS = spends(2000);

    @Test
    void value_is_purchases_times_spend_and_less_where_it_is_discounted() {
        CustomerValue value = values().of(6, 30, 38, 6, 40);
        assertThat(value.expectedPurchases()).isEqualTo(PURCHASES.model().expectedPurchases(6, 30, 38, YEAR));
        assertThat(value.expectedValue().orElseThrow())
                .isEqualTo(value.expectedPurchases() * value.expectedSpend().orElseThrow());
        assertThat(value.discountedValue().orElseThrow())
                .isBetween(
                        0.92 * value.expectedValue().orElseThrow(),
                        0.97 * value.expectedValue().orElseThrow());
    }

    @Test
    void a_larger_shop_knows_the_expectation_better_but_not_the_outcome() {
        CustomerValue small = values().of(6, 30, 38, 6, 40);
        CustomerValue large =
                new LifetimeValue(purchases(40_000), Optional.of(spends(40_000)), YEAR_AHEAD).of(6, 30, 38, 6, 40);
        assertThat(width(large.valueEstimate().orElseThrow()))
                .isLessThan(0.5 * width(small.valueEstimate().orElseThrow()));
        assertThat(large.valueOutcome().orElseThrow().high())
                .isCloseTo(small.valueOutcome().orElseThrow().high(), within(30.0));
    }

    @Test
    void the_estimate_interval_holds_its_expectation() {
        CustomerValue value = values().of(6, 30, 38, 6, 40);
        assertThat(value.purchasesEstimate().orElseThrow().contains(value.expectedPurchases()))
                .isTrue();
        assertThat(value.valueEstimate()
                        .orElseThrow()
                        .contains(value.expectedValue().orElseThrow()))
                .isTrue();
    }

    @Test
    void the_estimate_interval_holds_the_truth_about_as_often_as_it_says() {
        double truth = new BgNbd(0.3, 6, 0.8, 2.5).expectedPurchases(6, 30, 38, YEAR);
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            PurchaseSummaries shop = new Shop("ordinary", 1500, new BgNbd(0.3, 6, 0.8, 2.5)).purchases(seed);
            Fit<BgNbd> fit = BgNbd.fit(shop, Fit.Settings.standard()).found().orElseThrow();
            Optional<EstimateInterval> interval = new LifetimeValue(fit, Optional.empty(), YEAR_AHEAD)
                    .of(6, 30, 38)
                    .purchasesEstimate();
            held += interval.orElseThrow().contains(truth) ? 1 : 0;
        }
        assertThat(held / 200.0).isBetween(0.72, 0.88);
    }

    @Test
    void the_outcome_interval_of_the_spend_is_that_of_futures_drawn_by_chance() {
        CustomerValue value = values().of(6, 30, 38, 6, 40);
        double[] futures = futures(6, 30, 38, 6, 40);
        Arrays.sort(futures);
        OutcomeInterval interval = value.valueOutcome().orElseThrow();
        assertThat(share(futures, interval.high())).isCloseTo(0.9, within(0.01));
        assertThat(interval.low()).isEqualTo(futures[futures.length / 10]);
    }

    @Test
    void a_customer_who_surely_buys_has_a_lower_bound_above_nothing() {
        CustomerValue value = values().of(40, 37.9, 38, 40, 25);
        double[] futures = futures(40, 37.9, 38, 40, 25);
        Arrays.sort(futures);
        OutcomeInterval interval = value.valueOutcome().orElseThrow();
        assertThat(share(futures, interval.low())).isCloseTo(0.1, within(0.01));
        assertThat(share(futures, interval.high())).isCloseTo(0.9, within(0.01));
    }

    @Test
    void without_a_spend_model_there_is_no_value_in_money() {
        CustomerValue value = new LifetimeValue(PURCHASES, Optional.empty(), YEAR_AHEAD).of(6, 30, 38);
        assertThat(value.expectedPurchases()).isPositive();
        assertThat(value.expectedSpend()).isEmpty();
        assertThat(value.expectedValue()).isEmpty();
        assertThat(value.valueEstimate()).isEmpty();
        assertThat(value.valueOutcome()).isEmpty();
    }

    @Test
    void where_the_mean_spend_does_not_exist_value_is_absent_and_not_a_number() {
        Fit<GammaGamma> heavyTail = new Fit<>(
                new GammaGamma(2, 0.8, 10), 0, SPENDS.convergence(), SPENDS.uncertainty(), SPENDS.customers(), 1);
        CustomerValue value = new LifetimeValue(PURCHASES, Optional.of(heavyTail), YEAR_AHEAD).of(0, 0, 38);
        assertThat(value.expectedSpend()).isEmpty();
        assertThat(value.discountedValue()).isEmpty();
        assertThat(value.valueEstimate()).isEmpty();
    }

    @Test
    void a_customer_of_long_ago_is_worth_nothing_and_no_interval_is_undefined() {
        CustomerValue value = values().of(900, 20, 4000, 900, 25);
        assertThat(value.probabilityAlive()).isZero();
        assertThat(value.expectedValue().orElseThrow()).isZero();
        assertThat(value.valueEstimate().orElseThrow()).isEqualTo(new EstimateInterval(0, 0));
        assertThat(value.valueOutcome().orElseThrow()).isEqualTo(new OutcomeInterval(0, 0));
    }

    private static double share(double[] sorted, double upTo) {
        return Arrays.stream(sorted).filter(each -> each <= upTo).count() / (double) sorted.length;
    }

    private static double width(EstimateInterval interval) {
        return interval.high() - interval.low();
    }

    private static LifetimeValue values() {
        return new LifetimeValue(PURCHASES, Optional.of(SPENDS), YEAR_AHEAD);
    }

    private static double[] futures(double x, double tx, double T, double spendPurchases, double meanSpend) {
        BgNbd model = PURCHASES.model();
        GammaGamma spend = SPENDS.model();
        Random chance = new Random(5);
        double[] totals = new double[40_000];
        for (int i = 0; i < totals.length; i++) {
            boolean alive = chance.nextDouble() < model.pAlive(x, tx, T);
            double rate = Variates.gamma(chance, model.r() + x) / (model.alpha() + T);
            double leaving = Variates.beta(chance, model.a(), model.b() + x);
            double nu = Variates.gamma(chance, spend.q() + spend.p() * spendPurchases)
                    / (spend.gamma() + meanSpend * spendPurchases);
            double at = -Math.log(chance.nextDouble()) / rate;
            while (alive && at <= YEAR) {
                totals[i] += Variates.gamma(chance, spend.p()) / nu;
                alive = chance.nextDouble() >= leaving;
                at -= Math.log(chance.nextDouble()) / rate;
            }
        }
        return totals;
    }

    private static Fit<BgNbd> purchases(int customers) {
        PurchaseSummaries shop = new Shop("ordinary", customers, new BgNbd(0.3, 6, 0.8, 2.5)).purchases(11);
        return BgNbd.fit(shop, Fit.Settings.standard()).found().orElseThrow();
    }

    private static Fit<GammaGamma> spends(int customers) {
        Random chance = new Random(13);
        double[] x = new double[customers];
        double[] m = new double[customers];
        for (int i = 0; i < customers; i++) {
            x[i] = 1 + chance.nextInt(6);
            m[i] = Variates.gamma(chance, 6 * x[i]) / (x[i] * Variates.gamma(chance, 4) / 15);
        }
        return GammaGamma.fit(SpendSummaries.of(x, m), Fit.Settings.standard())
                .found()
                .orElseThrow();
    }
}
