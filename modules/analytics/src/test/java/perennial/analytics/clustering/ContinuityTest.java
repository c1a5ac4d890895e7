package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import perennial.analytics.clustering.Continuity.Fate;
import perennial.analytics.clustering.Continuity.Origin;
import perennial.kernel.InvalidInputException;

class ContinuityTest {

    @Test
    void segments_that_were_only_listed_in_another_order_continue() {
        Continuity continuity = after(new int[][] {{0, 50, 0}, {0, 0, 30}, {20, 0, 0}});

        assertThat(continuity.origins()).containsExactly(continued(2, 1), continued(0, 1), continued(1, 1));
        assertThat(continuity.fates())
                .extracting(Fate::after)
                .containsExactly(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(0));
    }

    @Test
    void a_segment_that_falls_apart_continues_in_its_largest_part_and_the_other_is_split_from_it() {
        Continuity continuity = after(new int[][] {{60, 40, 0}, {0, 0, 50}});

        assertThat(continuity.origins())
                .containsExactly(
                        continued(0, 0.6), new Origin(Origin.Kind.SPLIT, OptionalInt.of(0), 0.4), continued(1, 1));
    }

    @Test
    void a_segment_that_crumbles_is_continued_by_none_of_its_parts() {
        Continuity continuity = after(new int[][] {{25, 25, 25, 25}});

        assertThat(continuity.origins()).extracting(Origin::kind).containsOnly(Origin.Kind.SPLIT);
        assertThat(continuity.fates()).containsExactly(new Fate(Fate.Kind.VANISHED, OptionalInt.empty()));
    }

    @Test
    void a_segment_drawn_from_everywhere_is_new() {
        Continuity continuity = after(new int[][] {{60, 0, 20}, {0, 60, 20}});

        assertThat(continuity.origins().get(2)).isEqualTo(new Origin(Origin.Kind.NEW, OptionalInt.empty(), 0));
    }

    @Test
    void a_segment_that_joins_another_one_is_merged_and_one_that_scatters_has_vanished() {
        Continuity continuity =
                after(new int[][] {{80, 0, 0}, {0, 90, 0}, {15, 0, 0}, {0, 7, 9}, {0, 0, 70}, {5, 5, 5}});

        assertThat(continuity.fates())
                .extracting(Fate::kind)
                .containsExactly(
                        Fate.Kind.CONTINUED,
                        Fate.Kind.CONTINUED,
                        Fate.Kind.MERGED,
                        Fate.Kind.MERGED,
                        Fate.Kind.CONTINUED,
                        Fate.Kind.VANISHED);
        assertThat(continuity.fates().get(2).after()).hasValue(0);
    }

    @Test
    void pairs_are_chosen_for_the_whole_and_not_one_by_one() {
        // Greedily, 0 takes the first column at 9 and leaves 1 with nothing; together 8 + 8 is more.
        assertThat(OptimalAssignment.of(new double[][] {{9, 8}, {8, 0}}, 2)).containsExactly(1, 0);
    }

    @Property(tries = 200, seed = "41")
    void no_other_pairing_has_a_larger_sum(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 5) int columns) {
        Random chance = new Random(seed);
        double[][] similarity = new double[rows][];
        for (int i = 0; i < rows; i++) {
            similarity[i] =
                    chance.ints(columns, 0, 6).mapToDouble(value -> value).toArray();
        }

        int[] columnOf = OptimalAssignment.of(similarity, columns);

        assertThat(Arrays.stream(columnOf).filter(column -> column >= 0))
                .doesNotHaveDuplicates()
                .hasSize(Math.min(rows, columns));
        double sum = IntStream.range(0, rows)
                .filter(i -> columnOf[i] >= 0)
                .mapToDouble(i -> similarity[i][columnOf[i]])
                .sum();
        assertThat(sum).isCloseTo(best(similarity, 0, new boolean[columns]), within(1e-9));
    }

    @Test
    void the_transitions_count_who_moved_from_where_to_where() {
        Transitions moves = Transitions.between(
                Assignment.of(new int[] {0, 0, 1, 1, 1}, 2), Assignment.of(new int[] {0, 2, 2, 2, 1}, 3));

        assertThat(moves.rows()).containsExactly(List.of(1L, 0L, 1L), List.of(0L, 1L, 2L));
        assertThat(moves.left(1)).isEqualTo(3);
        assertThat(moves.arrived(2)).isEqualTo(3);
    }

    @Test
    void transitions_of_different_customers_are_refused() {
        assertThatThrownBy(() -> Transitions.between(Assignment.of(new int[2], 1), Assignment.of(new int[3], 1)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Continuity.of(
                        Transitions.between(Assignment.of(new int[2], 1), Assignment.of(new int[2], 1)), Double.NaN))
                .isInstanceOf(InvalidInputException.class);
    }

    private static double best(double[][] similarity, int row, boolean[] taken) {
        if (row == similarity.length) {
            return 0;
        }
        double best = best(similarity, row + 1, taken);
        for (int j = 0; j < taken.length; j++) {
            if (!taken[j]) {
                taken[j] = true;
                best = Math.max(best, similarity[row][j] + best(similarity, row + 1, taken));
                taken[j] = false;
            }
        }
        return best;
    }

    private static Origin continued(int before, double overlap) {
        return new Origin(Origin.Kind.CONTINUED, OptionalInt.of(before), overlap);
    }

    /** The continuity after moves, given as counts: a row for each segment before. */
    private static Continuity after(int[][] counts) {
        int[] before = IntStream.range(0, counts.length)
                .flatMap(i -> IntStream.of(counts[i])
                        .flatMap(count -> IntStream.generate(() -> i).limit(count)))
                .toArray();
        int[] after = Arrays.stream(counts)
                .flatMapToInt(row -> IntStream.range(0, row.length)
                        .flatMap(j -> IntStream.generate(() -> j).limit(row[j])))
                .toArray();
        return Continuity.of(
                Transitions.between(Assignment.of(before, counts.length), Assignment.of(after, counts[0].length)), 0.3);
    }
}
