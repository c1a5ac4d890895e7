package perennial.rules;

/** The three fields that rules decide in; each has a folder of rules of its own. */
public enum Domain {
    MARKETING,
    PRICING,
    RISK
}
