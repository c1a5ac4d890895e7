package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.analytics.evaluation.Gain;
import perennial.analytics.evaluation.ThresholdCurves.Point;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;

class AppraisalTest {
    private static final LearningSet SET = Shop.whereCustomersLeave(1500, 1).learningSet(Shop.FOUR_WEEKS, Shop.TODAY);
    private static final ChurnModel MODEL =
            ((ChurnFit.Fitted) ChurnModel.fit(SET, ChurnModel.Settings.standard(1))).model();
    private static final Appraisal APPRAISAL = Appraisal.of(MODEL, SET.evaluation(), 1);

    @Test
    void all_pictures_are_of_the_same_judgement() {
        double lift = MODEL.judged(SET.evaluation(), 0.5).topTenthLift();
        Gain tenth = APPRAISAL.gains().get(2);

        assertThat(tenth.share()).isEqualTo(0.1);
        assertThat(tenth.lift()).isCloseTo(lift, within(1e-9));
        assertThat(APPRAISAL.averagePrecision())
                .isGreaterThan((double) SET.evaluation().churned()
                        / SET.evaluation().examples().size());
        assertThat(APPRAISAL.precisionRecall())
                .hasSizeBetween(2, 100)
                .last()
                .extracting(Point::x)
                .isEqualTo(1.0);
    }

    @Test
    void the_most_important_feature_tells_of_the_silence_or_the_habit() {
        Importance most = APPRAISAL.importances().get(0);

        assertThat(Factors.of(Feature.labelled(most.column()).orElseThrow())).isIn(Factors.SILENCE, Factors.HABIT);
        assertThat(most.drop().low()).isPositive();
        assertThat(APPRAISAL.importances())
                .extracting(Importance::column)
                .containsExactlyInAnyOrderElementsOf(
                        MODEL.features().stream().map(Feature::label).toList());
    }

    @Test
    void a_dependence_is_of_probabilities_over_the_values_that_occur() {
        assertThat(APPRAISAL.dependences())
                .isNotEmpty()
                .allSatisfy(dependence -> assertThat(dependence.curve())
                        .isNotEmpty()
                        .allSatisfy(point -> assertThat(point.y()).isBetween(0.0, 1.0))
                        .extracting(Point::x)
                        .isSorted());
    }

    @Test
    void a_group_with_too_few_of_either_kind_has_no_auc() {
        Features one = SET.evaluation().features().get(0);
        List<Appraisal.Group> groups = Appraisal.groups(
                MODEL,
                SET.evaluation(),
                customer -> Optional.of(customer.customer().equals(one.customer()) ? "alone" : "others"));

        assertThat(groups).extracting(Appraisal.Group::name).containsExactly("alone", "others");
        assertThat(groups.get(0).auc()).isEmpty();
        assertThat(groups.get(0).count()).isEqualTo(1);
        assertThat(groups.get(1).auc()).isPresent();
    }

    @Test
    void nobody_is_in_a_group_that_has_no_name() {
        assertThat(Appraisal.groups(MODEL, SET.evaluation(), customer -> Optional.empty()))
                .isEmpty();
    }

    @Test
    void customers_like_those_learned_from_have_not_drifted_and_others_have() {
        List<Features> learned =
                SET.trainingExamples().stream().map(Example::features).toList();
        Map<String, Double> none = MODEL.drift(learned);
        Map<String, Double> much = MODEL.drift(learned.stream()
                .filter(customer -> customer.orElse(Feature.RECENCY, 0) > 30)
                .toList());

        assertThat(none.values()).allSatisfy(index -> assertThat(index).isCloseTo(0, within(1e-9)));
        assertThat(much.get("recency")).isGreaterThan(0.25);
        assertThat(MODEL.drift(List.of())).isEmpty();
    }
}
