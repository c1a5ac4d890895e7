package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.rules.RuleSource;

class CoverageTest {
    private static final RuleBook BOOK = A.book("orders >= 3, churnProbability < 0.5", "decisions.keepFullPrice();");

    @Test
    void scenarios_at_both_sides_of_each_boundary_cover_a_rule() {
        Coverage coverage = coverage("""
                - scenario: regular and secure
                  given: {orders: 3, churnProbability: 0.49}
                  fired: [TE-01]
                  unless: [{orders: 2}, {churnProbability: 0.5}]
                """);
        assertThat(coverage.full()).isTrue();
        assertThat(coverage.rules()).singleElement().satisfies(cover -> {
            assertThat(cover.firedBy()).containsExactly("regular and secure");
            assertThat(cover.boundaries())
                    .extracting(Coverage.Boundary::condition)
                    .containsExactly("orders >= 3", "churnProbability < 0.5");
        });
    }

    @Test
    void a_boundary_that_no_scenario_stands_at_is_told_with_its_side() {
        Coverage coverage = coverage("""
                - scenario: far from both
                  given: {orders: 9, churnProbability: 0.1}
                  fired: [TE-01]
                - scenario: another who must not
                  given: {orders: 2, churnProbability: 0.1}
                  not: [TE-01]
                """);
        assertThat(coverage.untested())
                .extracting(text -> text.in(Locale.ENGLISH))
                .containsExactly(
                        "TE-01, line 1: all scenarios hold as well with orders >= 3 moved up by 1",
                        "TE-01, line 1: all scenarios hold as well with churnProbability < 0.5 moved up by 0.01",
                        "TE-01, line 1: all scenarios hold as well with churnProbability < 0.5 moved down by 0.01");
        assertThat(coverage.untested()).allSatisfy(text -> assertThat(text.zh()).contains("情景"));
    }

    @Test
    void a_rule_without_scenarios_is_not_covered() {
        assertThat(Coverage.of(BOOK, List.of()).untested()).hasSize(6);
    }

    @Test
    void a_comparison_of_two_attributes_has_a_boundary_too() {
        RuleBook book = A.book("spend > averageOrder", "decisions.keepFullPrice();");
        String scenario =
                "[{scenario: s, given: {spend: 5001, averageOrder: 5000}, fired: [TE-01], unless: [{spend: 5000}]}]";
        assertThat(Coverage.of(book, Scenario.read(new RuleSource("s.yaml", scenario)))
                        .full())
                .isTrue();
    }

    @Test
    void a_rule_missed_by_one_condition_says_what_was_asked_and_what_is_so() {
        assertThat(BOOK.nearMisses(A.customer(Map.of("orders", 3, "churnProbability", 0.6))))
                .singleElement()
                .satisfies(miss -> {
                    assertThat(miss.rule().code()).isEqualTo("TE-01");
                    assertThat(miss.missed().line()).isEqualTo(1);
                    assertThat(miss.missed().condition()).isEqualTo("churnProbability < 0.5");
                    assertThat(miss.missed().asked().en()).isEqualTo("probability of having left: less than 50 %");
                    assertThat(miss.missed().asked().zh()).isEqualTo("流失概率：小于 50%");
                    assertThat(miss.message().en()).contains("probability of having left: 60 %");
                });
        assertThat(BOOK.nearMisses(A.customer(Map.of("orders", 3))))
                .singleElement()
                .satisfies(miss -> assertThat(miss.message().zh()).contains("未知"));
        assertThat(BOOK.nearMisses(A.customer(Map.of("orders", 3, "churnProbability", 0.4))))
                .isEmpty();
        assertThat(BOOK.nearMisses(A.customer(Map.of("orders", 2)))).isEmpty();
    }

    @Test
    void a_rule_that_fires_says_what_each_of_its_conditions_rests_on() {
        assertThat(BOOK.matches(A.customer(Map.of("orders", 3, "churnProbability", 0.4))))
                .singleElement()
                .satisfies(match -> {
                    assertThat(match.rule().code()).isEqualTo("TE-01");
                    assertThat(match.grounds())
                            .extracting(ground -> ground.values().en())
                            .containsExactly("orders placed so far: 3", "probability of having left: 40 %");
                });
        assertThat(BOOK.matches(A.customer(Map.of("orders", 2)))).isEmpty();
    }

    private static Coverage coverage(String scenarios) {
        return Coverage.of(BOOK, Scenario.read(new RuleSource("scenarios.yaml", scenarios)));
    }
}
