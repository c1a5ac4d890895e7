package perennial.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;

class ErrorCostsTest {
    @Test
    void where_a_missed_leaver_costs_nine_false_alarms_it_is_cheaper_to_act_from_a_tenth_on() {
        assertThat(new ErrorCosts(1, 9).threshold()).isEqualTo(0.1);
        assertThat(new ErrorCosts(10, 90).threshold()).isEqualTo(0.1);
        assertThat(new ErrorCosts(2, 2).threshold()).isEqualTo(0.5);
    }

    @Test
    void only_the_two_errors_cost_anything() {
        ConfusionMatrix matrix = new ConfusionMatrix(
                0.1,
                /* truePositives= */ 100,
                /* falsePositives= */ 5,
                /* trueNegatives= */ 200,
                /* falseNegatives= */ 3);

        assertThat(new ErrorCosts(1, 9).of(matrix)).isEqualTo(5 + 27);
    }

    @Test
    void a_cost_that_is_none_is_refused() {
        for (double cost : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new ErrorCosts(cost, 1)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> new ErrorCosts(1, cost)).isInstanceOf(InvalidInputException.class);
        }
    }
}
