package perennial.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscountTest {
    private static final double FOREVER = Double.POSITIVE_INFINITY;
    private static final BgNbd CDNOW = new BgNbd(0.243, 4.414, 0.793, 2.426);

    @Test
    void without_a_discount_it_is_the_expected_purchases() {
        assertThat(CDNOW.discountedPurchases(5, 30, 38, 52, Discount.none()))
                .isEqualTo(CDNOW.expectedPurchases(5, 30, 38, 52));
    }

    @Test
    void by_period_purchases_count_from_the_end_of_their_period() {
        double first = CDNOW.expectedPurchases(5, 30, 38, 4);
        double second = CDNOW.expectedPurchases(5, 30, 38, 8) - first;
        double third = CDNOW.expectedPurchases(5, 30, 38, 10) - first - second;
        assertThat(CDNOW.discountedPurchases(5, 30, 38, 10, Discount.perPeriod(0.1, 4)))
                .isCloseTo(first / 1.1 + second / 1.21 + third / 1.331, within(1e-14));
    }

    @Test
    void twelve_months_make_the_yearly_rate() {
        Discount.PerPeriod monthly = (Discount.PerPeriod) Discount.monthly(0.1, 52);
        assertThat(Math.pow(1 + monthly.rate(), 12)).isCloseTo(1.1, within(1e-14));
        assertThat(monthly.period() * 12).isCloseTo(52, within(1e-12));
    }

    @Test
    void continuous_discounting_is_the_limit_of_ever_shorter_periods() {
        double rate = 0.01;
        double limit = CDNOW.discountedPurchases(5, 30, 38, 52, Discount.continuous(rate));
        double period = 52 / 20_000.0;
        double fine = CDNOW.discountedPurchases(5, 30, 38, 52, Discount.perPeriod(Math.expm1(rate * period), period));
        assertThat(fine).isCloseTo(limit, within(1e-4));
    }

    /** Expected values: the double integral over rate and p of rate / (rate p + d), with 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.243, 4.414, 0.793, 2.426, 5, 30, 38, 0.0027, 10.9072152283753427",
        "0.5, 10, 1e-8, 2, 4, 25, 30, 0.01, 11.2499998470054153",
        "1.2, 20, 80, 240, 3, 20, 38, 0.001, 1.47641244786077921",
        "0.3, 5, 0.25, 0.75, 0, 0, 50, 0.0001, 16.0104350546630625"
    })
    void discounted_purchases_without_end_are_exact(
            double r, double alpha, double a, double b, double x, double tx, double T, double d, double expected) {
        BgNbd model = new BgNbd(r, alpha, a, b);
        assertThat(model.discountedPurchases(x, tx, T, FOREVER, Discount.continuous(d)))
                .isCloseTo(expected, within(1e-10 * expected));
    }

    @Test
    void a_sum_that_diverges_is_refused_with_the_reason_and_one_that_does_not_is_given() {
        assertThatThrownBy(() -> CDNOW.discountedPurchases(5, 30, 38, FOREVER, Discount.none()))
                .hasMessageContaining("a = 0.793 is not above 1");
        assertThatThrownBy(() -> CDNOW.expectedPurchases(5, 30, 38, FOREVER)).hasMessageContaining("t");
        BgNbd mortal = new BgNbd(0.243, 4.414, 3, 2.426);
        assertThat(mortal.discountedPurchases(5, 30, 38, FOREVER, Discount.none()))
                .isCloseTo(mortal.expectedPurchases(5, 30, 38, 1e9), within(1e-6));
    }

    @Test
    void a_long_horizon_tends_to_the_one_without_end() {
        Discount daily = Discount.perPeriod(0.02, 1);
        assertThat(CDNOW.discountedPurchases(5, 30, 38, 5000, daily))
                .isCloseTo(CDNOW.discountedPurchases(5, 30, 38, FOREVER, daily), within(1e-12));
    }

    @Test
    void no_rate_by_period_and_no_end_diverges_too() {
        assertThatThrownBy(() -> CDNOW.discountedPurchases(5, 30, 38, FOREVER, Discount.perPeriod(0, 1)))
                .hasMessageContaining("a = 0.793 is not above 1");
    }

    @Test
    void periods_without_number_are_refused_and_not_waited_for() {
        assertThatThrownBy(() -> CDNOW.discountedPurchases(5, 30, 38, FOREVER, Discount.perPeriod(1e-9, 1)))
                .hasMessageContaining("discount continuously");
    }

    @Test
    void discounting_does_not_depend_on_the_unit_of_time() {
        BgNbd inDays = new BgNbd(0.243, 4.414 * 7, 0.793, 2.426);
        assertThat(inDays.discountedPurchases(5, 210, 266, 364, Discount.continuously(0.1, 364)))
                .isCloseTo(CDNOW.discountedPurchases(5, 30, 38, 52, Discount.continuously(0.1, 52)), within(1e-12));
        assertThat(inDays.discountedPurchases(5, 210, 266, 364, Discount.monthly(0.1, 364)))
                .isCloseTo(CDNOW.discountedPurchases(5, 30, 38, 52, Discount.monthly(0.1, 52)), within(1e-12));
    }
}
