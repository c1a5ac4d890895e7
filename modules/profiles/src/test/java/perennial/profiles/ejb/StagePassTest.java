package perennial.profiles.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.analytics.lifecycle.LifeCycle;
import perennial.analytics.lifecycle.Placement;
import perennial.analytics.lifecycle.Placement.Basis;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.migrations.Databases;
import perennial.profiles.Stages.StageChange;
import perennial.profiles.Stages.StageRow;
import perennial.profiles.jpa.StageChanges;
import perennial.profiles.jpa.StageRows;

class StagePassTest {
    private static final CustomerId ANNA = new CustomerId("anna");
    private static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");
    private static final Instant NEXT_MONDAY = Instant.parse("2025-06-09T00:00:00Z");
    private static final Instant THIRD_MONDAY = Instant.parse("2025-06-16T00:00:00Z");
    private static final Run FIRST = new Run(1, MONDAY);
    private static final Run SECOND = new Run(2, NEXT_MONDAY);
    private static final Run THIRD = new Run(3, THIRD_MONDAY);

    private static StagePass over(Base base, Shelf shelf) {
        return new StagePass(base, new LifeCycle(LifeCycle.Settings.standard()), shelf.rows(), shelf.changes());
    }

    private record Shelf(StageRows rows, StageChanges changes) {
        static Shelf in(Databases database) {
            var source = database.fresh();
            return new Shelf(new StageRows(source), new StageChanges(source));
        }

        void week(Run run, Optional<Run> before, Base base) {
            over(base, this).renew(run, before, Progress.SILENT);
        }

        StageRow anna(Run run) {
            return rows.of(run, List.of(ANNA)).values().iterator().next();
        }
    }

    private static Base annaBoughtOnce(double silence) {
        return new Base().boughtOnce("anna", silence);
    }

    @ParameterizedTest
    @EnumSource
    void a_customer_is_judged_by_the_rhythm_of_the_whole_base(Databases database) {
        Shelf shelf = Shelf.in(database);
        shelf.week(FIRST, Optional.empty(), annaBoughtOnce(31).withTypicalGap(10));
        assertThat(shelf.anna(FIRST))
                .isEqualTo(new StageRow(ANNA, new Placement(Stage.CHURNED, 1, 31, 10, Basis.SHOP, 30), MONDAY));
    }

    @ParameterizedTest
    @EnumSource
    void every_customer_of_a_large_base_is_placed_and_counted(Databases database) {
        Base base = new Base().neverBought("nobody");
        for (int i = 0; i < 2500; i++) {
            base.boughtOnce("c" + i, 5);
        }
        Shelf shelf = Shelf.in(database);
        Heard heard = new Heard();
        over(base, shelf).renew(FIRST, Optional.empty(), heard);
        assertThat(shelf.rows().counts(FIRST))
                .isEqualTo(Map.of(
                        Stage.ACQUISITION,
                        1L,
                        Stage.CONVERSION,
                        2500L,
                        Stage.RETENTION,
                        0L,
                        Stage.ACTIVE,
                        0L,
                        Stage.CHURNED,
                        0L));
        assertThat(heard.total).isEqualTo(2501);
        assertThat(heard.done).isEqualTo(2501);
    }

