package perennial.decisions;

import java.util.List;
import java.util.Map;
import perennial.kernel.Words;

/** What can be said of a version's rules before any customer of the shop is asked: flaws, examples, and their gaps. */
public interface RuleReviews {
    /**
     * Looks at the rules of a version, none of them stopped. The first look at a version compiles it.
     *
     * @throws UnknownRuleVersionException if there is none of that number
     */
    Review of(long version);

    /**
     * @param findings by flaw, file and line
     * @param isComplete whether everything was settled within the effort allowed
     * @param trials of all scenarios, by file
     * @param cover how well the scenarios hold each rule, in the order of the files
     */
    record Review(List<Finding> findings, boolean isComplete, List<Trial> trials, List<Cover> cover) {
        public Review {
            findings = List.copyOf(findings);
            trials = List.copyOf(trials);
            cover = List.copyOf(cover);
        }

        /** Those that did not come out as they say. */
        public List<Trial> failed() {
            return trials.stream().filter(trial -> !trial.holds()).toList();
        }
    }

    /** @param code such as WB-03 */
    record Place(String code, String file, int line) {}

    /**
     * Something questionable, which keeps nothing from living.
     *
     * @param flaw unreachable, duplicate, shadowed, contradictory, opposing or gap
     * @param label what people call it
     * @param rules the one to look at first, then those beside it
     * @param line of the first rule's file: the condition that keeps it from firing, else the rule
     * @param example a customer for whom it matters, by what the rules ask; amounts are in major units, and what is not
     *     known of the customer is not in it
     */
    record Finding(String flaw, Words label, List<Place> rules, int line, Words message, Map<String, String> example) {
        public Place first() {
            return rules.get(0);
        }
    }

    /** @param failures what came out otherwise than the scenario says; empty when it holds */
    record Trial(String file, String scenario, List<Words> failures) {
        public boolean holds() {
            return failures.isEmpty();
        }
    }

    /**
     * @param firedBy names of the scenarios that say that it fires
     * @param keptBy names of the scenarios with a customer for whom it must not fire
     * @param boundaries comparisons of numbers
     * @param tested those that a scenario holds in place, a step up and a step down
     * @param untested what no scenario would notice, in words
     */
    record Cover(
            Place rule, List<String> firedBy, List<String> keptBy, int boundaries, int tested, List<Words> untested) {
        public boolean isFull() {
            return untested.isEmpty();
        }
    }
}
