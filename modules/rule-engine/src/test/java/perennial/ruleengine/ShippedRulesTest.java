package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import perennial.ruleengine.Analysis.Flaw;
import perennial.rules.Kind;
import perennial.rules.RuleSource;
import perennial.rules.ShippedRules;
import perennial.rules.Text;

class ShippedRulesTest {
    /** More than the number of evaluations after which Drools replaces an interpreted condition by a compiled one. */
    private static final int OFTEN = 30;

    private static final List<Scenario> SCENARIOS = ShippedRules.scenarios().stream()
            .flatMap(file -> Scenario.read(file).stream())
            .toList();
    private static final RuleBook BOOK = RuleBook.compile(ShippedRules.sources());

    @Test
    void every_scenario_holds_before_and_after_conditions_are_compiled_to_bytecode() {
        for (int i = 0; i < OFTEN; i++) {
            assertThat(SCENARIOS).flatMap(scenario -> scenario.failures(BOOK)).isEmpty();
        }
    }

    @Test
    void every_rule_is_fired_by_a_scenario_and_kept_from_firing_by_a_change() {
        Set<String> fired = new HashSet<>();
        Set<String> kept = new HashSet<>();
        for (Scenario scenario : SCENARIOS) {
            fired.addAll(scenario.fired());
            if (!scenario.unless().isEmpty()) {
                kept.addAll(scenario.fired());
            }
        }
        assertThat(BOOK.rules()).extracting(Rule::code).isSubsetOf(fired).isSubsetOf(kept);
    }

    @Test
    void every_kind_of_decision_comes_out_of_a_scenario() {
        assertThat(SCENARIOS.stream().flatMap(scenario -> scenario.expect().stream()))
                .contains(List.of(Kind.values()).stream()
                        .filter(kind -> kind != Kind.QUIET)
                        .map(Kind::name)
                        .toArray(String[]::new));
    }

    @Test
    void every_rule_has_an_owner_a_purpose_and_reasons_in_both_languages() {
        assertThat(BOOK.rules()).allSatisfy(rule -> {
            assertThat(rule.owner()).isNotBlank();
            assertThat(rule.purpose().en())
                    .isNotBlank()
                    .isNotEqualTo(rule.purpose().zh());
            assertThat(rule.title().zh()).isNotEqualTo(rule.title().en());
            assertThat(rule.reason().zh()).isNotEqualTo(rule.reason().en());
        });
    }

    @Test
    void every_named_number_is_used_by_a_rule() {
        List<RuleSource> sources = ShippedRules.sources();
        Parameters parameters = RuleGuard.understand(sources).parameters();
        String rules = String.join(
                "",
                sources.stream()
                        .filter(source -> source.path().endsWith(".drl"))
                        .map(RuleSource::text)
                        .toList());
        assertThat(parameters.all().keySet())
                .allSatisfy(name -> assertThat(rules).containsPattern("\\b" + name + "\\b"));
    }

    @Test
    void no_rule_hides_a_number() {
        assertThat(RuleGuard.understand(ShippedRules.sources()).sentences()).allSatisfy(sentence -> {
            assertThat(sentence.whenWritten()).noneMatch(token -> token.matches("-?[0-9].*") && !token.matches("[01]"));
            assertThat(sentence.thenWritten()).noneMatch(token -> token.matches("-?[0-9].*"));
        });
    }

    @Test
    void every_rule_and_every_boundary_is_covered_by_scenarios() {
        Coverage coverage = Coverage.of(BOOK, SCENARIOS);
        assertThat(coverage.untested()).extracting(Text::en).isEmpty();
        assertThat(coverage.full()).isTrue();
    }

    @Test
    void no_rule_is_without_effect_and_none_opposes_another_but_those_that_are_there_for_it() {
        Analysis analysis = Analysis.of(BOOK);
        assertThat(analysis.complete()).isTrue();
        assertThat(analysis.findings())
                .allSatisfy(finding -> assertThat(finding.flaw()).isEqualTo(Flaw.OPPOSING));
        assertThat(analysis.findings().stream()
                        .map(finding -> finding.rules().get(0).code()))
                .containsExactlyInAnyOrder("QU-01", "QU-02", "QU-03", "MP-01", "MP-02", "MP-03", "RI-04", "RI-05");
    }

    @Test
    void the_book_is_wide() {
        assertThat(BOOK.rules()).hasSizeGreaterThanOrEqualTo(30);
    }
}
