package perennial.crmapi.decisions;

import java.util.List;
import perennial.decisions.Hindsight.Difference;
import perennial.decisions.Hindsight.Rerun;

/** What came of deciding again by the rules, terms and facts of then. */
public record RerunView(String rules, boolean same, List<DifferenceView> differences) {
    public static RerunView of(Rerun rerun) {
        return new RerunView(
                rerun.rules(),
                rerun.isSame(),
                rerun.differences().stream().map(DifferenceView::of).toList());
    }

    public record DifferenceView(String part, String stored, String again) {
        static DifferenceView of(Difference difference) {
            return new DifferenceView(difference.part(), difference.stored(), difference.again());
        }
    }
}
