package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.kernel.InvalidInputException;

class ChurnModelTest {
    private static final ChurnModel.Settings SETTINGS = ChurnModel.Settings.standard(1);
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Shop SHOP = Shop.whereCustomersLeave(1500, 1);
    private static final LearningSet SET = SHOP.learningSet(Shop.FOUR_WEEKS, Shop.TODAY);
    private static final ChurnFit.Fitted FITTED =
            (ChurnFit.Fitted) ChurnModel.fit(SET, SETTINGS, Map.of("coin", features -> 0.5));
    private static final ChurnFit.Fitted WITH_A_MARGIN_OUT_OF_REACH = (ChurnFit.Fitted) ChurnModel.fit(
            SET, new ChurnModel.Settings(Recipe.standard(), new Contest.Margin(0.4, 0), 100, 30, 0.5, 1));
    private static final List<Features> ALIVE = SHOP.aliveAt(Shop.TODAY, Shop.FOUR_WEEKS);

    @Test
    void it_knows_more_than_recency_alone_and_means_its_probabilities() {
        ClassificationQuality quality = FITTED.card().quality();
        ClassificationQuality recency =
                FITTED.card().qualityOf(ModelCard.RECENCY_ONLY).orElseThrow();

        assertThat(quality.auc().value()).isGreaterThan(recency.auc().value() + 0.03);
        assertThat(quality.logLoss()).isLessThan(recency.logLoss());
        assertThat(quality.brier()).isLessThan(recency.brier());
        assertThat(quality.calibration().line().orElseThrow().slope()).isBetween(0.7, 1.4);
        assertThat(quality.count()).isEqualTo(SET.evaluation().examples().size());
    }

    @Test
    void where_churn_is_independent_of_the_past_it_knows_nothing() {
        ChurnFit.Fitted fitted = fitted(Shop.withoutMemory(1500, 1).learningSet(Shop.FOUR_WEEKS, Shop.TODAY));

        assertThat(fitted.card().judgements())
                .filteredOn(judgement -> !judgement.model().equals(ModelCard.RECENCY_ONLY))
                .hasSize(3)
                .allSatisfy(judgement ->
                        assertThat(judgement.quality().auc().contains(0.5)).isTrue());
    }

    @Test
    void changing_anything_after_the_cut_leaves_every_score_bit_identical() {
        Instant cut = Shop.TODAY.minus(Duration.ofDays(30));
        Shop other = new Shop(SHOP.histories().stream()
                .map(history -> otherwiseFrom(cut, history))
                .toList());

        ChurnModel model = fitted(SHOP.learningSet(Shop.FOUR_WEEKS, cut)).model();
        ChurnModel same = fitted(other.learningSet(Shop.FOUR_WEEKS, cut)).model();

        assertThat(same.toBytes()).isEqualTo(model.toBytes());
        assertThat(same.probabilities(other.aliveAt(cut, Shop.FOUR_WEEKS)))
                .isEqualTo(model.probabilities(SHOP.aliveAt(cut, Shop.FOUR_WEEKS)));
    }

    @Test
    void the_logistic_regression_stays_in_force_unless_the_trees_beat_it_by_the_margin() {
        Contest contest = FITTED.card().contest().orElseThrow();

        assertThat(FITTED.card().kind() == ChurnModel.Kind.BOOSTED_TREES).isEqualTo(contest.won());
        assertThat(WITH_A_MARGIN_OUT_OF_REACH.card().kind()).isEqualTo(ChurnModel.Kind.LOGISTIC_REGRESSION);
    }

    @Test
    void a_model_does_not_beat_itself() {
        Contest contest = Contest.between(FITTED.model(), FITTED.model(), SET.evaluation(), Contest.Margin.STANDARD);

        assertThat(contest.won()).isFalse();
        assertThat(contest.aucGain().value()).isZero();
    }

    @Test
    void a_small_shop_gets_a_statement_and_no_number() {
        LearningSet small = Shop.whereCustomersLeave(60, 1).learningSet(Shop.FOUR_WEEKS, Shop.TODAY);

        assertThat(ChurnModel.fit(small, SETTINGS))
                .isInstanceOfSatisfying(
                        ChurnFit.NotEnoughData.class,
                        state -> assertThat(state.shortfalls()).anySatisfy(shortfall -> {
                            assertThat(shortfall.part()).isEqualTo(ChurnFit.Part.EVALUATION);
                            assertThat(shortfall.have()).isLessThan(shortfall.need());
                            assertThat(shortfall.sentence(Locale.ENGLISH)).contains("evaluation period", "takes 30");
                            assertThat(shortfall.sentence(Locale.SIMPLIFIED_CHINESE))
                                    .contains("评估期");
                        }));
    }

