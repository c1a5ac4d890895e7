package perennial.ruleengine;

import perennial.rules.CustomerSnapshot;

/**
 * The shipped rules of risk as somebody would write them without an engine, one after the other: what the engine's
 * speed is measured against. A test holds them equal to the rules, so a changed rule is changed here too.
 */
final class RiskByHand implements ByHand {
    private final double busyOrders;
    private final double firstOrder;
    private final double heavyReturns;
    private final double hugeOrder;
    private final double hurriedOrders;
    private final double largeOrder;
    private final double returnOrders;
    private final double stormOrders;
    private final double youngDays;

    RiskByHand(Parameters parameters) {
        busyOrders = ByHand.number(parameters, "BUSY_ORDERS");
        firstOrder = ByHand.number(parameters, "FIRST_ORDER");
        heavyReturns = ByHand.number(parameters, "HEAVY_RETURNS");
        hugeOrder = ByHand.number(parameters, "HUGE_ORDER");
        hurriedOrders = ByHand.number(parameters, "HURRIED_ORDERS");
        largeOrder = ByHand.number(parameters, "LARGE_ORDER");
        returnOrders = ByHand.number(parameters, "RETURN_ORDERS");
        stormOrders = ByHand.number(parameters, "STORM_ORDERS");
        youngDays = ByHand.number(parameters, "YOUNG_DAYS");
    }

    @Override
    public void decide(CustomerSnapshot c, Recorder decisions) {
        orders(c, decisions);
        returns(c, decisions);
    }

    private void orders(CustomerSnapshot c, Recorder decisions) {
        if ((c.moment().equals("ORDER") || c.moment().equals("WEEKLY"))
                && c.ordersLastHour() != null
                && c.ordersLastHour() >= hurriedOrders) {
            decisions.begin("RI-01", c);
            decisions.reviewOrder();
        }
        if ((c.moment().equals("ORDER") || c.moment().equals("WEEKLY"))
                && c.countryMismatch() != null
                && c.countryMismatch()
                && c.orderByMedian() != null
                && c.orderByMedian() >= largeOrder) {
            decisions.begin("RI-02", c);
            decisions.reviewOrder();
        }
        if ((c.moment().equals("ORDER") || c.moment().equals("WEEKLY"))
                && c.orders() <= 1
                && c.daysSinceRegistration() != null
                && c.daysSinceRegistration() <= youngDays
                && c.orderByMedian() != null
                && c.orderByMedian() >= hugeOrder) {
            decisions.begin("RI-03", c);
            decisions.reviewOrder();
        }
        if ((c.moment().equals("ORDER") || c.moment().equals("WEEKLY"))
                && c.ordersLastDay() != null
                && c.ordersLastDay() >= stormOrders
                && c.countryMismatch() != null
                && c.countryMismatch()) {
            decisions.begin("RI-04", c);
            decisions.blockOrder();
        }
        if ((c.moment().equals("ORDER") || c.moment().equals("WEEKLY"))
                && c.daysSinceRegistration() != null
                && c.daysSinceRegistration() <= youngDays
                && c.ordersLastDay() != null
                && c.ordersLastDay() >= stormOrders
                && c.ordersLastHour() != null
                && c.ordersLastHour() >= hurriedOrders) {
            decisions.begin("RI-05", c);
            decisions.blockOrder();
        }
        if ((c.moment().equals("ORDER") || c.moment().equals("WEEKLY"))
                && c.orders() <= 1
                && c.countryMismatch() != null
                && c.countryMismatch()
                && c.orderByMedian() != null
                && c.orderByMedian() >= firstOrder) {
            decisions.begin("RI-06", c);
            decisions.reviewOrder();
        }
        if ((c.moment().equals("ORDER") || c.moment().equals("WEEKLY"))
                && c.daysSinceRegistration() != null
                && c.daysSinceRegistration() <= youngDays
                && c.ordersLastDay() != null
                && c.ordersLastDay() >= busyOrders) {
            decisions.begin("RI-07", c);
            decisions.reviewOrder();
        }
    }

    private void returns(CustomerSnapshot c, Recorder decisions) {
        if ((c.moment().equals("ORDER") || c.moment().equals("WEEKLY"))
                && c.orders() >= returnOrders
                && c.orderValue() != null
                && c.orderValue() > 0
                && c.returnShare() != null
                && c.returnShare() >= heavyReturns) {
            decisions.begin("RR-01", c);
            decisions.reviewOrder();
        }
        if ((c.moment().equals("ORDER") || c.moment().equals("WEEKLY"))
                && c.returnShare() != null
                && c.returnShare() >= heavyReturns
                && c.orderByMedian() != null
                && c.orderByMedian() >= largeOrder) {
            decisions.begin("RR-02", c);
            decisions.reviewOrder();
        }
    }
}
