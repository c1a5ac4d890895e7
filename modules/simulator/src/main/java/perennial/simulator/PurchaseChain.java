package perennial.simulator;

import java.util.List;

/**
 * How one customer's purchases follow each other: a Markov chain in continuous time, of which the shop sees the
 * purchases only. From a state the customer moves on unseen, buys, or leaves for good. The last state is that of the
 * prospect, who is registered and has not bought. A factor that changes from week to week (season, campaigns, drift)
 * multiplies the rates of buying.
 *
 * <p>Distributions over states are arrays with one place more than there are states: the last holds the probability of
 * having left. They are carried forward by uniformisation (Jensen 1953), which keeps every term positive and therefore
 * needs no step size.
 */
final class PurchaseChain {
    private static final double NEGLIGIBLE = 1e-13;
    private static final double LONGEST_STEP = 20;

    private final State[] states;

    PurchaseChain(List<State> states) {
        this.states = states.toArray(State[]::new);
    }

    /**
     * One state; rates per week.
     *
     * @param move rate of moving on unseen, to the state {@code moveTo}
     * @param ticking whether the factor multiplies {@code move} as well, as in a cycle of which several steps make one
     *     purchase
     * @param buy rate of buying at factor 1; the purchase leads to {@code buyTo}, or with probability {@code detour} to
     *     {@code detourTo}
     * @param leave rate of leaving for good
     * @param leaveAtBuy probability that a purchase from here is the last
     * @param spend what is spent from here, relative to the customer's mean
     */
    record State(
            double move,
            int moveTo,
            boolean ticking,
            double buy,
            int buyTo,
            double detour,
            int detourTo,
            double leave,
            double leaveAtBuy,
            double spend) {

        double moveAt(double factor) {
            return ticking ? move * factor : move;
        }

        double outAt(double factor) {
            return moveAt(factor) + buy * factor + leave;
        }
    }

    State state(int index) {
        return states[index];
    }

    int prospect() {
        return states.length - 1;
    }

    /** Certainty of being in one state. */
    double[] in(int state) {
        double[] distribution = new double[states.length + 1];
        distribution[state] = 1;
        return distribution;
    }

    /** The state after a purchase that was not the last. */
    int afterPurchase(int state, RandomStream chance) {
        State s = states[state];
        return s.detour > 0 && chance.chance(s.detour) ? s.detourTo : s.buyTo;
    }

    /** What is known of the state right after a purchase was seen, normalised. */
    double[] afterSeenPurchase(double[] before) {
        double[] after = new double[before.length];
        for (int i = 0; i < states.length; i++) {
            State s = states[i];
            double flow = before[i] * s.buy;
            after[s.detourTo] += flow * (1 - s.leaveAtBuy) * s.detour;
            after[s.buyTo] += flow * (1 - s.leaveAtBuy) * (1 - s.detour);
            after[states.length] += flow * s.leaveAtBuy;
        }
        return normalised(after);
    }

    static double[] normalised(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /**
     * The distribution a while later at a constant factor, if no purchase was seen meanwhile: not normalised, its sum
     * is the probability of seeing none.
     */
    double[] afterSilence(double[] distribution, double duration, double factor) {
        return carried(distribution, duration, factor, true, new double[distribution.length]);
    }

    /**
     * The distribution a while later at a constant factor, whatever happens meanwhile; adds to {@code time} the expected
     * time spent in each state.
     */
    double[] after(double[] distribution, double duration, double factor, double[] time) {
        return carried(distribution, duration, factor, false, time);
    }

    /** The purchases expected from having spent this time in each state. */
    double purchases(double[] time, double factor) {
        double purchases = 0;
        for (int i = 0; i < states.length; i++) {
            purchases += time[i] * states[i].buy * factor;
        }
        return purchases;
    }

    private double[] carried(double[] start, double duration, double factor, boolean silent, double[] time) {
        double fastest = 0;
        for (State state : states) {
            fastest = Math.max(fastest, state.outAt(factor));
        }
        if (fastest * duration > LONGEST_STEP) {
            double[] middle = carried(start, duration / 2, factor, silent, time);
            return carried(middle, duration / 2, factor, silent, time);
        }
        double[] end = new double[start.length];
        double[] now = start;
        double poisson = StrictMath.exp(-fastest * duration);
        double left = 1;
        for (int jumps = 1; left > NEGLIGIBLE; jumps++) {
            left -= poisson;
            for (int i = 0; i < now.length; i++) {
                end[i] += poisson * now[i];
                time[i] += fastest > 0 ? Math.max(0, left) / fastest * now[i] : duration * now[i];
            }
            now = jumped(now, fastest, factor, silent);
            poisson *= fastest * duration / jumps;
        }
        return end;
    }

    private double[] jumped(double[] from, double fastest, double factor, boolean silent) {
        double[] to = new double[from.length];
        int gone = states.length;
        to[gone] = from[gone];
        if (!(fastest > 0)) {
            return to;
        }
        for (int i = 0; i < gone; i++) {
            State s = states[i];
            double share = from[i] / fastest;
            to[i] += share * (fastest - s.outAt(factor));
            to[s.moveTo] += share * s.moveAt(factor);
            to[gone] += share * s.leave;
            if (!silent) {
                double bought = share * s.buy * factor;
                to[s.detourTo] += bought * (1 - s.leaveAtBuy) * s.detour;
                to[s.buyTo] += bought * (1 - s.leaveAtBuy) * (1 - s.detour);
                to[gone] += bought * s.leaveAtBuy;
            }
        }
        return to;
    }
}
