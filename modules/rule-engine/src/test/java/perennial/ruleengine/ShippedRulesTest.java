package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import perennial.rules.Kind;
import perennial.rules.RuleSource;
import perennial.rules.ShippedRules;
import perennial.rules.Unit;

class ShippedRulesTest {
    /** More than the number of evaluations after which Drools replaces an interpreted condition by a compiled one. */
    private static final int OFTEN = 30;

    /** Smaller than what parts the rows on either side of a threshold. */
    private static final Map<Unit, BigDecimal> STEPS = Map.of(
            Unit.COUNT,
            BigDecimal.ONE,
            Unit.DAYS,
            BigDecimal.ONE,
            Unit.RATIO,
            new BigDecimal("0.1"),
            Unit.SHARE,
            new BigDecimal("0.01"));

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
                .contains(List.of(Kind.values()).stream().map(Kind::name).toArray(String[]::new));
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
    void every_threshold_is_held_from_both_sides_by_scenarios() {
        Parameters parameters = RuleGuard.understand(ShippedRules.sources()).parameters();
        List<String> notHeld = new ArrayList<>();
        for (Parameter parameter : parameters.all().values()) {
            if (parameter.unit() != Unit.PERCENT) {
                BigDecimal step = STEPS.get(parameter.unit());
                for (BigDecimal moved :
                        List.of(parameter.value().add(step), parameter.value().subtract(step))) {
                    if (scenariosHold(with(parameter, moved))) {
                        notHeld.add(parameter.name() + " at " + moved);
                    }
                }
            }
        }
        assertThat(notHeld).isEmpty();
    }

    private static List<RuleSource> with(Parameter parameter, BigDecimal moved) {
        String pattern = "(?s)\\b" + parameter.name() + ":\\s*\\{value: [^,]*, unit: (\\w+), min: [^,]*, max: [^,]*,";
        String changed = parameter.name() + ": {value: " + moved + ", unit: $1, min: -9999, max: 9999,";
        return ShippedRules.sources().stream()
                .filter(source -> source.text().contains(parameter.name())
                        || source.path().endsWith(".yaml"))
                .map(source -> new RuleSource(source.path(), source.text().replaceAll(pattern, changed)))
                .toList();
    }

    /** By the tree in plain Java, which {@link DroolsAgreesTest} holds equal to Drools. */
    private static boolean scenariosHold(List<RuleSource> sources) {
        RuleGuard.Understanding understood = RuleGuard.understand(sources);
        assertThat(understood.problems()).isEmpty();
        Map<String, Condition> conditions = understood.sentences().stream()
                .collect(Collectors.toMap(sentence -> sentence.rule().code(), Sentence::when));
        return SCENARIOS.stream()
                .allMatch(scenario -> scenario.fired().stream()
                        .filter(conditions::containsKey)
                        .allMatch(code -> holds(scenario, Objects.requireNonNull(conditions.get(code)))));
    }

    private static boolean holds(Scenario scenario, Condition when) {
        return Truth.holds(when, scenario.customer(Map.of()).known())
                && scenario.unless().stream()
                        .noneMatch(change ->
                                Truth.holds(when, scenario.customer(change).known()));
    }
}
