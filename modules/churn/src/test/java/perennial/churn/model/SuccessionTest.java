package perennial.churn.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.analytics.churn.ChurnDefinition;
import perennial.analytics.churn.ChurnFit;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.churn.Contest;
import perennial.analytics.churn.LearningSet;
import perennial.analytics.churn.Snapshot;
import perennial.analytics.evaluation.ErrorCosts;
import perennial.churn.ChurnModels.Card;
import perennial.churn.ChurnPicture;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.churn.ChurnScores.State;
import perennial.kernel.Run;

class SuccessionTest {
    private static final Terms TERMS = new Terms(Contest.Margin.STANDARD, new ErrorCosts(1, 4), 91, 0);
    private static final Run RUN = new Run(9, Buyers.MONDAY);
    private static final LearningSet SET = Buyers.set(600, 1, 1);
    private static final ChurnFit FIT = Buyers.fit(SET);
    private static final Champion SAME =
            new Champion(4, Buyers.MONDAY.minus(Duration.ofDays(7)), ((ChurnFit.Fitted) FIT).model());

    private static Succession after(Optional<Champion> before) {
        return new Succession(RUN, SET, FIT, before, TERMS);
    }

    @Test
    void the_first_model_takes_over_and_its_card_says_how_it_was_made() {
        Succession succession = after(Optional.empty());
        Card card = succession.card().orElseThrow();

        assertThat(succession.isTakenOver()).isTrue();
        assertThat(succession.inForce().orElseThrow().version()).isEqualTo(9);
        assertThat(succession.why().english()).contains("first model");
        assertThat(card.tookOver()).isTrue();
        assertThat(card.trainingRows()).isEqualTo(1200);
        assertThat(card.training().to()).isBeforeOrEqualTo(card.judged().from());
        assertThat(card.judged().to()).isEqualTo(Buyers.MONDAY);
        assertThat(card.features()).contains("recency");
        assertThat(card.libraries()).containsKey("java");
        assertThat(card.measures()).containsKeys(card.kind(), "recency only");
    }

    @Test
    void one_that_is_no_better_leaves_the_model_in_force_and_is_judged_beside_it() {
        Succession succession = after(Optional.of(SAME));
        ChurnEvidence evidence = succession.evidence();

        assertThat(succession.isTakenOver()).isFalse();
        assertThat(succession.inForce()).contains(SAME);
        assertThat(succession.why().english()).contains("run 4 stays in force");
        assertThat(succession.why().chinese()).contains("运行 4");
        assertThat(evidence.version()).contains(4L);
        assertThat(evidence.measures().get(SAME.model().kind().title()))
                .isEqualTo(evidence.measures().get("new " + SAME.model().kind().title()));
    }

    @Test
    void one_that_is_better_by_the_margin_takes_over() {
        Champion mistaken = new Champion(4, SAME.trained(), Buyers.model(Buyers.set(600, -1, 2)));
        Succession succession = after(Optional.of(mistaken));

        assertThat(succession.isTakenOver()).isTrue();
        assertThat(succession.why().english()).contains("took over from the one of run 4");
        assertThat(succession.evidence().measures().keySet()).noneMatch(model -> model.startsWith("new "));
    }

    @Test
    void models_that_tell_of_other_times_are_not_compared() {
        LearningSet longer = new LearningSet(
                ChurnDefinition.of(35, ZoneOffset.UTC),
                SET.asOf(),
                SET.training(),
                SET.calibration(),
                SET.evaluation(),
                SET.buying());
        Succession succession = new Succession(RUN, longer, Buyers.fit(longer), Optional.of(SAME), TERMS);

        assertThat(succession.isTakenOver()).isTrue();
        assertThat(succession.why().english()).contains("without a contest", "35 days");
    }

    @Test
    void where_there_is_too_little_to_learn_from_the_model_in_force_stays_unjudged() {
        LearningSet small = Buyers.set(20, 1, 1);
        Succession succession = new Succession(RUN, small, Buyers.fit(small), Optional.of(SAME), TERMS);
        Succession nothing = new Succession(RUN, small, Buyers.fit(small), Optional.empty(), TERMS);

        assertThat(succession.inForce()).contains(SAME);
        assertThat(succession.card()).isEmpty();
        assertThat(succession.evidence().state()).isEqualTo(State.TRAINED);
        assertThat(succession.evidence().measures()).isEmpty();
        assertThat(Warnings.of(succession.evidence(), Map.of(), RUN.asOf(), TERMS))
                .anySatisfy(warning -> assertThat(warning.english()).contains("was not judged"));
        assertThat(nothing.evidence().state()).isEqualTo(State.NOT_ENOUGH_DATA);
        assertThat(nothing.evidence().reason().english()).contains("too few");
    }

    @Test
    void the_threshold_of_the_matrix_follows_from_the_costs() {
        assertThat(after(Optional.empty()).evidence().measures().values())
                .allSatisfy(measures -> assertThat(measures).containsKeys("caught", "missed", "cost"));
        ChurnModel model = SAME.model();
        Snapshot evaluation = SET.evaluation();
        assertThat(Measures.of(model.judged(evaluation, TERMS.costs().threshold()), TERMS.costs()))
                .containsEntry("threshold", 0.2);
    }

    @Test
    void the_horizon_of_the_model_in_force_lasts_until_a_search_or_the_setting_ends_it() {
        ChurnDefinition fromGaps = new ChurnDefinition(35, 70, ZoneOffset.UTC, ChurnDefinition.Basis.GAPS);
        Terms given = new Terms(TERMS.margin(), TERMS.costs(), 91, 60);

        assertThat(Succession.definition(fromGaps, Optional.of(SAME), false, TERMS))
                .isEqualTo(Buyers.FOUR_WEEKS);
        assertThat(Succession.definition(fromGaps, Optional.of(SAME), true, TERMS))
                .isEqualTo(fromGaps);
        assertThat(Succession.definition(fromGaps, Optional.empty(), false, TERMS))
                .isEqualTo(fromGaps);
        assertThat(Succession.definition(fromGaps, Optional.of(SAME), false, given)
                        .horizonDays())
                .isEqualTo(60);
    }

    @Test
    void pictures_are_of_the_model_in_force_and_its_drift() {
        assertThat(Pictures.of(SAME.model(), Optional.of(SET.evaluation()), Map.of("recency", 0.3)))
                .extracting(ChurnPicture.Point::curve)
                .containsOnly(ChurnPicture.Curve.values());
        assertThat(Pictures.of(SAME.model(), Optional.empty(), Map.of())).isEmpty();
    }
}
