package perennial.analytics.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.analytics.btyd.Fit;
import perennial.analytics.evaluation.ForecastQuality;
import perennial.kernel.Words;

class ModelChoiceTest {

    @Test
    void the_model_that_gave_most_probability_to_what_came_is_chosen_and_the_reason_told_in_both_languages() {
        ModelChoice choice = ModelChoice.of(
                List.of(judged("mbg-nbd", 1, -0.50), judged("bg-nbd", 1, -0.60), judged("as before", 1)),
                Optional.empty());
        assertThat(choice.kind()).contains(PurchaseKind.MBG_NBD);
        assertThat(choice.scores()).containsExactlyInAnyOrderEntriesOf(Map.of("mbg-nbd", -0.5, "bg-nbd", -0.6));
        assertThat(choice.reason().english()).contains("mbg-nbd", "-0.5000", "bg-nbd -0.6000");
        assertThat(choice.reason().chinese()).contains("mbg-nbd", "-0.5000");
    }

    @Test
    void a_model_that_loses_to_the_naive_rule_on_a_measure_is_said_to_lose() {
        Judgement good = judged("mbg-nbd", 1, -0.5, new double[] {1, 2, 3});
        Judgement naive = judged("as before", 1, Double.NaN, new double[] {3, 2, 1});
        assertThat(ModelChoice.of(List.of(good, naive), Optional.empty())
                        .reason()
                        .english())
                .contains("beats")
                .doesNotContain("loses");
        Judgement bad = judged("mbg-nbd", 1, -0.5, new double[] {3, 2, 1});
        Judgement right = judged("as before", 1, Double.NaN, new double[] {1, 2, 3});
        assertThat(ModelChoice.of(List.of(bad, right), Optional.empty())
                        .reason()
                        .english())
                .contains("loses to \"as before\" on MAE, RMSE, Spearman, Gini");
    }

    @Test
    void the_model_in_force_stays_where_another_one_is_hardly_better() {
        List<Judgement> close = List.of(judged("mbg-nbd", 1, -0.5000), judged("bg-nbd", 1, -0.5005));
        assertThat(ModelChoice.of(close, Optional.of(PurchaseKind.BG_NBD)).kind())
                .contains(PurchaseKind.BG_NBD);
        List<Judgement> clear = List.of(judged("mbg-nbd", 1, -0.50), judged("bg-nbd", 1, -0.51));
        assertThat(ModelChoice.of(clear, Optional.of(PurchaseKind.BG_NBD)).kind())
                .contains(PurchaseKind.MBG_NBD);
    }

    @Test
    void of_models_that_foretell_alike_the_plainer_one_is_chosen() {
        List<Judgement> alike = List.of(judged("mbg-nbd", 1, -0.5), judged("mbg-cnbd", 1, -0.5 + 1e-9));
        assertThat(ModelChoice.of(alike, Optional.empty()).kind()).contains(PurchaseKind.MBG_NBD);
    }

    @Test
    void where_customers_buy_evenly_a_model_of_regular_buyers_is_chosen() {
        BackTest test = new BackTest(
                Logs.evenly(600, 5),
                new BackTest.Settings(
                        PurchaseKind.candidatesWithGaps(),
                        List.of(300.0, 350.0),
                        100,
                        450,
                        7,
                        100,
                        Fit.Settings.standard()));
        ModelChoice choice =
                ModelChoice.of(test.cells().stream().map(test::judge).toList(), Optional.empty());
        assertThat(choice.kind().orElseThrow().needsGaps()).isTrue();
    }

    @Test
    void a_model_that_could_not_be_judged_everywhere_is_not_chosen() {
        ModelChoice choice = ModelChoice.of(
                List.of(judged("mbg-nbd", 1, -0.9), judged("mbg-nbd", 2, -0.9), judged("bg-nbd", 2, -0.1)),
                Optional.empty());
        assertThat(choice.kind()).contains(PurchaseKind.MBG_NBD);
    }

    @Test
    void where_nothing_could_be_judged_there_is_no_choice_but_the_reason_of_the_fit() {
        Judgement unfit = new Judgement(
                "mbg-nbd",
                1,
                Optional.of(new Words("too few", "太少")),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
        ModelChoice choice = ModelChoice.of(List.of(unfit), Optional.empty());
        assertThat(choice.kind()).isEmpty();
        assertThat(choice.reason().english()).contains("too few");
        assertThat(choice.reason().chinese()).contains("太少");
    }

    @Test
    void where_many_leave_after_the_first_purchase_a_model_that_allows_it_is_chosen() {
        BackTest test = new BackTest(
                Logs.shop(2000, 0.6, 11),
                new BackTest.Settings(
                        PurchaseKind.candidates(),
                        List.of(200.0, 250.0, 300.0),
                        100,
                        400,
                        7,
                        200,
                        Fit.Settings.standard()));
        ModelChoice choice =
                ModelChoice.of(test.cells().stream().map(test::judge).toList(), Optional.of(PurchaseKind.BG_NBD));
        assertThat(choice.kind().orElseThrow()).isNotEqualTo(PurchaseKind.BG_NBD);
    }

    private static Judgement judged(String forecaster, double origin) {
        return judged(forecaster, origin, Double.NaN);
    }

    private static Judgement judged(String forecaster, double origin, double score) {
        return judged(forecaster, origin, score, new double[] {1, 2, 3});
    }

    private static Judgement judged(String forecaster, double origin, double score, double[] forecast) {
        return new Judgement(
                forecaster,
                origin,
                Optional.empty(),
                Optional.of(ForecastQuality.of(forecast, new double[] {1, 2, 4})),
                Optional.empty(),
                Stream.of(score)
                        .mapToDouble(Double::doubleValue)
                        .filter(Double::isFinite)
                        .findFirst(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
    }
}