    @Test
    void a_newborn_shop_gets_a_statement_as_well() {
        LearningSet none = new Shop(List.of()).learningSet(Shop.FOUR_WEEKS, Shop.TODAY);

        assertThat(ChurnModel.fit(none, SETTINGS)).isInstanceOf(ChurnFit.NotEnoughData.class);
    }

    @Test
    void contributions_and_base_add_up_to_the_score_in_both_models() {
        for (ChurnModel model : List.of(FITTED.model(), WITH_A_MARGIN_OUT_OF_REACH.model())) {
            assertThat(model.assess(ALIVE, EURO)).isNotEmpty().allSatisfy(assessment -> {
                double sum = assessment.contributions().stream()
                        .mapToDouble(Contribution::logOdds)
                        .sum();
                assertThat(assessment.base() + sum).isCloseTo(assessment.score(), within(2e-5));
            });
        }
    }

    @Test
    void reasons_name_only_what_raises_the_risk_the_strongest_first_and_no_story_twice() {
        assertThat(FITTED.model().assess(ALIVE, EURO)).allSatisfy(assessment -> {
            List<Reason> reasons = assessment.reasons();
            assertThat(reasons)
                    .hasSizeLessThanOrEqualTo(3)
                    .allSatisfy(reason -> assertThat(reason.logOdds()).isPositive());
            assertThat(reasons).extracting(Reason::logOdds).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            assertThat(reasons)
                    .extracting(reason -> Factors.of(reason.feature()))
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void who_is_most_likely_to_leave_is_told_by_their_silence() {
        Assessment most = FITTED.model().assess(ALIVE, EURO).stream()
                .max((a, b) -> Double.compare(a.probability(), b.probability()))
                .orElseThrow();

        assertThat(most.probability()).isGreaterThan(0.8);
        assertThat(most.reasons().get(0).feature()).isIn(Feature.RECENCY, Feature.SILENCE);
        assertThat(most.reasons().get(0).english()).contains("silent for");
        assertThat(most.reasons().get(0).sentence(Locale.SIMPLIFIED_CHINESE)).contains("沉默");
    }

    @Test
    void written_and_read_it_scores_the_same_to_the_bit() {
        for (ChurnModel model : List.of(FITTED.model(), WITH_A_MARGIN_OUT_OF_REACH.model())) {
            ChurnModel read = ChurnModel.fromBytes(model.toBytes());

            assertThat(read.assess(ALIVE, EURO)).isEqualTo(model.assess(ALIVE, EURO));
            assertThat(read.definition()).isEqualTo(model.definition());
            assertThat(read.toBytes()).isEqualTo(model.toBytes());
        }
    }

    @Test
    void bytes_that_are_no_model_are_refused() {
        assertThatThrownBy(() -> ChurnModel.fromBytes(new byte[] {1, 2, 3, 4, 5}))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("train a new model");
    }

    @Test
    void a_further_baseline_is_judged_on_the_same_customers() {
        assertThat(FITTED.card().qualityOf("coin").orElseThrow().auc().value()).isEqualTo(0.5);
        assertThat(FITTED.card().qualityOf("coin").orElseThrow().count())
                .isEqualTo(FITTED.card().quality().count());
    }

    @Test
    void the_card_says_what_the_model_was_made_of() {
        ModelCard card = FITTED.card();

        assertThat(card.features()).contains("recency", "silence").doesNotContain("visits30", "lastAge");
        assertThat(card.idleFeatures()).contains("visits30");
        assertThat(card.versions()).containsKeys("java", "xgboost4j");
        assertThat(card.trainingLabels()).hasSize(6);
        assertThat(card.churned()).isPositive().isLessThan(card.examples());
    }

    private static ChurnFit.Fitted fitted(LearningSet set) {
        return (ChurnFit.Fitted) ChurnModel.fit(set, SETTINGS);
    }

    /** The same past, and a future in which everybody buys something every day. */
    private static History otherwiseFrom(Instant cut, History history) {
        List<Purchase> past = new ArrayList<>(history.before(cut).purchases());
        for (int day = 0; day < 30; day++) {
            past.add(Shop.purchase("later-" + day, cut.plus(Duration.ofDays(day)), 100));
        }
        return Shop.history(history.customer().value(), past);
    }
}
