package perennial.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * One message to many, with a random group that does not get it. It works for the weeks {@code week} to {@code week} +
 * {@link #WEEKS} - 1 and goes out as the first of them begins.
 *
 * @param discount of the coupon that comes with it, as a share of the price; 0 without a coupon
 */
record Campaign(String id, String name, Appeal appeal, Medium medium, double discount, int week) {
    static final int WEEKS = 3;
    static final double HOLDOUT = .15;
    private static final int FIRST = 8;
    private static final int EVERY = 6;
    private static final Campaign[] CYCLE = {
        new Campaign("", "Letter from the garden", Appeal.REMINDER, Medium.EMAIL, 0, 0),
        new Campaign("", "Ten percent for you", Appeal.COUPON, Medium.EMAIL, .10, 0),
        new Campaign("", "We miss you", Appeal.WIN_BACK, Medium.EMAIL, .15, 0),
        new Campaign("", "New in the app", Appeal.REMINDER, Medium.PUSH, 0, 0),
        new Campaign("", "Weekend coupon", Appeal.COUPON, Medium.EMAIL, .10, 0),
        new Campaign("", "Come back by text", Appeal.WIN_BACK, Medium.SMS, .15, 0),
    };

    enum Appeal {
        REMINDER,
        COUPON,
        WIN_BACK
    }

    /** How it is sent, and what one costs in minor units. */
    enum Medium {
        EMAIL("email", 2),
        SMS("sms", 9),
        PUSH("push", 1);

        final String label;
        final int cost;

        Medium(String label, int cost) {
            this.label = label;
            this.cost = cost;
        }
    }

    /** Every sixth week one, from the ninth week on, in a fixed turn. */
    static List<Campaign> plan(int weeks) {
        List<Campaign> plan = new ArrayList<>();
        for (int week = FIRST; week < weeks; week += EVERY) {
            Campaign pattern = CYCLE[plan.size() % CYCLE.length];
            String id = "K%02d".formatted(plan.size() + 1);
            plan.add(new Campaign(id, pattern.name + " " + id, pattern.appeal, pattern.medium, pattern.discount, week));
        }
        return plan;
    }

    /** The week after the last in which it works. */
    int until() {
        return week + WEEKS;
    }

    String offer() {
        return discount > 0 ? Math.round(discount * 100) + "% off" : "none";
    }

    String coupon() {
        return id + "-" + Math.round(discount * 100);
    }

    /**
     * What treatment multiplies a customer's rates by.
     *
     * @param reminder a plain message
     * @param coupon a coupon; more for those who mind the price
     * @param winBack a coupon for those who were silent; without effect on those who have left
     */
    record Lifts(double reminder, double coupon, double winBack) {
        double of(Appeal appeal) {
            return switch (appeal) {
                case REMINDER -> reminder;
                case COUPON -> coupon;
                case WIN_BACK -> winBack;
            };
        }
    }
}