    @ParameterizedTest
    @EnumSource
    void asked_for_some_customers_the_run_tells_of_those_it_placed(Databases database) {
        Shelf shelf = Shelf.in(database);
        shelf.week(FIRST, Optional.empty(), annaBoughtOnce(5).neverBought("berta"));
        CustomerId nobody = new CustomerId("nobody");
        assertThat(shelf.rows().of(FIRST, List.of(ANNA, nobody))).containsOnlyKeys(ANNA);
        assertThat(shelf.rows().of(SECOND, List.of(ANNA))).isEmpty();
        assertThat(shelf.rows().of(FIRST, List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_first_run_begins_each_course_and_a_later_one_adds_what_changed(Databases database) {
        Shelf shelf = Shelf.in(database);
        shelf.week(FIRST, Optional.empty(), new Base().neverBought("anna"));
        shelf.week(SECOND, Optional.of(FIRST), annaBoughtOnce(1));
        shelf.week(THIRD, Optional.of(SECOND), annaBoughtOnce(8));
        assertThat(shelf.changes().of(ANNA))
                .containsExactly(
                        new StageChange(MONDAY, Optional.empty(), Stage.ACQUISITION),
                        new StageChange(NEXT_MONDAY, Optional.of(Stage.ACQUISITION), Stage.CONVERSION));
        assertThat(shelf.anna(THIRD).since()).isEqualTo(NEXT_MONDAY);
    }

    @ParameterizedTest
    @EnumSource
    void a_run_done_again_replaces_what_it_had_written(Databases database) {
        Shelf shelf = Shelf.in(database);
        shelf.week(FIRST, Optional.empty(), new Base().neverBought("anna"));
        shelf.week(SECOND, Optional.of(FIRST), annaBoughtOnce(1));
        shelf.week(SECOND, Optional.of(FIRST), annaBoughtOnce(500));
        assertThat(shelf.changes().of(ANNA))
                .extracting(StageChange::to)
                .containsExactly(Stage.ACQUISITION, Stage.CHURNED);
        assertThat(shelf.rows().counts(SECOND)).containsEntry(Stage.CHURNED, 1L);
    }

    @ParameterizedTest
    @EnumSource
    void what_a_run_saw_that_never_came_into_force_is_dropped(Databases database) {
        Shelf shelf = Shelf.in(database);
        shelf.week(FIRST, Optional.empty(), new Base().neverBought("anna"));
        shelf.week(SECOND, Optional.of(FIRST), annaBoughtOnce(1));
        shelf.week(THIRD, Optional.of(FIRST), annaBoughtOnce(8));
        assertThat(shelf.changes().of(ANNA))
                .extracting(StageChange::at, StageChange::to)
                .containsExactly(tuple(MONDAY, Stage.ACQUISITION), tuple(THIRD_MONDAY, Stage.CONVERSION));
        assertThat(shelf.rows().of(SECOND, List.of(ANNA))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_run_that_looks_back_places_customers_and_leaves_the_history_alone(Databases database) {
        Shelf shelf = Shelf.in(database);
        shelf.week(FIRST, Optional.empty(), new Base().neverBought("anna"));
        shelf.week(THIRD, Optional.of(FIRST), annaBoughtOnce(1));
        List<StageChange> known = shelf.changes().of(ANNA);

        Run back = new Run(4, NEXT_MONDAY);
        shelf.week(back, Optional.of(THIRD), new Base().neverBought("anna"));
        assertThat(shelf.anna(back).placement().stage()).isEqualTo(Stage.ACQUISITION);
        assertThat(shelf.anna(back).since()).isEqualTo(MONDAY);
        assertThat(shelf.changes().of(ANNA)).isEqualTo(known);
    }

    @ParameterizedTest
    @EnumSource
    void the_run_in_force_stays_readable_until_the_new_one_takes_its_place(Databases database) {
        Shelf shelf = Shelf.in(database);
        shelf.week(FIRST, Optional.empty(), annaBoughtOnce(1));
        shelf.week(SECOND, Optional.of(FIRST), annaBoughtOnce(8));
        assertThat(shelf.anna(FIRST).placement().silence()).isEqualTo(1);
        assertThat(shelf.anna(SECOND).placement().silence()).isEqualTo(8);
    }

    private static final class Heard implements Progress {
        private long total;
        private long done;

        @Override
        public void total(long all) {
            total = all;
        }

        @Override
        public void advance(long by) {
            done += by;
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_changes_of_a_run_are_counted_and_paged_by_customer(Databases database) {
        Shelf shelf = Shelf.in(database);
        shelf.week(
                FIRST, Optional.empty(), annaBoughtOnce(3).neverBought("berta").neverBought("carla"));
        assertThat(shelf.changes().count(FIRST)).isEqualTo(3);
        assertThat(shelf.changes().page(FIRST, Optional.empty(), 2))
                .extracting(changed -> changed.customer().value())
                .containsExactly("anna", "berta");
        assertThat(shelf.changes().page(FIRST, Optional.of(new CustomerId("berta")), 2))
                .extracting(changed -> changed.customer().value())
                .containsExactly("carla");
        assertThat(shelf.changes().page(SECOND, Optional.empty(), 2)).isEmpty();
    }
}
