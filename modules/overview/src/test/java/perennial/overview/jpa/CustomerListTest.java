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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.migrations.Databases;
import perennial.overview.AtRisk;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;
import perennial.overview.jpa.CustomerRows.StoredRow;
import perennial.value.ValueScores.Range;

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
                risk(value),
                1,
                100,
                OptionalDouble.of(3),
                0,
                Set.of(words));
    }

    /** Half of the value, which is known but for two; of who is worth less than 15 it is not known. */
    private static Optional<AtRisk> risk(long value) {
        return Optional.of(new Money(value, EURO))
                .filter(money -> money.minor() >= 15)
                .map(money -> AtRisk.of(
                        0.5, money, Optional.of(new Range(new Money(value - 2, EURO), new Money(value + 2, EURO)))));
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
    void those_at_risk_come_from_the_most_down_with_what_is_sure_of_it_and_the_others_not_at_all(Databases database) {
        CustomerRows rows = shop(database);
        CustomerQuery query = query("", "", "", "-at_risk", 1);
        Overview.Page first = rows.page(query, Cursor.start(1, 0), EURO, Map.of());
        Overview.Page second = rows.page(query, Cursor.parse(first.next().orElseThrow(), query), EURO, Map.of());
        assertThat(ids(first)).containsExactly("1002");
        assertThat(first.items().get(0).atRisk()).isEqualTo(risk(30));
        assertThat(ids(second)).containsExactly("2001");
        assertThat(second.next()).isEmpty();
        assertThat(ids(rows, query("", "active", "s1", "at_risk", 10))).containsExactly("2001");
    }

    @Test
    void what_is_at_risk_is_the_part_of_the_value_that_may_leave_and_never_less_than_nothing() {
        Money hundred = new Money(100_00, EURO);
        Range unsure = new Range(new Money(-20_00, EURO), new Money(220_00, EURO));
        assertThat(AtRisk.of(0.25, hundred, Optional.of(unsure)))
                .isEqualTo(new AtRisk(
                        new Money(25_00, EURO), Optional.of(new Money(0, EURO)), Optional.of(new Money(55_00, EURO))));
        assertThat(AtRisk.of(0, hundred, Optional.empty()).amount().minor()).isZero();
        assertThat(AtRisk.of(1, hundred, Optional.empty()).amount()).isEqualTo(hundred);
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
