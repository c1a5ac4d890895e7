package perennial.simulator;

import perennial.simulator.Campaign.Medium;

/** What costs and the truth about campaigns depend on, and what the shop's files hold, added up over customers. */
final class Tally {
    final long[][] registrations;
    final long[] orders;
    final long[] cases;
    final long[][] sent;
    final long[] treated;
    final long[] heldBack;
    final double[] without;
    final double[] with;
    long customers;
    long buyers;
    long orderLines;
    long returnLines;
    long events;
    long campaignRows;
    long left;

    Tally(int months, int campaigns) {
        registrations = new long[months][Acquisition.values().length];
        orders = new long[months];
        cases = new long[months];
        sent = new long[months][Medium.values().length];
        treated = new long[campaigns];
        heldBack = new long[campaigns];
        without = new double[campaigns];
        with = new double[campaigns];
    }

    void add(Tally other) {
        for (int month = 0; month < orders.length; month++) {
            add(registrations[month], other.registrations[month]);
            add(sent[month], other.sent[month]);
        }
        add(orders, other.orders);
        add(cases, other.cases);
        add(treated, other.treated);
        add(heldBack, other.heldBack);
        for (int campaign = 0; campaign < treated.length; campaign++) {
            without[campaign] += other.without[campaign];
            with[campaign] += other.with[campaign];
        }
        customers += other.customers;
        buyers += other.buyers;
        orderLines += other.orderLines;
        returnLines += other.returnLines;
        events += other.events;
        campaignRows += other.campaignRows;
        left += other.left;
    }

    private static void add(long[] to, long[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    Simulation.Counts counts(long products) {
        long allOrders = 0;
        for (long inMonth : orders) {
            allOrders += inMonth;
        }
        return new Simulation.Counts(
                customers,
                products,
                buyers,
                allOrders,
                orderLines,
                returnLines,
                events,
                (long) orders.length * ShopRows.COSTS_A_MONTH,
                campaignRows,
                left);
    }
}
