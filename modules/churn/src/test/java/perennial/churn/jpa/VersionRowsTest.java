package perennial.churn.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.churn.ChurnModels.Card;
import perennial.churn.ChurnModels.Deed;
import perennial.churn.ChurnModels.Span;
import perennial.churn.ChurnModels.State;
import perennial.churn.ChurnModels.Version;
import perennial.churn.UnknownChurnVersionException;
import perennial.churn.model.Buyers;
import perennial.churn.model.Told;
import perennial.churn.model.Trained;
import perennial.kernel.ConflictException;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.migrations.Databases;

/** Runs 1 and 2 trained models that took over, run 3 one that did not. */
class VersionRowsTest {
    private static Run run(long id) {
        return new Run(id, Buyers.MONDAY.plus(Duration.ofDays(7 * id)));
    }

    private static Card card(boolean tookOver) {
        Span span = new Span(Buyers.MONDAY.minus(Duration.ofDays(84)), Buyers.MONDAY.minus(Duration.ofDays(28)));
        return new Card(
                "boosted trees",
                new Words("depth 3", "深度 3"),
                28,
                span,
                new Span(span.to(), Buyers.MONDAY),
                1200,
                500,
                List.of("recency", "frequency"),
                List.of(),
                "Platt",
                7,
                Map.of("java", "17", "xgboost4j", "2.1.4"),
                Map.of("boosted trees", Map.of("auc", 0.7), "recency only", Map.of("auc", 0.6)),
                tookOver,
                new Words("why", "原因"));
    }

    private static Deed deed(Deed.Kind kind, String actor) {
        return new Deed(kind, Buyers.MONDAY, actor, "");
    }

    private static VersionRows threeRuns(Databases databases) {
        VersionRows rows = new VersionRows(new ChurnTables(databases.fresh()));
        rows.add(run(1), card(true));
        rows.decide(run(1), 1, deed(Deed.Kind.TOOK_OVER, "system"));
        rows.add(run(2), card(true));
        rows.decide(run(2), 2, deed(Deed.Kind.TOOK_OVER, "system"));
        rows.add(run(3), card(false));
        return rows;
    }

    private static Told told(VersionRows rows, Run inForce) {
        return new Told(rows.upTo(inForce), rows.decisions(inForce), Optional.of(2L), Set.of(1L, 2L, 3L));
    }

    @ParameterizedTest
    @EnumSource
    void a_card_is_kept_as_it_was(Databases databases) {
        assertThat(threeRuns(databases).upTo(run(2)))
                .containsExactly(new Trained(run(2), card(true)), new Trained(run(1), card(true)));
    }

    @ParameterizedTest
    @EnumSource
    void a_model_that_is_put_back_gives_the_next_scores(Databases databases) {
        VersionRows rows = threeRuns(databases);
        assertThat(rows.next(run(3))).contains(2L);
        assertThat(told(rows, run(3)).versions())
                .extracting(Version::state)
                .containsExactly(State.BEATEN, State.IN_FORCE, State.EARLIER);

        told(rows, run(3)).checkPutBack(1);
        rows.decide(run(3), 1, deed(Deed.Kind.PUT_BACK, "anna"));

        assertThat(rows.next(run(3))).contains(1L);
        assertThat(told(rows, run(3)).versions())
                .extracting(Version::state)
                .containsExactly(State.BEATEN, State.EARLIER, State.NEXT);
        assertThat(told(rows, run(3)).versions().get(2).last()).contains(deed(Deed.Kind.PUT_BACK, "anna"));
        assertThatThrownBy(() -> told(rows, run(3)).checkPutBack(1)).isInstanceOf(ConflictException.class);
    }

    @ParameterizedTest
    @EnumSource
    void one_that_never_was_in_force_is_not_kept_or_not_known_can_not_be_put_back(Databases databases) {
        VersionRows rows = threeRuns(databases);
        Told gone = new Told(rows.upTo(run(3)), rows.decisions(run(3)), Optional.of(2L), Set.of(2L));

        assertThatThrownBy(() -> told(rows, run(3)).checkPutBack(3)).hasMessageContaining("never was in force");
        assertThatThrownBy(() -> gone.checkPutBack(1)).hasMessageContaining("no longer kept");
        assertThatThrownBy(() -> told(rows, run(3)).checkPutBack(17)).isInstanceOf(UnknownChurnVersionException.class);
    }

    @ParameterizedTest
    @EnumSource
    void what_a_run_decided_that_failed_never_counts(Databases databases) {
        VersionRows rows = threeRuns(databases);

        rows.clearAfter(1);

        assertThat(rows.next(run(3))).contains(1L);
        assertThat(rows.upTo(run(3))).extracting(Trained::run).containsExactly(run(1));
    }
}
