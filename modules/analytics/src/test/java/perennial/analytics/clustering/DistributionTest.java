package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;

class DistributionTest {
    private static final double NOT_KNOWN = Double.NaN;

    @Test
    void a_base_without_ties_is_cut_into_tenths() {
        Distribution tenths = Distribution.of(
                IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray());

        assertThat(tenths.edges()).containsExactly(10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0);
        assertThat(tenths.shares()).hasSize(11).startsWith(0.1, 0.1).endsWith(0.1, 0.0);
    }

    @Test
    void many_equal_values_share_a_bin() {
        Distribution mostlyNone = Distribution.of(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 2});

        assertThat(mostlyNone.edges()).containsExactly(0.0, 1.0);
        assertThat(mostlyNone.shares()).containsExactly(0.8, 0.1, 0.1, 0.0);
    }

    @Test
    void the_index_of_a_hand_case_is_right() {
        Distribution then = Distribution.of(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 1, 1});

        double[] now = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        assertThat(then.stabilityIndex(now))
                .isCloseTo((0.5 - 0.8) * Math.log(0.5 / 0.8) + (0.5 - 0.2) * Math.log(0.5 / 0.2), within(1e-12));
    }

    @Test
    void the_index_against_itself_is_0_and_grows_with_the_shift() {
        double[] base = new Random(1).doubles(1000).toArray();
        Distribution then = Distribution.of(base);

        assertThat(then.stabilityIndex(base)).isZero();
        double little = then.stabilityIndex(shifted(base, 0.05));
        assertThat(little).isPositive().isLessThan(0.1);
        assertThat(then.stabilityIndex(shifted(base, 0.5))).isGreaterThan(0.25);
    }

    @Test
    void values_that_are_no_longer_known_are_drift_too() {
        Distribution then = Distribution.of(new double[] {1, 1, 2, 2});

        assertThat(then.stabilityIndex(new double[] {1, 2, NOT_KNOWN, NOT_KNOWN}))
                .isGreaterThan(0.25);
        assertThat(Distribution.of(new double[] {NOT_KNOWN}).shares()).containsExactly(0.0, 1.0);
    }

    @Test
    void nothing_has_no_distribution() {
        assertThatThrownBy(() -> Distribution.of(new double[0])).isInstanceOf(InvalidInputException.class);
    }

    private static double[] shifted(double[] values, double by) {
        return java.util.Arrays.stream(values).map(value -> value + by).toArray();
    }
}
