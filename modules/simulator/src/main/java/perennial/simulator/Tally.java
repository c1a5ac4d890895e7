package perennial.simulator;

import perennial.simulator.Campaign.Medium;

/** What costs depend on, counted by month, and what the shop's files hold. Sums only, so the order of adding is free. */
final class Tally {
    final long[][] registrations;
    final long[] orders;
    final long[] cases;
    final long[][] sent;
    long customers;
    long buyers;
    long orderLines;
    long returnLines;
    long events;
    long campaignRows;
    long left;

    Tally(int months) {
        registrations = new long[months][Acquisition.values().length];
        orders = new long[months];
        cases = new long[months];
        sent = new long[months][Medium.values().length];
    }

    void add(Tally other) {
        for (int month = 0; month < orders.length; month++) {
            add(registrations[month], other.registrations[month]);
            add(sent[month], other.sent[month]);
        }
        add(orders, other.orders);
        add(cases, other.cases);
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
