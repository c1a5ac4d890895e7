package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import perennial.analytics.churn.RecipeSearch.Trial;
import perennial.analytics.evaluation.Interval;

class RecipeSearchTest {
    private static final Interval HALF = new Interval(0.5, 0.4, 0.6);
    private static final LearningSet SET = Shop.whereCustomersLeave(600, 3).learningSet(Shop.FOUR_WEEKS, Shop.TODAY);
    private static final RecipeSearch SEARCH = RecipeSearch.over(SET, 1).orElseThrow();

    @Test
    void every_learner_behind_the_interface_can_be_tried_and_knows_more_than_a_coin() {
        for (Recipe recipe : Recipe.values()) {
            Trial trial = SEARCH.tried(recipe);
            assertThat(trial.auc().low()).as(recipe.name()).isGreaterThan(0.5);
            assertThat(trial.logLoss()).as(recipe.name()).isLessThan(Math.log(2));
        }
    }

    @Test
    void every_learner_takes_a_shop_that_is_only_just_large_enough() {
        Predictors predictors = Predictors.of(SET.trainingExamples(), SET.buying());
        Observations all = predictors.observations(SET.trainingExamples());
        Observations few = all.rows(IntStream.range(0, 60).toArray());
        for (Recipe recipe : Recipe.values()) {
            assertThat(recipe.rehearsed(few, 1).scores(few.rows()))
                    .as(recipe.name())
                    .hasSize(60);
        }
    }

    @Test
    void each_that_can_be_in_force_says_why_in_parts_that_add_up_to_the_score() {
        Predictors predictors = Predictors.of(SET.trainingExamples(), SET.buying());
        Observations data = predictors.observations(SET.trainingExamples());
        Observations later = predictors.observations(SET.calibration().examples());
        for (Recipe recipe : Recipe.values()) {
            if (recipe.kind().isPresent()) {
                AdditiveClassifier model = recipe.learn(data, later, 1);
                double[] scores = model.scores(later.rows());
                double[][] parts = model.contributions(later.rows());
                for (int i = 0; i < scores.length; i++) {
                    assertThat(Arrays.stream(parts[i]).sum()).as(recipe.name()).isCloseTo(scores[i], within(2e-5));
                }
            }
        }
    }

    @Test
    void a_trial_is_the_same_in_any_sitting() {
        RecipeSearch later = RecipeSearch.over(SET, 1).orElseThrow();

        for (Recipe recipe : List.of(Recipe.LOGISTIC_10, Recipe.BOOSTED_2, Recipe.FOREST_60)) {
            assertThat(later.tried(recipe)).isEqualTo(SEARCH.tried(recipe));
        }
    }

    @Test
    void the_evaluation_part_is_not_looked_at() {
        LearningSet blind = new LearningSet(
                SET.definition(),
                SET.asOf(),
                SET.training(),
                SET.calibration(),
                new Snapshot(SET.evaluation().labels(), List.of()),
                SET.buying());

        assertThat(RecipeSearch.over(blind, 1).orElseThrow().tried(Recipe.LOGISTIC_1))
                .isEqualTo(SEARCH.tried(Recipe.LOGISTIC_1));
    }

    @Test
    void what_was_tried_is_not_open_any_more() {
        List<Trial> done = new ArrayList<>();
        int all = RecipeSearch.open(done).size();
        done.add(new Trial(Recipe.LOGISTIC_1, HALF, 0.6, 100));

        assertThat(RecipeSearch.open(done)).hasSize(all - 1).doesNotContain(Recipe.LOGISTIC_1);
    }

    @Test
    void of_each_kind_the_best_is_taken_and_a_plainer_one_where_they_are_about_as_good() {
        List<Trial> trials = List.of(
                new Trial(Recipe.LOGISTIC_1, HALF, 0.6001, 100),
                new Trial(Recipe.LOGISTIC_100, HALF, 0.6, 100),
                new Trial(Recipe.BOOSTED_4, HALF, 0.6, 100),
                new Trial(Recipe.BOOSTED_2, HALF, 0.58, 100),
                new Trial(Recipe.TREE_4, HALF, 0.1, 100));

        assertThat(RecipeSearch.best(trials)).containsExactly(Recipe.LOGISTIC_1, Recipe.BOOSTED_2, Recipe.FOREST_20);
        assertThat(RecipeSearch.best(List.of())).isEqualTo(Recipe.standard());
    }

    @Test
    void a_shop_with_too_few_leavers_has_no_search() {
        assertThat(RecipeSearch.over(Shop.whereCustomersLeave(10, 1).learningSet(Shop.FOUR_WEEKS, Shop.TODAY), 1))
                .isEmpty();
    }
}
