package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Text;

/**
 * How well scenarios hold the rules of a book in place. A rule is covered when a scenario fires it and another customer
 * keeps it from firing; a boundary is covered when some scenario would fail if it stood one step higher, and some if it
 * stood one step lower.
 *
 * @param rules in the order of the book
 */
public record Coverage(List<Cover> rules) {

    public Coverage {
        rules = List.copyOf(rules);
    }

    /** How well scenarios hold the rules of a compiled book. */
    public static Coverage of(RuleBook book, List<Scenario> scenarios) {
        List<Probe> probes = scenarios.stream().map(Probe::of).toList();
        return new Coverage(book.sentences().stream()
                .map(sentence -> cover(sentence, probes))
                .toList());
    }

    /** Whether every rule and every boundary is covered. */
    public boolean full() {
        return rules.stream().allMatch(Cover::full);
    }

    /** What is not covered, in words; empty when {@link #full}. */
    public List<Text> untested() {
        return rules.stream().flatMap(cover -> cover.untested().stream()).toList();
    }

    /**
     * How well one rule is held.
     *
     * @param firedBy names of the scenarios that say that it fires
     * @param keptBy names of the scenarios with a customer for whom it must not fire
     */
    public record Cover(Rule rule, List<String> firedBy, List<String> keptBy, List<Boundary> boundaries) {

        public Cover {
            firedBy = List.copyOf(firedBy);
            keptBy = List.copyOf(keptBy);
            boundaries = List.copyOf(boundaries);
        }

        public boolean full() {
            return untested().isEmpty();
        }

        /** What is not covered, in words; empty when {@link #full}. */
        public List<Text> untested() {
            List<Text> untested = new ArrayList<>();
            if (firedBy.isEmpty()) {
                untested.add(Messages.text("untested.fired", rule.code()));
            }
            if (keptBy.isEmpty()) {
                untested.add(Messages.text("untested.kept", rule.code()));
            }
            for (Boundary boundary : boundaries) {
                if (!boundary.heldAbove()) {
                    untested.add(boundary.told("untested.above", rule));
                }
                if (!boundary.heldBelow()) {
                    untested.add(boundary.told("untested.below", rule));
                }
            }
            return untested;
        }
    }

    /**
     * A comparison of a number.
     *
     * @param line where it stands, from 1
     * @param column where it stands, from 1
     * @param condition as written, such as {@code silence >= GONE_SILENT}
     * @param step by how much it was moved
     * @param heldAbove whether a scenario would fail if it stood one step higher
     * @param heldBelow whether a scenario would fail if it stood one step lower
     */
    public record Boundary(int line, int column, String condition, double step, boolean heldAbove, boolean heldBelow) {

        public boolean tested() {
            return heldAbove && heldBelow;
        }

        private Text told(String key, Rule rule) {
            return Messages.text(key, rule.code(), "" + line, condition, Numbers.shown(step));
        }
    }

    /** A scenario with its customers worked out, so that a moved boundary is tried without firing anything. */
    private record Probe(Scenario scenario, CustomerSnapshot customer, List<CustomerSnapshot> changed) {

        static Probe of(Scenario scenario) {
            return new Probe(
                    scenario,
                    scenario.customer(Map.of()),
                    scenario.unless().stream().map(scenario::customer).toList());
        }

        boolean fires(Rule rule) {
            return scenario.fired().contains(rule.code());
        }

        boolean keeps(Rule rule) {
            return scenario.not().contains(rule.code()) || (fires(rule) && !changed.isEmpty());
        }

        /** Whether the scenario, by what it says of the rule, holds with these conditions. */
        boolean holds(Rule rule, Truth truth) {
            if (fires(rule)) {
                return truth.of(customer) && changed.stream().noneMatch(truth::of);
            }
            return !scenario.not().contains(rule.code()) || !truth.of(customer);
        }
    }

    private static Cover cover(Sentence sentence, List<Probe> probes) {
        Rule rule = sentence.rule();
        List<Probe> about = probes.stream()
                .filter(probe -> probe.fires(rule) || probe.keeps(rule))
                .toList();
        return new Cover(
                rule,
                names(about.stream().filter(probe -> probe.fires(rule)).toList()),
                names(about.stream().filter(probe -> probe.keeps(rule)).toList()),
                Boundaries.of(sentence.when()).stream()
                        .map(comparison -> boundary(sentence, comparison, about))
                        .toList());
    }

    private static List<String> names(List<Probe> probes) {
        return probes.stream().map(probe -> probe.scenario().name()).toList();
    }

    private static Boundary boundary(Sentence sentence, Condition.Comparison comparison, List<Probe> about) {
        double step = Boundaries.step(comparison.left());
        return new Boundary(
                comparison.at().line(),
                comparison.at().column(),
                Written.of(comparison),
                step,
                held(sentence, about, comparison, step),
                held(sentence, about, comparison, -step));
    }

    private static boolean held(Sentence sentence, List<Probe> about, Condition.Comparison comparison, double moved) {
        Truth truth = Truth.moved(sentence.when(), comparison, moved);
        return about.stream().anyMatch(probe -> !probe.holds(sentence.rule(), truth));
    }
}
