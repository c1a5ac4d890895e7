package perennial.activity.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.activity.FeatureRows.FeatureRow;
import perennial.activity.FeatureRows.Spread;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.features.RecentDays;
import perennial.analytics.features.RecentDays.Cart;
import perennial.analytics.features.RecentDays.Item;
import perennial.analytics.features.RecentDays.RecentOrder;
import perennial.analytics.features.Tastes;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.migrations.Databases;

class FeatureTableTest {
    private static final Run RUN = new Run(7, Instant.parse("2024-03-01T00:00:00Z"));
    private static final Run OTHER = new Run(8, Instant.parse("2024-03-08T00:00:00Z"));
    private static final Tastes TEA =
            new Tastes(Optional.of("drinks"), List.of("tea", "cup"), Optional.of("web"), Optional.empty(), List.of());

    private static FeatureRow row(String customer, Run run, double recency) {
        return new FeatureRow(
                Features.of(new CustomerId(customer), run.asOf(), Map.of(Feature.RECENCY, recency)),
                TEA,
                Optional.empty());
    }

    private static List<FeatureRow> all(FeatureTable table, Run run) {
        List<FeatureRow> rows = new ArrayList<>();
        table.each(run, rows::add);
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void the_table_has_a_column_for_every_feature_and_no_other(Databases databases) {
        Database database = new Database(databases.fresh());
        List<String> columns = database.with(connection -> {
            List<String> names = new ArrayList<>();
            try (ResultSet rows = connection.getMetaData().getColumns(null, null, "feature_row", null)) {
                while (rows.next()) {
                    names.add(rows.getString("COLUMN_NAME"));
                }
            }
            return names;
        });
        assertThat(columns).containsExactlyInAnyOrderElementsOf(FeatureTable.COLUMNS);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_stored_reads_the_same_by_run_and_in_the_order_of_the_customers(Databases databases) {
        FeatureTable table = new FeatureTable(new Database(databases.fresh()));
        table.add(RUN, List.of(row("b", RUN, 2), row("B", RUN, 3), row("a10", RUN, 1), row("a-1", RUN, 1)));
        table.add(OTHER, List.of(row("b", OTHER, 9)));
        assertThat(all(table, RUN))
                .extracting(row -> row.features().customer().value())
                .containsExactly("B", "a-1", "a10", "b");
        assertThat(table.of(RUN, new CustomerId("b"))).contains(row("b", RUN, 2));
        assertThat(table.of(OTHER, new CustomerId("b"))).contains(row("b", OTHER, 9));
        assertThat(table.of(RUN, new CustomerId("nobody"))).isEmpty();
        assertThat(table.of(RUN, List.of(new CustomerId("a-1"), new CustomerId("nobody"), new CustomerId("b"))))
                .isEqualTo(Map.of(
                        new CustomerId("a-1"), row("a-1", RUN, 1),
                        new CustomerId("b"), row("b", RUN, 2)));
    }

    @ParameterizedTest
    @EnumSource
    void recent_days_are_kept_whole_in_part_and_not_at_all(Databases databases) {
        Instant then = RUN.asOf().minusSeconds(60);
        RecentDays eventful = new RecentDays(
                Optional.of(new RecentOrder(12_300, 2, 3, Optional.of(false))),
                Optional.of(new Cart(then, List.of(new Item("tea", 1.5), new Item("cup", 2)))),
                Optional.of(then));
        RecentDays quiet = new RecentDays(
                Optional.of(new RecentOrder(0, 1, 1, Optional.empty())), Optional.empty(), Optional.empty());
        RecentDays still = new RecentDays(Optional.empty(), Optional.empty(), Optional.empty());
        List<FeatureRow> rows = List.of(
                row("a", RUN, 1).with(eventful),
                row("b", RUN, 2).with(quiet),
                row("c", RUN, 3).with(still),
                row("from before", RUN, 4));
        FeatureTable table = new FeatureTable(new Database(databases.fresh()));
        table.add(RUN, rows);
        assertThat(all(table, RUN)).isEqualTo(rows);
    }

    @ParameterizedTest
    @EnumSource
    void a_run_that_is_done_again_replaces_its_own_rows_only(Databases databases) {
        FeatureTable table = new FeatureTable(new Database(databases.fresh()));
        table.add(RUN, List.of(row("a", RUN, 2), row("b", RUN, 2)));
        table.add(OTHER, List.of(row("a", OTHER, 9)));
        table.delete(RUN);
        table.add(RUN, List.of(row("a", RUN, 4)));
        assertThat(all(table, RUN)).containsExactly(row("a", RUN, 4));
        assertThat(all(table, OTHER)).containsExactly(row("a", OTHER, 9));
    }

    @ParameterizedTest
    @EnumSource
    void a_pass_goes_on_where_a_range_ends(Databases databases) {
        FeatureTable table = new FeatureTable(new Database(databases.fresh()));
        List<FeatureRow> rows = new ArrayList<>();
        for (int i = 0; i < FeatureTable.TOGETHER + 1; i++) {
            rows.add(row("c" + (10_000 + i), RUN, i));
        }
        table.add(RUN, rows);
        assertThat(all(table, RUN)).isEqualTo(rows);
    }

    @ParameterizedTest
    @EnumSource
    void a_spread_is_that_of_the_runs_own_rows_and_of_what_is_known(Databases databases) {
        Database database = new Database(databases.fresh());
        FeatureTable table = new FeatureTable(database);
        FeatureSpreads spreads = new FeatureSpreads(database);
        table.add(RUN, List.of(row("a", RUN, 0), row("b", RUN, 10), row("c", RUN, 40)));
        table.add(OTHER, List.of(row("a", OTHER, 99)));
        spreads.renew(RUN);
        spreads.renew(RUN);
        assertThat(spreads.of(RUN)).isEqualTo(Map.of(Feature.RECENCY, new Spread(3, 2, 10, 34)));
        assertThat(spreads.of(OTHER)).isEmpty();
    }
}
