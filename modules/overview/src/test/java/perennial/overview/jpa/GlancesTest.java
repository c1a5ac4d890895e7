package perennial.overview.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.activity.Ledger.Month;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.migrations.Databases;
import perennial.overview.AtRisk;
import perennial.overview.Overview.Earlier;
import perennial.overview.Overview.ShopView;
import perennial.overview.jpa.CustomerRows.StoredRow;

class GlancesTest {
    private static final Currency POUNDS = Currency.getInstance("GBP");
    private static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");
    private static final Run FIRST = new Run(1, MONDAY);
    private static final Run SECOND = new Run(2, MONDAY.plus(Duration.ofDays(7)));

    private static ShopView seen(Run run, long active, long churned) {
        return new ShopView(
                run.asOf(),
                active + churned,
                active + churned,
                900,
                pounds(123_45),
                Map.of(Stage.ACTIVE, active, Stage.CHURNED, churned),
                Map.of("marketing.welcome", 3L),
                Optional.of(pounds(77)),
                Optional.empty(),
                List.of(new Month(YearMonth.of(2025, 5), 2, 1, pounds(50))),
                Optional.of(new Earlier(
                        run.asOf().minus(Duration.ofDays(7)),
                        Map.of(Stage.ACTIVE, active + 1, Stage.CHURNED, churned))));
    }

    private static Money pounds(long pence) {
        return new Money(pence, POUNDS);
    }

    @ParameterizedTest
    @EnumSource
    void what_a_run_saw_is_read_back_with_where_customers_stood_before(Databases database) {
        Glances glances = new Glances(database.fresh());
        glances.keep(FIRST, seen(FIRST, 10, 5));
        glances.keep(SECOND, seen(SECOND, 8, 7));
        assertThat(glances.of(FIRST, POUNDS)).contains(seen(FIRST, 10, 5));
        assertThat(glances.of(SECOND, POUNDS)).contains(seen(SECOND, 8, 7));
        assertThat(glances.of(new Run(3, MONDAY), POUNDS)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_run_done_again_replaces_what_it_saw(Databases database) {
        Glances glances = new Glances(database.fresh());
        glances.keep(FIRST, seen(FIRST, 10, 5));
        glances.keep(FIRST, seen(FIRST, 11, 4));
        assertThat(glances.of(FIRST, POUNDS)).contains(seen(FIRST, 11, 4));
    }

    @ParameterizedTest
    @EnumSource
    void value_at_risk_is_the_sum_over_those_who_have_both_a_risk_and_a_value(Databases database) {
        DataSource source = database.fresh();
        Glances glances = new Glances(source);
        assertThat(glances.atRisk(FIRST)).isEmpty();
        new CustomerRows(source)
                .add(
                        FIRST,
                        List.of(
                                row("anna", Optional.of(0.5), Optional.of(1000L)),
                                row("bert", Optional.of(0.25), Optional.of(2000L)),
                                row("carl", Optional.empty(), Optional.of(4000L)),
                                row("dora", Optional.of(0.9), Optional.empty())));
        assertThat(glances.atRisk(FIRST)).contains(1000L);
    }

    private static StoredRow row(String id, Optional<Double> churn, Optional<Long> value) {
        return new StoredRow(
                new CustomerId(id),
                Stage.ACTIVE,
                Optional.empty(),
                churn,
                Optional.empty(),
                value,
                churn.flatMap(risk -> value.map(worth -> AtRisk.of(risk, pounds(worth), Optional.empty()))),
                1,
                100,
                OptionalDouble.of(3),
                0,
                Set.of());
    }
}
