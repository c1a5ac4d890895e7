package perennial.simulator;

import java.util.ArrayList;
import java.util.List;
import perennial.simulator.PurchaseChain.State;

/**
 * The law that one customer buys by, with their own parameters.
 *
 * @param chain how purchases follow each other and end
 * @param season what multiplies the rates through the year
 * @param drift growth of the logarithm of the rates, a week since registration
 * @param rate purchases a week in the long run while the customer stays, without season, drift and campaigns
 * @param spread spending of an average purchase in the long run, relative to the customer's mean
 */
record Habit(
        Kind kind,
        Dropout dropout,
        PurchaseChain chain,
        Season season,
        double drift,
        Spending spending,
        double rate,
        double spread) {
    private static final double LEAST = .05;
    private static final double MOST = 4;

    enum Kind {
        BTYD,
        REGULAR,
        SEASONAL,
        DRIFTING,
        BURSTY,
        PAUSING,
        FRAUD
    }

    enum Dropout {
        PER_PURCHASE,
        EXPONENTIAL,
        NONE
    }

    /** What the drift has made of the rates so many weeks after registration. */
    double driftAfter(double weeks) {
        return drift == 0 ? 1 : Math.min(MOST, Math.max(LEAST, StrictMath.exp(drift * weeks)));
    }

    static Habit drawn(Kind kind, RandomStream chance) {
        double first = chance.gamma(1.5, 15);
        return switch (kind) {
            case BTYD -> chance.chance(.55) ? perPurchase(first, chance) : exponential(first, chance);
            case REGULAR -> regular(first, chance);
            case SEASONAL -> seasonal(first, chance);
            case DRIFTING -> drifting(first, chance);
            case BURSTY -> bursty(first, chance);
            case PAUSING -> pausing(first, chance);
            case FRAUD -> fraud();
        };
    }

    /** BG/NBD (Fader, Hardie and Lee 2005) with Gamma-Gamma spending (Fader and Hardie 2013). */
    private static Habit perPurchase(double first, RandomStream chance) {
        double rate = chance.gamma(.8, 8);
        double last = chance.beta(1, 5.5);
        PurchaseChain chain = poisson(rate, 0, last, first);
        return new Habit(Kind.BTYD, Dropout.PER_PURCHASE, chain, Season.NONE, 0, Spending.gammaGamma(chance), rate, 1);
    }

    /** Pareto/NBD (Schmittlein, Morrison and Colombo 1987) with Gamma-Gamma spending. */
    private static Habit exponential(double first, RandomStream chance) {
        double rate = chance.gamma(.8, 8);
        PurchaseChain chain = poisson(rate, chance.gamma(1.5, 80), 0, first);
        return new Habit(Kind.BTYD, Dropout.EXPONENTIAL, chain, Season.NONE, 0, Spending.gammaGamma(chance), rate, 1);
    }

    /** Erlang gaps; who buys more often buys less at a time. */
    private static Habit regular(double first, RandomStream chance) {
        double rate = chance.gamma(4, 28);
        double leave = chance.gamma(2, 120);
        PurchaseChain chain = cycle(chance.between(2, 6), rate, 0, 0, leave, first);
        double mean = 4200 * StrictMath.pow(rate * 7, -.35) * chance.logNormal(.25);
        return exponential(Kind.REGULAR, chain, Season.NONE, 0, new Spending(mean, 12, 0), rate, 1);
    }

    /** Comes for gifts and hardly otherwise; budgets differ widely. */
    private static Habit seasonal(double first, RandomStream chance) {
        Season season = chance.chance(.6) ? Season.WINTER_GIFTS : Season.SPRING_AND_WINTER_GIFTS;
        double rate = chance.gamma(3, 65);
        double leave = chance.gamma(2, 180);
        double mean = 6000 * chance.logNormal(.7);
        return exponential(
                Kind.SEASONAL, poisson(rate, leave, 0, first * 2), season, 0, new Spending(mean, 2, 0), rate, 1);
    }

    /** Warms to the shop or cools, and spends more or less at a time as well. */
    private static Habit drifting(double first, RandomStream chance) {
        double rate = chance.gamma(1.5, 12);
        double drift = -.008 + .02 * chance.normal();
        double leave = chance.gamma(2, 220);
        Spending spending = new Spending(4800 * chance.logNormal(.4), 4, .3 * drift);
        return exponential(Kind.DRIFTING, poisson(rate, leave, 0, first), Season.SHOP, drift, spending, rate, 1);
    }

    /** Long quiet, then a few weeks of many and large orders while a room or a garden is made. */
    private static Habit bursty(double first, RandomStream chance) {
        double quiet = .012;
        double busy = chance.gamma(6, 6);
        double begins = chance.gamma(4, 100);
        double ends = 1 / 2.5;
        double leave = chance.gamma(2, 200);
        PurchaseChain chain = new PurchaseChain(List.of(
                new State(begins, 1, false, quiet, 0, 0, 0, leave, 0, .7),
                new State(ends, 0, false, busy, 1, 0, 0, leave, 0, 1.4),
                prospect(first, .5, 1)));
        double rate = (quiet * ends + busy * begins) / (begins + ends);
        double spread = (.7 * quiet * ends + 1.4 * busy * begins) / (quiet * ends + busy * begins);
        Spending spending = new Spending(5200 * chance.logNormal(.5), 2.5, 0);
        return exponential(Kind.BURSTY, chain, Season.SHOP, 0, spending, rate, spread);
    }

    /** Nearly the same gap each time, with a long pause now and then that looks like leaving and is not. */
    private static Habit pausing(double first, RandomStream chance) {
        double gap = chance.uniform(3, 7);
        double pause = .08;
        double pauseWeeks = 16;
        double leave = chance.gamma(2, 260);
        PurchaseChain chain = cycle(12, 1 / gap, pause, 1 / pauseWeeks, leave, first);
        Spending spending = new Spending(3900 * chance.logNormal(.3), 20, .003);
        double rate = 1 / (gap + pause * pauseWeeks);
        return exponential(Kind.PAUSING, chain, Season.NONE, 0, spending, rate, 1);
    }

    /** Orders that are placed at once, with somebody else's means, and nothing after. */
    private static Habit fraud() {
        PurchaseChain chain = new PurchaseChain(List.of(prospect(0, 0, 0)));
        Spending spending = new Spending(12_000, 3, 0);
        return new Habit(Kind.FRAUD, Dropout.NONE, chain, Season.SHOP, 0, spending, 0, 1);
    }

    private static Habit exponential(
            Kind kind,
            PurchaseChain chain,
            Season season,
            double drift,
            Spending spending,
            double rate,
            double spread) {
        return new Habit(kind, Dropout.EXPONENTIAL, chain, season, drift, spending, rate, spread);
    }

    private static PurchaseChain poisson(double rate, double leave, double leaveAtBuy, double first) {
        return new PurchaseChain(
                List.of(new State(0, 0, false, rate, 0, 0, 0, leave, leaveAtBuy, 1), prospect(first, 0, 0)));
    }

    private static PurchaseChain cycle(
            int steps, double rate, double pause, double resume, double leave, double first) {
        List<State> states = new ArrayList<>();
        for (int step = 0; step < steps - 1; step++) {
            states.add(new State(steps * rate, step + 1, true, 0, 0, 0, 0, leave, 0, 1));
        }
        states.add(new State(0, 0, false, steps * rate, 0, pause, pause > 0 ? steps : 0, leave, 0, 1));
        if (pause > 0) {
            states.add(new State(resume, 0, false, 0, 0, 0, 0, leave, 0, 1));
        }
        states.add(prospect(first, 0, 0));
        return new PurchaseChain(states);
    }

    private static State prospect(double first, double detour, int detourTo) {
        return new State(0, 0, false, first, 0, detour, detourTo, .1, 0, 1);
    }
}
