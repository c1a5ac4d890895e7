package perennial.simulator;

import java.util.EnumMap;
import java.util.Map;
import perennial.simulator.Campaign.Lifts;
import perennial.simulator.Campaign.Medium;
import perennial.simulator.Habit.Kind;

/**
 * Who one customer is: what stays the same for the whole of their life with the shop.
 *
 * @param registered in model time
 * @param birthYear 0 if the shop does not know it
 * @param atOnce whether they buy on the day they register
 * @param sensitivity to prices, from 0 to 1
 * @param taste a weight per category
 * @param visits a week that lead to no purchase, while they stay
 * @param app share of orders by the app; {@code store} likewise in the store, the rest on the web
 * @param returning probability that a line of an average category comes back
 */
@SuppressWarnings("ArrayRecordComponent") // the tastes are drawn once, read often and never compared
record Person(
        long number,
        Habit habit,
        double registered,
        long registeredAt,
        Acquisition acquisition,
        int birthYear,
        String sex,
        Town town,
        Map<Medium, Consent> consents,
        boolean atOnce,
        double sensitivity,
        Lifts lifts,
        double[] taste,
        double visits,
        double app,
        double store,
        double returning) {
    /** The discount on the first order for those who use the coupon that every customer gets. */
    static final double WELCOME = .10;

    private static final double FRAUD = .008;
    private static final double[] OTHERS = {.29, .31, .16, .13, .11};
    private static final double[] OTHERS_BY_REFERRAL = {.45, .20, .12, .08, .15};
    private static final double[] OTHERS_BY_SOCIAL = {.15, .42, .20, .18, .05};
    private static final Kind[] OTHER_KINDS = {Kind.REGULAR, Kind.SEASONAL, Kind.DRIFTING, Kind.BURSTY, Kind.PAUSING};

    static Person drawn(long number, double otherShare, ShopCalendar calendar, Arrivals arrivals, RandomStream chance) {
        Acquisition acquisition = Acquisition.drawn(chance);
        Habit habit = Habit.drawn(kind(otherShare, acquisition, chance), chance);
        double registered = arrivals.drawn(habit.season(), chance);
        long registeredAt = calendar.second(registered);
        int age = (int) Math.min(92, 18 + chance.gamma(4.5, .16));
        int birthYear = chance.chance(.82) ? calendar.endDate().getYear() - age : 0;
        String sex = new String[] {"f", "m", "x", ""}[chance.pick(.55, .28, .02, .15)];
        double sensitivity = chance.beta(2, 3);
        boolean inApp = chance.chance(age < 45 ? .45 : .15);
        boolean inStore = chance.chance(.12);
        return new Person(
                number,
                habit,
                registered,
                registeredAt,
                acquisition,
                birthYear,
                sex,
                Town.drawn(chance),
                consents(registeredAt, calendar.to().getEpochSecond(), inApp, chance),
                chance.chance(acquisition.atOnce),
                sensitivity,
                lifts(sensitivity, chance),
                taste(age, chance),
                chance.gamma(2, 2 / (.10 + .9 * habit.rate())),
                inApp ? .6 : 0,
                inStore ? .4 : 0,
                chance.beta(.8, 14));
    }

    private static Kind kind(double otherShare, Acquisition acquisition, RandomStream chance) {
        if (chance.chance(FRAUD)) {
            return Kind.FRAUD;
        }
        if (!chance.chance(otherShare)) {
            return Kind.BTYD;
        }
        return OTHER_KINDS[
                switch (acquisition) {
                    case REFERRAL -> chance.pick(OTHERS_BY_REFERRAL);
                    case SOCIAL -> chance.pick(OTHERS_BY_SOCIAL);
                    default -> chance.pick(OTHERS);
                }];
    }

    private static Map<Medium, Consent> consents(long registered, long end, boolean inApp, RandomStream chance) {
        Map<Medium, Consent> consents = new EnumMap<>(Medium.class);
        consents.put(Medium.EMAIL, Consent.drawn(registered, end, .92, .70, chance));
        consents.put(Medium.SMS, Consent.drawn(registered, end, .60, .35, chance));
        consents.put(Medium.PUSH, Consent.drawn(registered, end, inApp ? .9 : 0, .65, chance));
        return consents;
    }

    private static Lifts lifts(double sensitivity, RandomStream chance) {
        double mood = chance.gamma(4, 4);
        return new Lifts(1 + .12 * mood, 1 + 1.1 * sensitivity * mood, 1 + (.25 + .9 * sensitivity) * mood);
    }

    private static double[] taste(int age, RandomStream chance) {
        Category[] categories = Category.values();
        double[] taste = new double[categories.length];
        for (Category category : categories) {
            double older = (age - 45) / 25.0;
            double leaning = switch (category) {
                case POTS_AND_PLANTERS, GARDEN_TOOLS, SEEDS_AND_BULBS, BIRDS_AND_WILDLIFE -> StrictMath.exp(.4 * older);
                case DECORATION, CANDLES_AND_SCENTS, CARDS_AND_WRAPPING -> StrictMath.exp(-.3 * older);
                default -> 1;
            };
            taste[category.ordinal()] = chance.gamma(.7 * category.popularity * leaning, 1) + 1e-6;
        }
        return taste;
    }

    String id() {
        String digits = Long.toString(number);
        return digits.length() >= 7 ? "C" + digits : "C" + "0".repeat(7 - digits.length()) + digits;
    }

    boolean isFraud() {
        return habit.kind() == Kind.FRAUD;
    }

    /** Probability that a coupon in hand is used. */
    double couponUse() {
        return .3 + .6 * sensitivity;
    }

    /** Probability that the first order is made with the welcome coupon. */
    double welcomeUse() {
        return .5 * sensitivity;
    }
}
