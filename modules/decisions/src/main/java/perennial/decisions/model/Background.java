package perennial.decisions.model;

import java.util.LinkedHashMap;
import java.util.Map;
import perennial.kernel.Run;
import perennial.profiles.Stages.Placing;
import perennial.ruleengine.Economics;
import perennial.ruleengine.RuleBook;
import perennial.segmentation.Segments.Segment;

/**
 * What decisions are made before: the same for every customer.
 *
 * @param run whose scores count
 * @param limited whether a budget limits what the run and the decisions after it may spend
 * @param segments by id
 * @param versions of the rules, of the models and of the run
 */
public record Background(
        Run run,
        boolean limited,
        RuleBook book,
        Base base,
        Economics economics,
        Placing placing,
        Map<String, Segment> segments,
        Map<String, String> versions) {
    /** The name of the version of the rules among the versions. */
    public static final String RULES = "rules";
    /** The name of guard rails, effects and holdout among the versions. */
    public static final String TERMS = "terms";

    /** Whether the rules are these, and the effects that the business holds true. */
    public boolean rests(RuleBook one, Economics held) {
        return one.version().equals(book.version()) && held.equals(economics);
    }

    /**
     * The same before another version of the rules, or other effects that the business holds true.
     *
     * @param terms the name of the guard rails with those effects
     */
    public Background with(RuleBook other, Economics held, String terms) {
        Map<String, String> named = new LinkedHashMap<>(versions);
        named.put(RULES, other.version());
        named.put(TERMS, terms);
        return new Background(run, limited, other, base, held, placing, segments, named);
    }
}
