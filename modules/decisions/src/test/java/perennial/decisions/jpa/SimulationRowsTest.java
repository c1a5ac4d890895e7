package perennial.decisions.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.decisions.RuleEffects.Source;
import perennial.decisions.RuleSimulations.Example;
import perennial.decisions.RuleSimulations.Findings;
import perennial.decisions.RuleSimulations.Gain;
import perennial.decisions.RuleSimulations.Pair;
import perennial.decisions.RuleSimulations.Purse;
import perennial.decisions.RuleSimulations.RuleFinding;
import perennial.decisions.RuleSimulations.Simulation;
import perennial.decisions.RuleSimulations.Status;
import perennial.decisions.RuleSimulations.Told;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.migrations.Databases;

class SimulationRowsTest {
    private static final Instant MONDAY = Instant.parse("2025-06-02T08:00:00Z");
    private static final Run RUN = new Run(12, MONDAY.minusSeconds(60));
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Purse BARE = new Purse(3, new Money(5, EURO), Optional.empty(), 3);
    private static final Purse FULL = new Purse(
            4,
            new Money(5, EURO),
            Optional.of(new Gain(new Money(9, EURO), new Money(4, EURO), new Money(14, EURO), Source.ASSUMED)),
            1);
    private static final Told TOLD = new Told(
            "marketing.win-back", Map.of("verb", "offerCoupon", "percent", "10"), new Words("\"gone\"", "已沉默"));
    private static final Findings FINDINGS = new Findings(
            "aaa",
            "bbb",
            100,
            3,
            2,
            1,
            Map.of("marketing.win-back", new Pair(1, 2)),
            List.of(new RuleFinding("WB-01 a rule", new Pair(3, 4), new Pair(1, 2), true, FULL)),
            Map.of("holdout", new Pair(0, 1)),
            BARE,
            FULL,
            List.of(new Example(new CustomerId("anna"), List.of(), List.of(TOLD))));

    private static SimulationRows begun(Databases database) {
        SimulationRows rows = new SimulationRows(database.fresh());
        rows.begin(7, RUN, MONDAY, "eva");
        return rows;
    }

    @ParameterizedTest
    @EnumSource
    void what_was_found_is_read_back(Databases database) {
        SimulationRows rows = begun(database);
        assertThat(rows.progress(7, MONDAY, 50, 100, MONDAY.plusSeconds(1))).isTrue();
        rows.complete(7, MONDAY, FINDINGS);
        assertThat(rows.last(7, MONDAY))
                .contains(new Simulation(
                        7, RUN, Status.COMPLETED, 50, 100, MONDAY, "eva", Optional.empty(), Optional.of(FINDINGS)));
        rows.forgetBefore(13);
        assertThat(rows.last(7, MONDAY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void one_that_is_not_heard_of_any_more_was_interrupted(Databases database) {
        SimulationRows rows = begun(database);
        assertThat(rows.last(7, MONDAY).orElseThrow().status()).isEqualTo(Status.RUNNING);
        Simulation silent = rows.last(7, MONDAY.plusSeconds(1)).orElseThrow();
        assertThat(silent.status()).isEqualTo(Status.FAILED);
        assertThat(silent.failure().orElseThrow().english()).contains("simulate again");
    }

    @ParameterizedTest
    @EnumSource
    void one_whose_place_another_took_learns_it(Databases database) {
        SimulationRows rows = begun(database);
        rows.begin(7, RUN, MONDAY.plusSeconds(5), "eva");
        assertThat(rows.progress(7, MONDAY, 50, 100, MONDAY)).isFalse();
        rows.fail(7, MONDAY.plusSeconds(5), new Words("it broke off", "中断"));
        assertThat(rows.last(7, MONDAY).orElseThrow().failure()).contains(new Words("it broke off", "中断"));
    }
}
