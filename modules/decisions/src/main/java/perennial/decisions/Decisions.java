package perennial.decisions;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.CustomerId;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;

/** What the rules decided for the customers, with everything that led there. */
public interface Decisions {
    /** Decides for every customer as of the run. */
    void renew(Run run, Progress progress);

    /** One customer's decisions of a run. */
    List<Decision> of(Run run, CustomerId customer);

    /**
     * The decisions of a run in the order of their ids, so many at most.
     *
     * @param after only those with a higher id; 0 for the first
     */
    List<Decision> page(Run run, long after, int limit);

    /** What led to the customer's decisions, or to none; empty where no rule fired. */
    Optional<Trace> trace(Run run, CustomerId customer);

    /** Decisions by kind. */
    Map<String, Long> counts(Run run);

    /** Decisions of some customers; who has none is not in it. */
    Map<CustomerId, Long> counts(Run run, Collection<CustomerId> customers);

    /** What a kind of decision is called; the kind itself where it is none of today's. */
    Words title(String kind);

    /** A rule's sentence in both languages; as it was written where the rules in force have none of that name. */
    Words rule(String name);

    /** What people call a text among a decision's inputs, such as the code of a reason; else the text itself. */
    Words name(String text);

    /** What a fact that the rules see, or a verb that they propose, means; the word itself where it is none of today's. */
    Words meaning(String word);

    /** The version of the rules that a run used, and how often each of them fired. */
    RuleUse use(Run run);

    /**
     * @param moment weekly, or the moment of the occasion: order, cart, ...
     * @param kind marketing.win-back, pricing.loyalty-price, risk.review, ...
     * @param action what is to be done, with its arguments: verb, percent, channel, ...
     * @param rules the sentences of the rules that led to it
     * @param inputs the facts that the rules saw, by attribute; amounts in major units
     * @param versions of the rules, of the models and of the run
     * @param caps what the guard rails changed or refused, in words
     * @param reason in English and Chinese
     */
    record Decision(
            long id,
            CustomerId customer,
            Instant at,
            String moment,
            String kind,
            Map<String, String> action,
            List<String> rules,
            Map<String, String> inputs,
            Map<String, String> versions,
            List<Words> caps,
            Words reason) {}

    /**
     * @param inputs as in {@link Decision}
     * @param fired the sentences of all rules that fired, chosen or not
     */
    record Trace(Map<String, String> inputs, List<String> fired, List<Dropped> dropped) {}

    /**
     * A proposal that did not become a decision, and why.
     *
     * @param cause such as contact-cap or holdout; empty for one that was stored before causes were
     */
    record Dropped(String kind, Map<String, String> action, List<String> rules, String cause, Words why) {}

    /**
     * @param fired for how many customers, by rule; every rule is there, if only with 0
     * @param money of the decisions that name a rule first, by rule; one that none names, or of a run of before, is not
     *     in it
     * @param note why rules never fired; empty where each did
     */
    record RuleUse(
            String version, Map<String, Long> fired, Map<String, RuleSimulations.Purse> money, Optional<Words> note) {}
}
