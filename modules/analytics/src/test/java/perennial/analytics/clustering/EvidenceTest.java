package perennial.analytics.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import perennial.analytics.clustering.Evidence.Candidate;
import perennial.analytics.clustering.Evidence.Verdict;

class EvidenceTest {
    private static final Choice CHOICE = new Choice(0.05, 0.6);

    @Test
    void the_clearest_useful_and_stable_number_is_taken() {
        Evidence evidence = CHOICE.among(
                List.of(candidate(4, 0.3, 0.9, 0.1), candidate(5, 0.4, 0.8, 0.1), candidate(6, 0.5, 0.8, 0.01)));

        assertThat(evidence.chosen()).isEqualTo(5);
        assertThat(evidence.verdict()).isEqualTo(Verdict.CLEAREST);
    }

    @Test
    void of_equally_clear_numbers_the_fewest_segments_are_taken() {
        assertThat(CHOICE.among(List.of(candidate(4, 0.3, 0.9, 0.1), candidate(5, 0.3, 0.9, 0.1)))
                        .chosen())
                .isEqualTo(4);
    }

    @Test
    void where_none_comes_out_again_the_clearest_is_taken_and_called_unstable() {
        Evidence evidence = CHOICE.among(List.of(candidate(4, 0.3, 0.5, 0.1), candidate(5, 0.4, 0.2, 0.1)));

        assertThat(evidence.chosen()).isEqualTo(5);
        assertThat(evidence.verdict()).isEqualTo(Verdict.UNSTABLE);
    }

    @Test
    void where_none_is_large_enough_the_one_with_the_largest_smallest_is_taken_and_called_small() {
        Evidence evidence = CHOICE.among(List.of(candidate(4, 0.3, 0.9, 0.04), candidate(5, 0.4, 0.9, 0.02)));

        assertThat(evidence.chosen()).isEqualTo(4);
        assertThat(evidence.verdict()).isEqualTo(Verdict.SMALL);
    }

    @Test
    void the_silhouette_of_a_hand_case_is_right() {
        double[] points = {0, 1, 5, 7};
        Silhouette silhouette = Silhouette.of(points, 1, new int[] {0, 1, 2, 3});

        double expected = ((6 - 1) / 6.0 + (5 - 1) / 5.0 + (4.5 - 2) / 4.5 + (6.5 - 2) / 6.5) / 4;
        assertThat(silhouette.of(new int[] {0, 0, 1, 1}, 2)).isCloseTo(expected, within(1e-7));
    }

    @Test
    void a_point_alone_in_its_cluster_and_points_in_one_cluster_have_no_silhouette() {
        Silhouette silhouette = Silhouette.of(new double[] {0, 4}, 1, new int[] {0, 1});

        assertThat(silhouette.of(new int[] {0, 1}, 2)).isZero();
        assertThat(silhouette.of(new int[] {0, 0}, 2)).isZero();
    }

    @Test
    void the_adjusted_rand_index_of_a_hand_case_is_right() {
        Assignment one = Assignment.of(new int[] {0, 0, 0, 1, 1, 1}, 2);
        Assignment other = Assignment.of(new int[] {0, 0, 1, 1, 2, 2}, 3);

        // Pairs together in both 2, in the one 6, in the other 3, of 15: (2 - 6 * 3 / 15) / (4.5 - 1.2).
        assertThat(AdjustedRand.index(one, other)).isCloseTo(0.8 / 3.3, within(1e-12));
    }

    @Property(tries = 200, seed = "21")
    void the_names_of_segments_do_not_matter_to_the_adjusted_rand_index(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(max = 3) Integer> segments) {
        Assignment one = assignment(segments.stream().mapToInt(i -> i).toArray());
        Assignment other = assignment(segments.stream().mapToInt(i -> 3 - i).toArray());

        assertThat(AdjustedRand.index(one, other)).isCloseTo(1, within(1e-12));
    }

    @Property(tries = 200, seed = "22")
    void the_adjusted_rand_index_is_symmetric_and_at_most_1(
            @ForAll @Size(20) List<@IntRange(max = 3) Integer> a,
            @ForAll @Size(20) List<@IntRange(max = 3) Integer> b) {
        Assignment one = assignment(a.stream().mapToInt(i -> i).toArray());
        Assignment other = assignment(b.stream().mapToInt(i -> i).toArray());

        assertThat(AdjustedRand.index(one, other))
                .isCloseTo(AdjustedRand.index(other, one), within(1e-12))
                .isLessThanOrEqualTo(1 + 1e-12);
    }

    private static Assignment assignment(int[] segments) {
        return Assignment.of(segments, 4);
    }

    private static Candidate candidate(int k, double silhouette, double stability, double smallestShare) {
        return new Candidate(k, 100.0 / k, silhouette, OptionalDouble.of(stability), 10, smallestShare);
    }
}
