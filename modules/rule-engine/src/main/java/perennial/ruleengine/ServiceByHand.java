package perennial.ruleengine;

import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Kind;

/**
 * The shipped rules of service as somebody would write them without an engine, one after the other: what the engine's
 * speed is measured against. A test holds them equal to the rules, so a changed rule is changed here too.
 */
final class ServiceByHand implements ByHand {
    private final double hurriedOrders;
    private final double largeOrder;
    private final double newCaseDays;
    private final double stormOrders;
    private final double youngDays;

    ServiceByHand(Parameters parameters) {
        hurriedOrders = ByHand.number(parameters, "HURRIED_ORDERS");
        largeOrder = ByHand.number(parameters, "LARGE_ORDER");
        newCaseDays = ByHand.number(parameters, "NEW_CASE_DAYS");
        stormOrders = ByHand.number(parameters, "STORM_ORDERS");
        youngDays = ByHand.number(parameters, "YOUNG_DAYS");
    }

    @Override
    public void decide(CustomerSnapshot c, Recorder decisions) {
        if (c.moment().equals("ORDER")
                && c.ordersLastDay() != null
                && c.ordersLastDay() >= stormOrders
                && ((c.countryMismatch() != null && c.countryMismatch())
                        || (c.daysSinceRegistration() != null
                                && c.daysSinceRegistration() <= youngDays
                                && c.ordersLastHour() != null
                                && c.ordersLastHour() >= hurriedOrders))) {
            decisions.begin("ON-01", c);
            decisions.sendNotice(Kind.ORDER_CHECK).by(Channel.EMAIL);
        }
        if (c.moment().equals("ORDER")
                && c.countryMismatch() != null
                && c.countryMismatch()
                && c.orderByMedian() != null
                && c.orderByMedian() >= largeOrder) {
            decisions.begin("ON-02", c);
            decisions.sendNotice(Kind.ORDER_CHECK).by(Channel.PUSH).by(Channel.EMAIL);
        }
        if (c.moment().equals("SERVICE")
                && c.badCases() != null
                && c.badCases() >= 1
                && c.badCaseAge() != null
                && c.badCaseAge() <= newCaseDays) {
            decisions.begin("CN-01", c);
            decisions.sendNotice(Kind.CASE_CARE).by(Channel.PUSH).by(Channel.EMAIL);
        }
    }
}
