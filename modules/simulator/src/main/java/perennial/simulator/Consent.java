package perennial.simulator;

/**
 * What is on record of a customer's consent to one channel.
 *
 * @param answer what the record says at the end of the shop's time
 * @param from since when it was given, in seconds of the epoch
 * @param at when the answer on record was given
 */
record Consent(Answer answer, long from, long at) {
    static final Consent UNKNOWN = new Consent(Answer.UNKNOWN, 0, 0);

    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** A consent as the shop knows it at the end: what comes later is not known yet. */
    static Consent drawn(long registered, long end, double known, double given, RandomStream chance) {
        boolean isKnown = chance.chance(known);
        boolean isGiven = chance.chance(given);
        boolean later = chance.chance(.2);
        boolean withdrawn = chance.chance(.08);
        long from = later ? registered + ShopCalendar.days(chance.uniform(1, 90)) : registered;
        long until = from + ShopCalendar.days(chance.uniform(20, 500));
        if (!isKnown || from >= end) {
            return UNKNOWN;
        }
        if (!isGiven) {
            return new Consent(Answer.NO, from, from);
        }
        return withdrawn && until < end ? new Consent(Answer.NO, from, until) : new Consent(Answer.YES, from, from);
    }

    boolean allows(long second) {
        return switch (answer) {
            case YES -> second >= at;
            case NO -> second >= from && second < at;
            case UNKNOWN -> false;
        };
    }
}
