package perennial.analytics.churn;

import java.util.List;
import perennial.analytics.features.Features;
import perennial.kernel.Window;

/**
 * The customers who were alive at a cut, labelled.
 *
 * @param labels from the cut to the end of the horizon: the only time that the labels look at, and none that the
 *     features do
 * @param examples in the order of the customers' ids
 */
public record Snapshot(Window labels, List<Example> examples) {
    public Snapshot {
        examples = List.copyOf(examples);
    }

    public int churned() {
        return (int) examples.stream().filter(Example::churned).count();
    }

    public int stayed() {
        return examples.size() - churned();
    }

    public List<Features> features() {
        return examples.stream().map(Example::features).toList();
    }

    boolean[] outcomes() {
        return Observations.outcomes(examples);
    }
}
