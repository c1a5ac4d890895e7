package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import perennial.decisions.RuleReviews.Review;
import perennial.decisions.RuleReviews.Trial;
import perennial.ruleengine.RuleBook;
import perennial.rules.RuleSource;
import perennial.rules.ShippedRules;

class ExaminationTest {
    private static final String RULE =
            "rule \"%s a test\"\nwhen CustomerSnapshot(%s)\nthen decisions.keepFullPrice(); end\n";

    private static Review review(String rules, String scenarios) {
        return Examination.of(RuleBook.compile(
                List.of(new RuleSource("pricing/test.drl", rules), new RuleSource("pricing/test.yaml", scenarios))));
    }

    @Test
    void the_rules_of_the_product_come_out_as_their_scenarios_say_and_are_held_in_place() {
        Review review = Examination.of(RuleBook.compile(ShippedRules.sources()));
        assertThat(review.trials()).hasSizeGreaterThan(30).allMatch(Trial::holds);
        assertThat(review.cover()).allMatch(cover -> cover.isFull());
        assertThat(review.isComplete()).isTrue();
    }

    @Test
    void a_changed_threshold_shows_in_the_scenarios_of_the_same_book() {
        List<RuleSource> sources = new ArrayList<>(ShippedRules.sources());
        sources.replaceAll(source -> new RuleSource(
                source.path(),
                source.text().replace("OVERSTOCK_DAYS:\n  {value: 120", "OVERSTOCK_DAYS:\n  {value: 150")));
        Review review = Examination.of(RuleBook.compile(sources));
        assertThat(review.failed()).isNotEmpty().allSatisfy(trial -> {
            assertThat(trial.file()).isEqualTo("pricing/clearance.yaml");
            assertThat(trial.failures())
                    .isNotEmpty()
                    .allSatisfy(failure -> assertThat(failure.chinese()).isNotEqualTo(failure.english()));
        });
    }

    @Test
    void a_rule_that_never_fires_is_told_with_its_line_and_a_customer_in_major_units() {
        Review review = review(RULE.formatted("XX-01", "spend > 5000, orders > 3, orders < 2"), "[]");
        assertThat(review.findings()).first().satisfies(finding -> {
            assertThat(finding.flaw()).isEqualTo("unreachable");
            assertThat(finding.first().code()).isEqualTo("XX-01");
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.example()).containsKeys("spend", "orders");
            assertThat(finding.example().get("spend")).contains(".");
        });
    }

    @Test
    void what_no_scenario_would_notice_is_told_rule_by_rule() {
        Review review = review(
                RULE.formatted("XX-01", "orders >= 3"),
                "- scenario: three orders\n  given: {orders: 3}\n  fired: [XX-01]\n");
        assertThat(review.trials()).singleElement().matches(Trial::holds);
        assertThat(review.cover()).singleElement().satisfies(cover -> {
            assertThat(cover.firedBy()).containsExactly("three orders");
            assertThat(cover.keptBy()).isEmpty();
            assertThat(cover.boundaries()).isEqualTo(1);
            assertThat(cover.tested()).isZero();
            assertThat(cover.untested()).hasSize(2);
        });
    }
}
