package perennial.decisions.model;

import java.util.Map;
import perennial.kernel.Run;
import perennial.profiles.Stages.Placing;
import perennial.ruleengine.RuleBook;
import perennial.segmentation.Segments.Segment;

/**
 * What decisions are made before: the same for every customer.
 *
 * @param run whose scores count
 * @param segments by id
 * @param versions of the rules, of the models and of the run
 */
public record Background(
        Run run,
        RuleBook book,
        Base base,
        Placing placing,
        Map<String, Segment> segments,
        Map<String, String> versions) {}
