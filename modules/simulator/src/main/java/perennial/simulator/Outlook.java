package perennial.simulator;

import perennial.simulator.Life.Purchase;
import perennial.simulator.PurchaseChain.State;

/**
 * What is to be expected of one customer, under the true law and their true parameters.
 *
 * @param alive probability that the customer has not left by the end
 * @param purchases expected in the horizon after the end
 * @param spend expected in the horizon after the end, in minor units, before returns
 */
record Outlook(double alive, double purchases, double spend) {
    /** For one who knows the hidden state at the end as well: the best that anybody could say. */
    static Outlook ofState(Life life, int weeks) {
        PurchaseChain chain = life.person().habit().chain();
        return life.staysUntil(weeks) ? ahead(life, chain.in(life.stateAtEnd()), weeks) : new Outlook(0, 0, 0);
    }

    /** For one who knows the law, its parameters and the purchases until the end, but not the hidden state. */
    static Outlook ofHistory(Life life, int weeks) {
        if (life.person().isFraud()) {
            return new Outlook(0, 0, 0);
        }
        return ahead(life, filtered(life, weeks), weeks);
    }

    private static double[] filtered(Life life, int weeks) {
        Person person = life.person();
        PurchaseChain chain = person.habit().chain();
        double[] belief = chain.in(chain.prospect());
        double time = person.registered();
        for (Purchase purchase : life.purchases()) {
            if (purchase.time() >= weeks) {
                break;
            }
            belief = silent(life, belief, time, purchase.time());
            belief = chain.afterSeenPurchase(
                    purchase.time() == person.registered() ? chain.in(chain.prospect()) : belief);
            time = purchase.time();
        }
        return PurchaseChain.normalised(silent(life, belief, time, weeks));
    }

    private static double[] silent(Life life, double[] belief, double from, double to) {
        PurchaseChain chain = life.person().habit().chain();
        double[] now = belief;
        for (double time = from; time < to; ) {
            int week = (int) time;
            double next = Math.min(to, week + 1);
            now = PurchaseChain.normalised(chain.afterSilence(now, next - time, life.factors()[week]));
            time = next;
        }
        return now;
    }

    private static Outlook ahead(Life life, double[] belief, int weeks) {
        Person person = life.person();
        PurchaseChain chain = person.habit().chain();
        double purchases = 0;
        double spend = 0;
        double[] now = belief;
        for (int week = weeks; week < weeks + ShopCalendar.HORIZON; week++) {
            double factor = life.factors()[week];
            double mean = person.habit().spending().meanAfter(week + .5 - person.registered());
            double price = 1 - life.discounts()[week] * person.couponUse();
            double[] time = new double[now.length];
            now = chain.after(now, 1, factor, time);
            purchases += chain.purchases(time, factor);
            for (int i = 0; i <= chain.prospect(); i++) {
                State s = chain.state(i);
                double paid = i == chain.prospect() ? 1 - Person.WELCOME * person.welcomeUse() : price;
                spend += time[i] * s.buy() * factor * mean * s.spend() * paid;
            }
        }
        return new Outlook(1 - belief[belief.length - 1], purchases, spend);
    }
}
