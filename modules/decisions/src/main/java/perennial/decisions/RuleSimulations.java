package perennial.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.ConflictException;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.Words;

/**
 * What a version of the rules would decide, beside what the rules in force decide: for the whole base as a run found it,
 * by the very path of the weekly run, without anything kept but the figures.
 */
public interface RuleSimulations {
    /**
     * Begins one in the background, in the place of the last one of that version.
     *
     * @param run whose features, scores and segments count
     * @throws UnknownRuleVersionException if there is none of that number
     * @throws ConflictException if one of that version is at work
     */
    void start(long version, Run run, String actor);

    /** The last one of a version; empty where there was none, or its run is too old. */
    Optional<Simulation> last(long version);

    enum Status {
        RUNNING,
        COMPLETED,
        FAILED
    }

    /**
     * @param total how many customers there are to look at; 0 while that is not known
     * @param failure why; empty unless it failed
     * @param findings empty unless it is completed
     */
    record Simulation(
            long version,
            Run run,
            Status status,
            long done,
            long total,
            Instant started,
            String actor,
            Optional<Words> failure,
            Optional<Findings> findings) {}

    /** A count by the rules in force, and by the version. */
    record Pair(long live, long draft) {
        public static final Pair NONE = new Pair(0, 0);

        public Pair plus(boolean isLive, long more) {
            return isLive ? new Pair(live + more, draft) : new Pair(live, draft + more);
        }

        public long change() {
            return draft - live;
        }
    }

    /**
     * @param live what the rules in force are called
     * @param draft what the version is called
     * @param customers who were looked at
     * @param changed customers for whom something else would be decided
     * @param gained those of them for whom nothing is decided now
     * @param lost those of them for whom nothing would be decided any more
     * @param kinds decisions by kind
     * @param rules by name, each that either of the two has
     * @param dropped proposals that did not become decisions, by cause: contact-cap, no-consent, holdout, ...
     * @param liveMoney of all decisions by the rules in force
     * @param draftMoney of all decisions by the version
     * @param examples some of the customers for whom something else would be decided
     */
    record Findings(
            String live,
            String draft,
            long customers,
            long changed,
            long gained,
            long lost,
            Map<String, Pair> kinds,
            List<RuleFinding> rules,
            Map<String, Pair> dropped,
            Purse liveMoney,
            Purse draftMoney,
            List<Example> examples) {

        /** The rules of the version that fire for nobody. */
        public List<String> neverFired() {
            return rules.stream()
                    .filter(rule -> rule.isInDraft() && rule.fired().draft() == 0)
                    .map(RuleFinding::rule)
                    .toList();
        }
    }

    /**
     * @param fired for how many customers
     * @param decided how many decisions name it first
     * @param isInDraft whether the version has it
     * @param money of the decisions of the version that name it first
     */
    record RuleFinding(String rule, Pair fired, Pair decided, boolean isInDraft, Purse money) {}

    /**
     * What decisions are expected to cost and to bring.
     *
     * @param decisions how many
     * @param cost of contacts, and of discounts for who would have ordered anyway
     * @param gain margin of the orders that they add, of those whose effect is known; empty where that is none
     * @param unknown how many decisions have no effect in the table: they count with their contacts alone
     */
    record Purse(long decisions, Money cost, Optional<Gain> gain, long unknown) {}

    /** @param source experiment if every effect behind it was measured, else assumed */
    record Gain(Money expected, Money lower, Money upper, RuleEffects.Source source) {}

    /** What one customer gets now, and would get. */
    record Example(CustomerId customer, List<Told> live, List<Told> draft) {}

    /** @param action as in {@link Decisions.Decision} */
    record Told(String kind, Map<String, String> action, Words reason) {}
}
