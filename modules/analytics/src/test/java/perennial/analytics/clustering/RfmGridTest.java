package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;

class RfmGridTest {
    private static final double[] TEN =
            DoubleStream.iterate(1, i -> i <= 10, i -> i + 1).toArray();

    @Test
    void ten_different_customers_fill_five_scores_with_two_each_and_the_latest_buyer_scores_highest() {
        RfmGrid grid = RfmGrid.fit(TEN, TEN, TEN);

        assertThat(IntStream.range(0, 10)
                        .mapToObj(i -> score(grid, TEN[i], TEN[i], TEN[i]).digits()))
                .containsExactly("511", "511", "422", "422", "333", "333", "244", "244", "155", "155");
    }

    @Test
    void equal_values_score_equally_even_if_a_score_is_left_out() {
        double[] frequency = {0, 0, 0, 0, 0, 0, 1, 1, 2, 5};
        RfmGrid grid = RfmGrid.fit(TEN, frequency, TEN);

        assertThat(IntStream.range(0, 10)
                        .map(i -> score(grid, 1, frequency[i], 1).frequency()))
                .containsExactly(1, 1, 1, 1, 1, 1, 4, 4, 5, 5);
    }

    @Test
    void a_customer_between_or_beyond_those_of_the_base_is_scored_too() {
        RfmGrid grid = RfmGrid.fit(TEN, TEN, TEN);

        assertThat(score(grid, 0, 100, -5)).isEqualTo(new RfmScore(5, 5, 1));
        assertThat(score(grid, 4.5, 4.5, 4.5)).isEqualTo(new RfmScore(3, 2, 2));
    }

    @Test
    void a_customer_who_never_bought_has_no_place() {
        assertThat(RfmGrid.fit(TEN, TEN, TEN).score(Double.NaN, 0, 0)).isEmpty();
    }

    @Test
    void a_base_of_nobody_gives_everybody_the_lowest_score() {
        assertThat(score(RfmGrid.fit(new double[0], new double[0], new double[0]), 3, 3, 3))
                .isEqualTo(new RfmScore(1, 1, 1));
    }

    @Test
    void the_cells_are_where_marketers_look_for_them() {
        assertThat(new RfmScore(5, 5, 5).cell()).isEqualTo(RfmCell.CHAMPIONS);
        assertThat(new RfmScore(5, 1, 1).cell()).isEqualTo(RfmCell.NEW_CUSTOMERS);
        assertThat(new RfmScore(4, 1, 1).cell()).isEqualTo(RfmCell.PROMISING);
        assertThat(new RfmScore(4, 2, 3).cell()).isEqualTo(RfmCell.POTENTIAL_LOYALISTS);
        assertThat(new RfmScore(3, 4, 4).cell()).isEqualTo(RfmCell.LOYAL);
        assertThat(new RfmScore(3, 2, 2).cell()).isEqualTo(RfmCell.NEED_ATTENTION);
        assertThat(new RfmScore(3, 1, 1).cell()).isEqualTo(RfmCell.ABOUT_TO_SLEEP);
        assertThat(new RfmScore(2, 3, 3).cell()).isEqualTo(RfmCell.AT_RISK);
        assertThat(new RfmScore(2, 1, 2).cell()).isEqualTo(RfmCell.HIBERNATING);
        assertThat(new RfmScore(1, 5, 4).cell()).isEqualTo(RfmCell.CANNOT_LOSE);
        assertThat(new RfmScore(1, 1, 1).cell()).isEqualTo(RfmCell.LOST);
    }

    @Test
    void every_cell_has_a_name_of_its_own_in_both_languages() {
        assertThat(Arrays.stream(RfmCell.values()).map(cell -> cell.title(Locale.ENGLISH)))
                .doesNotHaveDuplicates()
                .contains("Can't lose them");
        assertThat(Arrays.stream(RfmCell.values()).map(cell -> cell.title(Locale.SIMPLIFIED_CHINESE)))
                .doesNotHaveDuplicates()
                .contains("沉睡客户");
    }

    @Test
    void columns_of_different_length_and_scores_beyond_5_are_refused() {
        assertThatThrownBy(() -> RfmGrid.fit(TEN, TEN, new double[9])).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new RfmScore(0, 1, 1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new RfmScore(1, 1, 6)).isInstanceOf(InvalidInputException.class);
    }

    @Property(tries = 200, seed = "51")
    void a_score_is_1_plus_the_whole_fifths_of_the_base_below(
            @ForAll @Size(min = 1, max = 30) double @DoubleRange(min = 0, max = 9) [] any) {
        double[] values = Arrays.stream(any).map(Math::floor).toArray();
        RfmGrid grid = RfmGrid.fit(values, values, values);

        for (double value : values) {
            long below = Arrays.stream(values).filter(other -> other < value).count();
            assertThat(score(grid, value, value, value).frequency()).isEqualTo((int) (1 + 5 * below / values.length));
        }
    }

    private static RfmScore score(RfmGrid grid, double recency, double frequency, double monetary) {
        return grid.score(recency, frequency, monetary).orElseThrow();
    }
}
