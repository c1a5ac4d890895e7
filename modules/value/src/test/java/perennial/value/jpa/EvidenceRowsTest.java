package perennial.value.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.analytics.evaluation.ForecastQuality;
import perennial.analytics.valuation.Judgement;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.kernel.Words;
import perennial.migrations.Databases;
import perennial.value.ValueModels.Cause;
import perennial.value.ValueModels.Choice;
import perennial.value.ValueModels.ValueBin;
import perennial.value.ValueScores.Range;
import perennial.value.ValueScores.ValueScore;

class EvidenceRowsTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");
    private static final Run RUN = new Run(7, MONDAY);
    private static final Words REASON = new Words("It foretold best.", "预测最好。");

    @ParameterizedTest
    @EnumSource
    void a_choice_is_read_back_as_it_stands_last(Databases database) {
        ChoiceRows rows = new ChoiceRows(database.fresh());
        Choice begun = choice(7, MONDAY, false, Optional.empty());
        rows.write(begun);
        assertThat(rows.latest(MONDAY)).contains(begun);
        Choice made = choice(7, MONDAY, true, Optional.of("mbg-nbd"));
        rows.write(made);
        assertThat(rows.latest(MONDAY)).contains(made);
        assertThat(rows.of(7)).contains(made);
        assertThat(rows.of(8)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_run_sees_no_choice_that_was_made_of_later_facts(Databases database) {
        ChoiceRows rows = new ChoiceRows(database.fresh());
        rows.write(choice(7, MONDAY, true, Optional.of("mbg-nbd")));
        Choice later = choice(9, MONDAY.plus(Duration.ofDays(100)), true, Optional.of("bg-nbd"));
        rows.write(later);
        assertThat(rows.latest(MONDAY.plus(Duration.ofDays(50))).map(Choice::id))
                .contains(7L);
        assertThat(rows.latest(MONDAY.minus(Duration.ofDays(1)))).isEmpty();
        assertThat(rows.before(9).map(Choice::id)).contains(7L);
        assertThat(rows.before(7)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_wish_for_a_choice_stands_until_it_is_answered(Databases database) {
        ChoiceRows rows = new ChoiceRows(database.fresh());
        assertThat(rows.isAsked()).isFalse();
        rows.ask(MONDAY, "anna");
        assertThat(rows.isAsked()).isTrue();
        rows.answer();
        assertThat(rows.isAsked()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_judgement_is_read_back_with_all_its_figures(Databases database) {
        DataSource source = database.fresh();
        new ChoiceRows(source).write(choice(7, MONDAY, false, Optional.empty()));
        JudgementRows rows = new JudgementRows(source);
        Judgement model = new Judgement(
                "pareto-nbd",
                20_000,
                Optional.of(REASON),
                Optional.of(ForecastQuality.of(new double[] {1, 2, 3}, new double[] {0, 2, 5})),
                Optional.of(ForecastQuality.of(new double[] {10, 20, 30}, new double[] {0, 20, 50})),
                OptionalDouble.of(-0.75),
                OptionalDouble.of(0.87),
                OptionalDouble.of(0.81),
                List.of(new Judgement.Week(19_900, 12, 11.5), new Judgement.Week(19_907, 15, 14.25)));
        Judgement naive = new Judgement(
                "as before",
                20_000,
                Optional.empty(),
                Optional.of(ForecastQuality.of(new double[] {1, 1}, new double[] {0, 0})),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
        rows.add(7, model);
        rows.add(7, naive);
        assertThat(rows.of(7)).containsExactlyInAnyOrder(model, naive);
        assertThat(rows.of(8)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_judgement_that_is_made_again_takes_the_place_of_the_one_before(Databases database) {
        DataSource source = database.fresh();
        new ChoiceRows(source).write(choice(7, MONDAY, false, Optional.empty()));
        JudgementRows rows = new JudgementRows(source);
        rows.add(7, judged(-0.9));
        rows.add(7, judged(-0.8));
        assertThat(rows.of(7)).containsExactly(judged(-0.8));
    }

    @ParameterizedTest
    @EnumSource
    void with_old_runs_the_choices_go_that_no_kept_run_needs_but_never_the_latest(Databases database) {
        DataSource source = database.fresh();
        ChoiceRows choices = new ChoiceRows(source);
        JudgementRows rows = new JudgementRows(source);
        for (long id : new long[] {3, 7}) {
            choices.write(choice(id, MONDAY, true, Optional.of("mbg-nbd")));
            rows.add(id, judged(-0.9));
        }
        rows.forget(new RunsExpired(20, MONDAY));
        assertThat(choices.of(3)).isEmpty();
        assertThat(rows.of(3)).isEmpty();
        assertThat(choices.of(7)).isPresent();
        assertThat(rows.of(7)).hasSize(1);
        BinRows bins = new BinRows(source);
        bins.write(RUN, List.of(bin(0, 100, 5)));
        bins.forget(new RunsExpired(8, MONDAY));
        assertThat(bins.of(RUN, EURO)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_distribution_of_a_run_is_replaced_when_it_is_done_again(Databases database) {
        BinRows rows = new BinRows(database.fresh());
        rows.write(RUN, List.of(bin(0, 100, 5), bin(100, 200, 6)));
        rows.write(RUN, List.of(bin(0, 500, 11)));
        assertThat(rows.of(RUN, EURO)).containsExactly(bin(0, 500, 11));
        assertThat(rows.of(new Run(8, MONDAY), EURO)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_score_is_read_back_with_both_intervals_and_what_is_not_known_stays_so(Databases database) {
        ValueScoreRows rows = new ValueScoreRows(database.fresh());
        ValueScore known = new ValueScore(
                new CustomerId("anna"),
                0.9,
                3.5,
                Optional.of(euro(12_345)),
                Optional.of(new Range(euro(11_000), euro(13_000))),
                Optional.of(new Range(euro(0), euro(40_000))));
        ValueScore partly =
                new ValueScore(new CustomerId("berta"), 0.1, 0.2, Optional.empty(), Optional.empty(), Optional.empty());
        rows.add(RUN, List.of(known, partly));
        assertThat(rows.of(RUN, List.of(known.customer(), partly.customer(), new CustomerId("carla")), EURO))
                .isEqualTo(Map.of(known.customer(), known, partly.customer(), partly));
        rows.clear(RUN);
        assertThat(rows.of(RUN, List.of(known.customer()), EURO)).isEmpty();
    }

    private static Choice choice(long id, Instant asOf, boolean complete, Optional<String> model) {
        return new Choice(id, asOf, Cause.FIRST, Optional.of(182.0), complete, model, REASON);
    }

    private static Judgement judged(double score) {
        return new Judgement(
                "mbg-nbd",
                20_000,
                Optional.of(REASON),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(score),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(new Judgement.Week(19_900, 12, 11.5)));
    }

    private static ValueBin bin(long from, long to, long customers) {
        return new ValueBin(euro(from), euro(to), customers);
    }

    private static Money euro(long minor) {
        return new Money(minor, EURO);
    }
}
