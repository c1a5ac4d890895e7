package perennial.segmentation.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.migrations.Databases;
import perennial.segmentation.SegmentMoves.Move;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.model.Buyers;
import perennial.segmentation.model.Change;

/** Anna and Bob are in s1, Cy is in s2, when the run looks; Dee had not bought. */
class ChangeRowsTest {
    private static final Run RUN = new Run(3, Buyers.MONDAY);
    private static final CustomerId ANNA = new CustomerId("anna");
    private static final CustomerId BOB = new CustomerId("bob");
    private static final CustomerId CY = new CustomerId("cy");
    private static final CustomerId DEE = new CustomerId("dee");
    private static final List<CustomerId> ALL = List.of(ANNA, BOB, CY, DEE);
    private static final Optional<String> ONE = Optional.of("s1");
    private static final Optional<String> TWO = Optional.of("s2");

    private static final class Shop {
        private final RunTables tables;
        private final MemberRows members;
        private final SegmentRows segments;
        private final ChangeRows changes;

        Shop(DataSource database) {
            tables = new RunTables(database);
            members = new MemberRows(tables);
            segments = new SegmentRows(tables);
            changes = new ChangeRows(tables);
            members.replace(RUN, List.of(ANNA, BOB, CY), row -> row < 2 ? "s1" : "s2");
            segments.replace(RUN, List.of(segment("s1", 2, 300), segment("s2", 1, 50)));
        }

        Shop with(CustomerId customer, Change change) {
            Map<CustomerId, Move> moves = new LinkedHashMap<>();
            change.ends()
                    .ifPresent(ends -> moves.put(
                            customer, new Move(Buyers.MONDAY, ends.from(), ends.to(), Optional.of("recency"))));
            changes.replace(RUN, Buyers.MONDAY, Map.of(customer, change), moves);
            return this;
        }

        Map<String, String> told() {
            Map<String, String> told = new LinkedHashMap<>();
            segments.of(RUN, Buyers.EURO)
                    .forEach(segment -> told.put(
                            segment.id(),
                            segment.size() + " customers, " + segment.sales().minor() + " sold, "
                                    + segment.expectedValue().orElseThrow().minor() + " expected"));
            return told;
        }

        /** Counted by itself, from where each customer is. */
        Map<String, Long> counted() {
            Map<String, Long> counted = new LinkedHashMap<>();
            tables.all(
                    "select id, count(*) from (select segment_id as id from segment_member m where not exists "
                            + "(select 1 from segment_change c where c.customer_id = m.customer_id) "
                            + "union all select to_id from segment_change) as placed "
                            + "where id is not null group by id order by id",
                    select -> {},
                    row -> counted.put(row.getString(1), row.getLong(2)));
            return counted;
        }

        Map<String, Long> sizes() {
            Map<String, Long> sizes = new LinkedHashMap<>();
            segments.of(RUN, Buyers.EURO).forEach(segment -> sizes.put(segment.id(), segment.size()));
            return sizes;
        }
    }

    private static Segment segment(String id, long size, long sales) {
        return new Segment(
                id,
                new Words(id, id),
                size,
                size / 3.0,
                new Money(sales, Buyers.EURO),
                Optional.of(new Money(10 * size, Buyers.EURO)),
                Map.of(),
                List.of());
    }

    @ParameterizedTest
    @EnumSource
    void neighbours_are_told_where_they_went_and_who_left_all_segments_is_in_none(Databases databases) {
        Shop shop = new Shop(databases.fresh())
                .with(ANNA, new Change(ONE, TWO, 100, 130, 10))
                .with(CY, new Change(TWO, Optional.empty(), 50, 0, 10))
                .with(DEE, new Change(Optional.empty(), ONE, 0, 30, 10));
        assertThat(shop.members.of(RUN, new CustomerSpan(ANNA, CY))).isEqualTo(Map.of(ANNA, "s2", BOB, "s1"));
        assertThat(shop.members.of(RUN, CustomerSpan.only(DEE))).isEqualTo(Map.of(DEE, "s1"));
    }

    @ParameterizedTest
    @EnumSource
    void who_moves_takes_their_sales_and_value_along(Databases databases) {
        Shop shop = new Shop(databases.fresh()).with(ANNA, new Change(ONE, TWO, 100, 130, 10));
        assertThat(shop.told())
                .isEqualTo(
                        Map.of("s1", "1 customers, 200 sold, 10 expected", "s2", "2 customers, 180 sold, 20 expected"));
        assertThat(shop.members.of(RUN, ALL)).isEqualTo(Map.of(ANNA, "s2", BOB, "s1", CY, "s2"));
        assertThat(shop.members.placed(RUN, ALL)).isEqualTo(Map.of(ANNA, "s1", BOB, "s1", CY, "s2"));
    }

    @ParameterizedTest
    @EnumSource
    void the_last_change_of_a_customer_counts(Databases databases) {
        Shop shop = new Shop(databases.fresh())
                .with(ANNA, new Change(ONE, TWO, 100, 130, 10))
                .with(ANNA, new Change(ONE, ONE, 100, 170, 10));
        assertThat(shop.told())
                .isEqualTo(
                        Map.of("s1", "2 customers, 370 sold, 20 expected", "s2", "1 customers, 50 sold, 10 expected"));
    }

    @ParameterizedTest
    @EnumSource
    void a_first_purchase_brings_a_customer_in_and_a_cancelled_one_takes_them_out(Databases databases) {
        Shop shop = new Shop(databases.fresh())
                .with(DEE, new Change(Optional.empty(), TWO, 0, 40, 0))
                .with(BOB, new Change(ONE, Optional.empty(), 200, 0, 10));
        assertThat(shop.told())
                .isEqualTo(
                        Map.of("s1", "1 customers, 100 sold, 10 expected", "s2", "2 customers, 90 sold, 10 expected"));
        assertThat(shop.members.of(RUN, ALL)).isEqualTo(Map.of(ANNA, "s1", CY, "s2", DEE, "s2"));
    }

    @ParameterizedTest
    @EnumSource
    void the_sizes_that_are_kept_are_those_that_one_counts(Databases databases) {
        Shop shop = new Shop(databases.fresh())
                .with(ANNA, new Change(ONE, TWO, 100, 130, 10))
                .with(DEE, new Change(Optional.empty(), ONE, 0, 40, 0))
                .with(CY, new Change(TWO, ONE, 50, 60, 10))
                .with(ANNA, new Change(ONE, ONE, 100, 150, 10))
                .with(CY, new Change(TWO, TWO, 50, 60, 10));
        assertThat(shop.sizes()).isEqualTo(Map.of("s1", 3L, "s2", 1L)).isEqualTo(shop.counted());
    }

    @ParameterizedTest
    @EnumSource
    void a_move_since_the_run_is_the_last_one_on_a_customers_way(Databases databases) {
        Shop shop = new Shop(databases.fresh()).with(ANNA, new Change(ONE, TWO, 100, 130, 10));
        MoveRows moves = new MoveRows(shop.tables);
        Move move = new Move(Buyers.MONDAY, "s1", "s2", Optional.of("recency"));
        assertThat(moves.path(RUN, ANNA)).containsExactly(move);
        shop.changes.clearAllBut(new Run(4, Buyers.MONDAY));
        assertThat(moves.path(RUN, ANNA)).isEmpty();
    }
}
