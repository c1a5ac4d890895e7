package perennial.rules;

/** What a number in a rule counts. */
public enum Unit {
    /** A number of things. */
    COUNT,
    /** Days, whole or in part. */
    DAYS,
    /** An amount in minor units of the shop's currency. */
    MONEY,
    /** A part of a whole, from 0 to 1. */
    SHARE,
    /** One quantity by another of the same kind. */
    RATIO,
    /** Per cent of a price, from 0 to 100. */
    PERCENT,
    /** Not a number. */
    NONE
}
