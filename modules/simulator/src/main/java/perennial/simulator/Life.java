package perennial.simulator;

import java.util.ArrayList;
import java.util.List;
import perennial.simulator.Campaign.Appeal;
import perennial.simulator.PurchaseChain.State;

/** When one customer buys, hears from the shop and leaves, from registration to the end of the horizon. */
final class Life {
    private static final double SILENCE_BEFORE_WIN_BACK = 13;
    private static final double SILENCE_BEFORE_STRUCK_OFF = 52;
    private static final double FIRST_FRAUD = 2.2;

    private final Person person;
    private final ShopCalendar calendar;
    private final RandomStream chance;
    private final PurchaseChain chain;
    private final List<Purchase> purchases = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final double[] factors;
    private final double[] discounts;
    private double now;
    private int state;
    private double leaves;
    private int stateAtEnd;

    private Life(Person person, ShopCalendar calendar, RandomStream chance) {
        this.person = person;
        this.calendar = calendar;
        this.chance = chance;
        this.chain = person.habit().chain();
        this.factors = calendar.season(person.habit().season()).clone();
        this.discounts = new double[factors.length];
        this.now = person.registered();
        this.state = chain.prospect();
        this.stateAtEnd = state;
        this.leaves = now + chance.exponential(chain.state(state).leave());
        for (int week = (int) now; week < factors.length; week++) {
            factors[week] *= person.habit().driftAfter(Math.max(0, week + .5 - now));
        }
    }

    /**
     * One purchase.
     *
     * @param time in model time
     * @param at in seconds of the epoch
     * @param last whether the customer left with it
     * @param spend what is spent on it, relative to the customer's mean
     */
    record Purchase(double time, long at, boolean last, double spend) {}

    /**
     * That a campaign chose the customer, and for which arm.
     *
     * @param without purchases to be expected in its weeks from one in this state if it does not reach them
     * @param with likewise if it does
     */
    record Contact(Campaign campaign, boolean treated, double without, double with) {}

    static Life lived(Person person, List<Campaign> plan, ShopCalendar calendar, RandomStream chance) {
        Life life = new Life(person, calendar, chance);
        if (person.isFraud()) {
            life.defraud();
        } else if (person.atOnce()) {
            life.buy(person.registeredAt() + chance.between(1900, 4000));
        }
        int next = 0;
        for (int week = (int) life.now; week < life.factors.length; week++) {
            while (next < plan.size() && plan.get(next).week() < week) {
                next++;
            }
            if (next < plan.size() && plan.get(next).week() == week) {
                life.hear(plan.get(next));
            }
            life.live(week);
        }
        return life;
    }

    Person person() {
        return person;
    }

    /** In the order of time, those of the horizon included. */
    List<Purchase> purchases() {
        return purchases;
    }

    List<Contact> contacts() {
        return contacts;
    }

    /** What multiplies the rates of buying, a week. */
    double[] factors() {
        return factors;
    }

    /** The discount of the coupon in hand, a week. */
    double[] discounts() {
        return discounts;
    }

    /** In model time; later than the end for those who have not left by then. */
    double leaves() {
        return leaves;
    }

    boolean staysUntil(double time) {
        return leaves >= time;
    }

    int stateAtEnd() {
        return stateAtEnd;
    }

    private void live(int week) {
        double until = Math.min(week + 1, leaves);
        while (now < until) {
            State s = chain.state(state);
            double buy = s.buy() * factors[week];
            double either = s.moveAt(factors[week]) + buy;
            now += chance.exponential(either);
            if (now < until) {
                if (chance.uniform() * either < buy) {
                    buy(calendar.second(now));
                    until = Math.min(until, leaves);
                } else {
                    state = s.moveTo();
                }
            }
        }
        now = week + 1;
        if (week + 1 == calendar.weeks()) {
            stateAtEnd = state;
        }
    }

    private void buy(long at) {
        State s = chain.state(state);
        boolean last = s.leaveAtBuy() > 0 && chance.chance(s.leaveAtBuy());
        boolean first = state == chain.prospect();
        if (last) {
            leaves = now;
        } else {
            state = chain.afterPurchase(state, chance);
        }
        if (first) {
            leaves = now + chance.exponential(chain.state(state).leave());
        }
        remember(at, last, s.spend());
    }

    /** What is bought before the end is known before the end, and no two orders are placed in one minute. */
    private void remember(long at, boolean last, double spend) {
        long kept = purchases.isEmpty() ? at : Math.max(at, previous().at() + 60);
        long end = calendar.to().getEpochSecond();
        purchases.add(new Purchase(now, now < calendar.weeks() ? Math.min(kept, end - 1) : kept, last, spend));
    }

    private Purchase previous() {
        return purchases.get(purchases.size() - 1);
    }

    private void defraud() {
        leaves = now;
        int orders = chance.chance(.75) ? chance.between(3, 6) : 1;
        long at = person.registeredAt();
        for (int i = 0; i < orders; i++) {
            at += chance.between(120, 580);
            remember(at, i == orders - 1, i == 0 ? FIRST_FRAUD : 1);
        }
    }

    private void hear(Campaign campaign) {
        long sent = calendar.weekBegins(campaign.week());
        Consent consent = person.consents().getOrDefault(campaign.medium(), Consent.UNKNOWN);
        if (!consent.allows(sent) || !wanted(campaign)) {
            return;
        }
        boolean treated = !chance.chance(Campaign.HOLDOUT);
        double lift = person.lifts().of(campaign.appeal());
        contacts.add(new Contact(campaign, treated, expected(campaign, 1), expected(campaign, lift)));
        for (int week = campaign.week(); treated && week < campaign.until(); week++) {
            factors[week] *= lift;
            discounts[week] = campaign.discount();
        }
    }

    private double expected(Campaign campaign, double lift) {
        if (!staysUntil(campaign.week())) {
            return 0;
        }
        double purchases = 0;
        double[] belief = chain.in(state);
        for (int week = campaign.week(); week < campaign.until(); week++) {
            double[] time = new double[belief.length];
            belief = chain.after(belief, 1, factors[week] * lift, time);
            purchases += chain.purchases(time, factors[week] * lift);
        }
        return purchases;
    }

    private boolean wanted(Campaign campaign) {
        double since = purchases.isEmpty() ? person.registered() : previous().time();
        double silence = campaign.week() - since;
        boolean isSilent = silence >= SILENCE_BEFORE_WIN_BACK;
        boolean fits = campaign.appeal() != Appeal.WIN_BACK || (isSilent && !purchases.isEmpty());
        return silence > 0 && silence < SILENCE_BEFORE_STRUCK_OFF && fits;
    }
}
