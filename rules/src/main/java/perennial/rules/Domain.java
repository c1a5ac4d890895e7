package perennial.rules;

import java.util.Locale;

/** The fields that rules decide in; each has a folder of rules of its own. */
public enum Domain {
    MARKETING,
    PRICING,
    RISK,
    /**
     * What customers are told about an order or a case of their own: transactional messages, the only ones that neither
     * consent nor a cap holds back.
     */
    SERVICE;

    /** Where its rules stand in a book. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
