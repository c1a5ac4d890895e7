package perennial.crmapi.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor of the next page; null where this is the last */
public record DecisionsView(
        List<DecisionView> items, @Nullable String next) {
    /** A list that is never paged. */
    public static DecisionsView whole(List<DecisionView> items) {
        return new DecisionsView(items, null);
    }
}
