package perennial.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GainTest {
    private static final boolean[] TWO_OF_TEN = {true, true, false, false, false, false, false, false, false, false};

    @Test
    void a_perfect_order_reaches_all_leavers_with_as_many_customers_as_leave() {
        List<Gain> curve = Gain.curve(new double[] {10, 9, 8, 7, 6, 5, 4, 3, 2, 1}, TWO_OF_TEN);

        assertThat(curve.get(0)).isEqualTo(new Gain(0, 0));
        assertThat(curve.get(2).reached()).isCloseTo(0.5, within(1e-12));
        assertThat(curve.get(2).lift()).isCloseTo(5, within(1e-12));
        assertThat(curve.get(4).reached()).isCloseTo(1, within(1e-12));
        assertThat(curve.get(20)).isEqualTo(new Gain(1, 1));
    }

    @Test
    void equal_scores_reach_as_many_as_a_list_drawn_by_lot() {
        assertThat(Gain.curve(new double[10], TWO_OF_TEN))
                .allSatisfy(gain -> assertThat(gain.reached()).isCloseTo(gain.share(), within(1e-12)));
    }
}
