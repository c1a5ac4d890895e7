package perennial.overview.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Run;
import perennial.migrations.Databases;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;
import perennial.overview.jpa.CustomerRows.StoredRow;

class CustomerListTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");
    private static final Run FIRST = new Run(1, MONDAY);
    private static final Run SECOND = new Run(2, MONDAY);
    private static final Run THIRD = new Run(3, MONDAY);

    private static StoredRow row(String id, Stage stage, String segment, long value, String... words) {
        return new StoredRow(
                new CustomerId(id),
                stage,
                Optional.of(segment),
                Optional.empty(),
                Optional.empty(),
                Optional.of(value),
                1,
                100,
                OptionalDouble.of(3),
                0,
                Set.of(words));
    }

    private static CustomerRows shop(Databases database) {
        CustomerRows rows = new CustomerRows(database.fresh());
        rows.add(
                FIRST,
                List.of(
                        row("100%", Stage.ACTIVE, "s1", 10, "anna", "anna li", "li", "anna@example.org"),
                        row("1001", Stage.ACTIVE, "s2", 10, "bert"),
                        row("1002", Stage.CHURNED, "s1", 30, "o'neil", "annabel"),
                        row("2001", Stage.ACTIVE, "s1", 20)));
        return rows;
    }

    private static CustomerQuery query(String q, String stage, String segment, String sort, int limit) {
        return CustomerQuery.of(given(q), given(stage), given(segment), sort, Optional.empty(), limit);
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static List<String> ids(CustomerRows rows, CustomerQuery query) {
        return ids(rows.page(query, Cursor.start(1, 0), EURO, Map.of()));
    }

    private static List<String> ids(Overview.Page page) {
        return page.items().stream().map(row -> row.id().value()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_search_finds_by_the_beginning_of_an_id_of_a_name_and_of_an_e_mail(Databases database) {
        CustomerRows rows = shop(database);
        assertThat(ids(rows, query("100", "", "", "id", 10))).containsExactlyInAnyOrder("100%", "1001", "1002");
        assertThat(ids(rows, query("Anna", "", "", "id", 10))).containsExactlyInAnyOrder("100%", "1002");
        assertThat(ids(rows, query("anna@", "", "", "id", 10))).containsExactly("100%");
        assertThat(ids(rows, query("LI", "", "", "id", 10))).containsExactly("100%");
        assertThat(ids(rows, query("nna", "", "", "id", 10))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void signs_of_sql_in_a_search_are_signs_and_nothing_else(Databases database) {
        CustomerRows rows = shop(database);
        assertThat(ids(rows, query("100%", "", "", "id", 10))).containsExactly("100%");
        assertThat(ids(rows, query("_00", "", "", "id", 10))).isEmpty();
        assertThat(ids(rows, query("o'neil", "", "", "id", 10))).containsExactly("1002");
        assertThat(ids(rows, query("' or 1=1 --", "", "", "id", 10))).isEmpty();
        assertThat(ids(rows, query("", "", "' or 1=1 --", "id", 10))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void filters_hold_together(Databases database) {
        CustomerRows rows = shop(database);
        assertThat(ids(rows, query("", "active", "s1", "-value", 10))).containsExactly("2001", "100%");
        assertThat(ids(rows, query("anna", "active", "s1", "-value", 10))).containsExactly("100%");
        assertThat(ids(rows, query("anna", "active", "s2", "-value", 10))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_list_begun_under_one_run_is_of_that_run_to_its_end_whatever_runs_follow(Databases database) {
        CustomerRows rows = shop(database);
        List<String> seen = new ArrayList<>();
        CustomerQuery query = query("", "", "", "-value", 1);
        Overview.Page page = rows.page(query, Cursor.start(1, 0), EURO, Map.of());
        rows.add(SECOND, List.of(row("9999", Stage.ACTIVE, "s1", 99)));
        rows.forgetAllBut(SECOND);
        while (true) {
            seen.addAll(ids(page));
            if (page.next().isEmpty()) {
                break;
            }
            page = rows.page(query, Cursor.parse(page.next().get(), query), EURO, Map.of());
        }
        assertThat(seen)
                .hasSize(4)
                .doesNotHaveDuplicates()
                .startsWith("1002", "2001")
                .doesNotContain("9999");
        rows.add(THIRD, List.of(row("9999", Stage.ACTIVE, "s1", 99, "zoe")));
        rows.forgetAllBut(THIRD);
        assertThat(rows.holds(1)).isFalse();
        assertThat(ids(rows, query("anna", "", "", "id", 10))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_cursor_does_not_go_on_in_a_list_with_other_filters(Databases database) {
        String cursor = shop(database)
                .page(query("", "active", "", "id", 1), Cursor.start(1, 0), EURO, Map.of())
                .next()
                .orElseThrow();
        assertThatThrownBy(() -> Cursor.parse(cursor, query("", "churned", "", "id", 1)))
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @EnumSource
    void customers_are_listed_in_the_segments_that_they_were_put_into_last(Databases database) {
        DataSource source = database.fresh();
        CustomerRows rows = new CustomerRows(source);
        rows.add(FIRST, List.of(row("1", Stage.ACTIVE, "s1", 10), row("2", Stage.ACTIVE, "s1", 20)));
        rows.add(SECOND, List.of(row("1", Stage.ACTIVE, "s1", 10), row("2", Stage.ACTIVE, "s1", 20)));
        new RowSegments(source).replace(FIRST, some -> Map.of(new CustomerId("2"), "s3"));
        assertThat(ids(rows, query("", "", "s3", "id", 10))).containsExactly("2");
        assertThat(ids(rows, query("", "", "s1", "id", 10))).isEmpty();
        assertThat(ids(rows.page(query("", "", "s1", "id", 10), Cursor.start(2, 0), EURO, Map.of())))
                .containsExactly("1", "2");
    }
}
