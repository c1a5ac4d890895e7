package perennial.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastQualityTest {

    @Test
    void a_hand_case() {
        ForecastQuality quality = ForecastQuality.of(new double[] {1, 2, 3, 4}, new double[] {0, 4, 2, 6});
        assertThat(quality.bias()).hasValueCloseTo(-2.0 / 12, within(1e-15));
        assertThat(quality.mae()).isEqualTo(1.5);
        assertThat(quality.rmse()).isEqualTo(Math.sqrt(10.0 / 4));
        assertThat(quality.spearman()).hasValueCloseTo(0.8, within(1e-15));
        // Cumulative weights -1.5, -0.5, 0.5, 1.5: forecasts gather 0 - 2 + 1 + 9 = 8, the best order 0 - 1 + 2 + 9 =
        // 10.
        assertThat(quality.gini()).hasValueCloseTo(0.8, within(1e-15));
        assertThat(quality.slope()).hasValueCloseTo(1.6, within(1e-15));
        assertThat(quality.topTenth()).hasValueCloseTo(0.4 * 6 / 12, within(1e-15));
        assertThat(quality.tiedForecasts()).isZero();
    }

    @Test
    void a_perfect_forecast_is_perfect_on_every_measure() {
        double[] values = IntStream.range(0, 100).mapToDouble(i -> i % 37).toArray();
        ForecastQuality quality = ForecastQuality.of(values, values);
        assertThat(quality.mae()).isZero();
        assertThat(quality.rmse()).isZero();
        assertThat(quality.bias()).hasValue(0);
        assertThat(quality.spearman()).hasValueCloseTo(1.0, within(1e-12));
        assertThat(quality.gini()).hasValueCloseTo(1.0, within(1e-12));
        assertThat(quality.slope()).hasValueCloseTo(1.0, within(1e-12));
        assertThat(quality.decileError()).hasValueCloseTo(0.0, within(1e-12));
        assertThat(quality.deciles()).hasSize(10).allMatch(decile -> decile.customers() == 10);
    }

    @Test
    void a_constant_forecast_orders_nobody_and_its_top_tenth_is_a_tenth() {
        ForecastQuality quality = ForecastQuality.of(new double[] {2, 2, 2, 2, 2}, new double[] {9, 0, 0, 1, 0});
        assertThat(quality.gini()).hasValueCloseTo(0.0, within(1e-12));
        assertThat(quality.topTenth()).hasValueCloseTo(0.1, within(1e-12));
        assertThat(quality.spearman()).isEmpty();
        assertThat(quality.slope()).isEmpty();
        assertThat(quality.tiedForecasts()).isEqualTo(1);
        assertThat(quality.tiedActuals()).isEqualTo(0.6);
    }

    @Test
    void figures_do_not_depend_on_the_order_of_customers_with_equal_forecasts() {
        ForecastQuality one = ForecastQuality.of(new double[] {1, 1, 2}, new double[] {0, 5, 1});
        ForecastQuality other = ForecastQuality.of(new double[] {1, 1, 2}, new double[] {5, 0, 1});
        assertThat(one.gini()).isEqualTo(other.gini());
        assertThat(one.topTenth()).isEqualTo(other.topTenth());
        assertThat(one.deciles()).isEqualTo(other.deciles());
    }

    @Test
    void where_nothing_came_what_can_not_be_said_is_absent() {
        ForecastQuality quality = ForecastQuality.of(new double[] {1, 2}, new double[] {0, 0});
        assertThat(quality.bias()).isEmpty();
        assertThat(quality.gini()).isEmpty();
        assertThat(quality.topTenth()).isEmpty();
        assertThat(quality.decileError()).isEmpty();
    }

    @Test
    void forecasts_that_are_no_numbers_are_refused() {
        assertThatThrownBy(() -> ForecastQuality.of(new double[] {Double.NaN}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForecastQuality.of(new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
