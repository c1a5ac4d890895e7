package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import perennial.analytics.clustering.Preparation.Column;
import perennial.analytics.clustering.Preparation.Dropped;
import perennial.analytics.clustering.Preparation.Rules;
import perennial.kernel.InvalidInputException;

class PreparationTest {
    private static final Rules USUAL = Rules.usual();
    private static final double NOT_KNOWN = Double.NaN;

    @Test
    void prepared_columns_have_mean_0_and_deviation_1() {
        double[] points = Preparation.fit(Bases.shop(600, 1), USUAL).apply(Bases.shop(600, 1));

        for (int column = 0; column < 3; column++) {
            int j = column;
            double[] values = IntStream.range(0, 600)
                    .mapToDouble(row -> points[row * 3 + j])
                    .toArray();
            double mean = DoubleStream.of(values).average().orElseThrow();
            double variance = DoubleStream.of(values)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(0, within(1e-12));
            assertThat(variance).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void a_hand_case_without_outliers_is_standardised_by_mean_and_deviation() {
        Column column = only(Preparation.fit(Bases.column("age", 10, 20, 30, 40), new Rules(1, 0, 3, 0.5, true)));

        assertThat(column.log()).isFalse();
        assertThat(column.mean()).isEqualTo(25);
        assertThat(column.deviation()).isCloseTo(Math.sqrt(125), within(1e-12));
        assertThat(column.standardised(25)).isZero();
        assertThat(column.original(column.standardised(40))).isCloseTo(40, within(1e-12));
    }

    @Test
    void a_skewed_column_without_negative_values_goes_on_a_log_scale() {
        double[] skewed = new Random(2).doubles(500).map(u -> Math.exp(6 * u)).toArray();

        Column column = only(Preparation.fit(Bases.column("spend", skewed), USUAL));

        assertThat(column.skewness()).isGreaterThan(1);
        assertThat(column.log()).isTrue();
        assertThat(column.original(column.standardised(100))).isCloseTo(100, within(1e-9));
    }

    @Test
    void a_skewed_column_with_a_negative_value_stays_on_its_own_scale() {
        double[] skewed =
                new Random(2).doubles(500).map(u -> Math.exp(6 * u) - 2).toArray();

        assertThat(only(Preparation.fit(Bases.column("balance", skewed), USUAL)).log())
                .isFalse();
    }

    @Test
    void the_skewness_is_the_third_standardised_moment() {
        Column column = only(Preparation.fit(Bases.column("x", 0, 0, 3), new Rules(2, 0, 3, 0.5, true)));

        assertThat(column.skewness()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void a_value_that_is_not_known_takes_the_median_and_is_counted() {
        Column column = only(
                Preparation.fit(Bases.column("x", 1, NOT_KNOWN, 3, 5, NOT_KNOWN, 9), new Rules(9, 0, 3, 0.5, true)));

        assertThat(column.median()).isEqualTo(4);
        assertThat(column.filled()).isEqualTo(2);
        assertThat(column.standardised(NOT_KNOWN)).isEqualTo(column.standardised(4));
    }

    @Test
    void a_column_that_is_the_same_for_everybody_is_left_out_and_named() {
        Matrix base = Matrix.of(List.of("x", "same", "unknown"), new double[] {
            1, 7, NOT_KNOWN, 2, 7, NOT_KNOWN, 3, 7, 4,
        });

        Preparation preparation = Preparation.fit(base, USUAL);

        assertThat(preparation.columns()).extracting(Column::name).containsExactly("x");
        assertThat(preparation.dropped())
                .containsExactly(
                        new Dropped("same", Dropped.Reason.CONSTANT),
                        new Dropped("unknown", Dropped.Reason.MOSTLY_UNKNOWN));
    }

    @Test
    void a_base_that_no_column_tells_apart_is_refused() {
        assertThatThrownBy(() -> Preparation.fit(Bases.column("same", 7, 7, 7), USUAL))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none of them tells customers apart");
        assertThatThrownBy(() -> Preparation.fit(Bases.column("same", 7, 7, 7), Rules.raw()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Preparation.fit(Bases.column("empty"), USUAL))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void an_outlier_counts_as_the_value_next_to_it() {
        double[] values = IntStream.range(0, 50).mapToDouble(i -> i).toArray();
        values[49] = 1e9;

        Column column = only(Preparation.fit(Bases.column("x", values), new Rules(100, 0.01, 3, 0.5, true)));

        assertThat(column.high()).isEqualTo(48);
        assertThat(column.standardised(1e9)).isEqualTo(column.standardised(48));
        assertThat(column.limited()).isEqualTo(2);
    }

    @Test
    void raw_columns_are_taken_as_they_are() {
        Column column = only(Preparation.fit(Bases.column("x", 1, 2, 3, 1e9), Rules.raw()));

        assertThat(column.log()).isFalse();
        assertThat(column.limited()).isZero();
        assertThat(column.standardised(1e12)).isEqualTo(1e12);
    }

    @Test
    void columns_are_found_by_name_wherever_they_stand() {
        Preparation preparation = Preparation.fit(
                Matrix.of(List.of("a", "b"), new double[] {1, 10, 2, 30, 4, 20}), new Rules(9, 0, 3, 0.5, true));

        assertThat(preparation.apply(Matrix.of(List.of("b", "c", "a"), new double[] {30, 0, 2})))
                .containsExactly(preparation.apply(Matrix.of(List.of("a", "b"), new double[] {2, 30})));
        assertThatThrownBy(() -> preparation.apply(Bases.column("a", 1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the column b is missing");
    }

    @Test
    void rules_refuse_what_is_not_a_number() {
        assertThatThrownBy(() -> new Rules(NOT_KNOWN, 0.01, 3, 0.5, true)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Rules(1, NOT_KNOWN, 3, 0.5, true)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Rules(1, 0.5, 3, 0.5, true)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Rules(1, 0.01, 0, 0.5, true)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Rules(1, 0.01, 3, 0, true)).isInstanceOf(InvalidInputException.class);
    }

    private static Column only(Preparation preparation) {
        assertThat(preparation.columns()).hasSize(1);
        return preparation.columns().get(0);
    }
}
