package perennial.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AucTest {
    /** Hanley and McNeil, Radiology 143, 1982, table 1: ratings 1 to 5 of 58 normal and 51 abnormal images. */
    private static final int[] NORMAL = {33, 6, 6, 11, 2};

    private static final int[] ABNORMAL = {3, 2, 2, 11, 33};

    @Test
    void the_radiologists_ratings_give_the_published_area_and_the_error_that_stata_prints() {
        double[] ratings = new double[109];
        boolean[] abnormal = new boolean[109];
        int next = 0;
        for (int rating = 0; rating < 5; rating++) {
            for (int i = 0; i < NORMAL[rating] + ABNORMAL[rating]; i++) {
                ratings[next] = rating;
                abnormal[next++] = i >= NORMAL[rating];
            }
        }

        Auc auc = Auc.of(ratings, abnormal);

        assertThat(auc.value()).isCloseTo(0.8932, within(5e-5));
        assertThat(auc.standardError()).isCloseTo(0.0307, within(5e-5));
        assertThat(auc.interval().low()).isCloseTo(0.83295, within(5e-6));
        assertThat(auc.interval().high()).isCloseTo(0.95339, within(5e-6));
    }

    @Test
    void it_is_the_share_of_pairs_in_the_right_order() {
        // pairs: .8 beats both, .4 beats .2 and ties .4: (1 + 1 + 1 + .5) / 4
        Auc auc = Auc.of(new double[] {.2, .4, .4, .8}, new boolean[] {false, false, true, true});

        assertThat(auc.value()).isEqualTo(0.875);
    }

    @Test
    void a_constant_score_knows_nothing_and_a_separating_one_everything() {
        boolean[] outcomes = {false, true, false, true};

        assertThat(Auc.of(new double[] {3, 3, 3, 3}, outcomes).value()).isEqualTo(0.5);
        assertThat(Auc.of(new double[] {1, 2, 1, 2}, outcomes)).isEqualTo(new Auc(1, 0));
    }

    @Test
    void turning_the_scores_round_mirrors_the_area_and_keeps_its_error() {
        double[] scores = new Random(3).doubles(200).toArray();
        boolean[] outcomes = outcomesLike(scores, 4);
        double[] turned = new double[200];
        for (int i = 0; i < 200; i++) {
            turned[i] = -scores[i];
        }

        assertThat(Auc.of(turned, outcomes).value())
                .isCloseTo(1 - Auc.of(scores, outcomes).value(), within(1e-12));
        assertThat(Auc.of(turned, outcomes).standardError())
                .isCloseTo(Auc.of(scores, outcomes).standardError(), within(1e-12));
    }

    @Test
    void the_interval_of_chance_scores_holds_one_half_in_about_95_of_100_trials() {
        Random random = new Random(5);
        int held = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] scores = random.doubles(150).toArray();
            boolean[] outcomes = new boolean[150];
            for (int i = 0; i < 150; i++) {
                outcomes[i] = random.nextDouble() < 0.3;
            }
            held += Auc.of(scores, outcomes).interval().contains(0.5) ? 1 : 0;
        }

        assertThat(held).isBetween(366, 394);
    }

    @Test
    void a_score_does_not_differ_from_itself_and_does_from_noise() {
        double[] scores = new Random(6).doubles(400).toArray();
        double[] noise = new Random(7).doubles(400).toArray();
        boolean[] outcomes = outcomesLike(scores, 8);

        assertThat(Auc.difference(scores, scores, outcomes)).isEqualTo(new Interval(0, 0, 0));
        assertThat(Auc.difference(scores, noise, outcomes).low()).isPositive();
    }

    @Test
    void one_outcome_alone_has_no_area() {
        assertThatThrownBy(() -> Auc.of(new double[] {1, 2}, new boolean[] {true, true}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("both outcomes");
    }

    private static boolean[] outcomesLike(double[] chances, long seed) {
        Random random = new Random(seed);
        boolean[] outcomes = new boolean[chances.length];
        for (int i = 0; i < chances.length; i++) {
            outcomes[i] = random.nextDouble() < chances[i];
        }
        return outcomes;
    }
}
