package perennial.value.model;

import java.util.Optional;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.ValueFit;
import perennial.kernel.Words;

/**
 * The purchase model that a run is to score by.
 *
 * @param kind what was chosen; where that can't be fitted, another one is
 * @param reason why it was chosen
 * @param start where its fit begins: at the parameters of the last run
 * @param chosen the parameters at the choice, to see how far the customers have drifted since
 */
public record InForce(
        PurchaseKind kind, Words reason, Optional<ValueFit.Start> start, Optional<ValueFit.Start> chosen) {
    /** The model of a shop that has never been judged. */
    public static InForce unjudged(Words reason) {
        return new InForce(PurchaseKind.candidates().get(0), reason, Optional.empty(), Optional.empty());
    }
}
