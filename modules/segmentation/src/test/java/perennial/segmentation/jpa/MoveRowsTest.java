package perennial.segmentation.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.migrations.Databases;
import perennial.segmentation.SegmentMoves.Cause;
import perennial.segmentation.SegmentMoves.Move;
import perennial.segmentation.SegmentMoves.Passage;
import perennial.segmentation.model.Buyers;
import perennial.segmentation.model.Movers.Ends;

/** Anna and Bob went from s1 to s2, Cy stayed in s1, Dee is new in s2. */
class MoveRowsTest {
    private static final Run FIRST = new Run(3, Buyers.MONDAY);
    private static final Run SECOND = new Run(5, Buyers.MONDAY.plus(Duration.ofDays(7)));
    private static final CustomerId ANNA = new CustomerId("anna");
    private static final CustomerId BOB = new CustomerId("bob");
    private static final CustomerId CY = new CustomerId("cy");
    private static final CustomerId DEE = new CustomerId("dee");

    private static Move move(Optional<String> feature) {
        return new Move(SECOND.asOf(), "s1", "s2", feature);
    }

    private static MoveRows twoRuns(DataSource database) {
        RunTables tables = new RunTables(database);
        MemberRows members = new MemberRows(tables);
        members.replace(FIRST, List.of(ANNA, BOB, CY), row -> "s1");
        members.replace(SECOND, List.of(ANNA, BOB, CY, DEE), row -> row == 2 ? "s1" : "s2");
        MoveRows moves = new MoveRows(tables);
        moves.count(SECOND, FIRST);
        moves.add(SECOND, Map.of(ANNA, move(Optional.of("recency")), BOB, move(Optional.empty())));
        return moves;
    }

    @ParameterizedTest
    @EnumSource
    void who_is_in_another_segment_than_before_has_moved(Databases databases) {
        assertThat(twoRuns(databases.fresh()).moved(SECOND, FIRST))
                .isEqualTo(Map.of(ANNA, new Ends("s1", "s2"), BOB, new Ends("s1", "s2")));
    }

    @ParameterizedTest
    @EnumSource
    void neighbours_are_told_where_they_were_and_where_they_came_from(Databases databases) {
        DataSource database = databases.fresh();
        assertThat(twoRuns(database).before(SECOND, new CustomerSpan(BOB, DEE))).isEqualTo(Map.of(BOB, "s1"));
        assertThat(new MemberRows(new RunTables(database)).placed(SECOND, new CustomerSpan(BOB, CY)))
                .isEqualTo(Map.of(BOB, "s2", CY, "s1"));
    }

    @ParameterizedTest
    @EnumSource
    void every_customer_of_the_run_is_counted_from_where_they_came_with_what_moved_them(Databases databases) {
        assertThat(twoRuns(databases.fresh()).passages(SECOND))
                .containsExactly(
                        new Passage(
                                Optional.of("s1"),
                                "s2",
                                2,
                                List.of(new Cause(Optional.of("recency"), 1), new Cause(Optional.empty(), 1))),
                        new Passage(Optional.empty(), "s2", 1, List.of()),
                        new Passage(Optional.of("s1"), "s1", 1, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void the_way_of_a_customer_lasts_when_the_run_is_no_longer_kept(Databases databases) {
        DataSource database = databases.fresh();
        MoveRows moves = twoRuns(database);
        new Expiry(new RunTables(database)).forget(new RunsExpired(9, SECOND.asOf()));
        assertThat(moves.passages(SECOND)).isEmpty();
        assertThat(moves.path(SECOND, ANNA)).containsExactly(move(Optional.of("recency")));
        assertThat(moves.path(SECOND, CY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_a_run_under_way_notes_is_not_yet_in_the_way_of_a_customer(Databases databases) {
        assertThat(twoRuns(databases.fresh()).path(FIRST, ANNA)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void where_customers_were_before_is_known_of_those_who_moved(Databases databases) {
        assertThat(twoRuns(databases.fresh()).before(SECOND, new CustomerSpan(ANNA, DEE)))
                .isEqualTo(Map.of(ANNA, "s1", BOB, "s1"));
    }

    @ParameterizedTest
    @EnumSource
    void what_a_run_noted_that_failed_is_dropped(Databases databases) {
        MoveRows moves = twoRuns(databases.fresh());
        Run third = new Run(6, SECOND.asOf().plus(Duration.ofDays(7)));
        moves.clearBetween(FIRST, third);
        assertThat(moves.path(third, ANNA)).isEmpty();
    }
}
