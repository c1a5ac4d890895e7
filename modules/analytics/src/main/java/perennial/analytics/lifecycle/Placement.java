package perennial.analytics.lifecycle;

import java.util.Locale;

/**
 * The stage of one customer and what it rests on.
 *
 * @param purchaseDays days on which the customer bought
 * @param silence days since the last of them; 0 for a customer who never bought
 * @param usualGap days between two purchases by which the silence is judged
 * @param basis whose rhythm that is
 * @param patience days of silence after which the customer counts as gone
 */
public record Placement(Stage stage, long purchaseDays, double silence, double usualGap, Basis basis, double patience) {

    /** Whose rhythm a customer is judged by. */
    public enum Basis {
        /** The customer's own: there are enough gaps. */
        CUSTOMER,
        /** That of the shop's typical customer who came back. */
        SHOP,
        /** A set number of days: too few customers came back to tell the shop's. */
        ASSUMED
    }

    /** Why the customer is in this stage, as a sentence. */
    public String reason(Locale locale) {
        String whose = Stage.LABELS.get(locale, "basis." + basis.name());
        return Stage.LABELS.format(locale, "reason." + stage.label(), purchaseDays, silence, usualGap, whose, patience);
    }
}
