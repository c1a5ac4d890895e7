package perennial.ruleengine;

import perennial.rules.CustomerSnapshot;
import perennial.rules.Kind;

/**
 * The shipped rules of pricing as somebody would write them without an engine, one after the other: what the engine's
 * speed is measured against. A test holds them equal to the rules, so a changed rule is changed here too.
 */
final class PricingByHand implements ByHand {
    private final double clearancePercent;
    private final double costlyReturns;
    private final double deadStockDays;
    private final double deadStockPercent;
    private final double fullPriceOrders;
    private final double fullPriceShare;
    private final double goodMargin;
    private final double loyaltyPricePercent;
    private final double loyalOrders;
    private final double loyalRank;
    private final double matchMargin;
    private final double matchMost;
    private final double matchPercent;
    private final double offerShare;
    private final double onlyCoupons;
    private final double overstockDays;
    private final double secureChurn;

    PricingByHand(Parameters parameters) {
        clearancePercent = ByHand.number(parameters, "CLEARANCE_PERCENT");
        costlyReturns = ByHand.number(parameters, "COSTLY_RETURNS");
        deadStockDays = ByHand.number(parameters, "DEAD_STOCK_DAYS");
        deadStockPercent = ByHand.number(parameters, "DEAD_STOCK_PERCENT");
        fullPriceOrders = ByHand.number(parameters, "FULL_PRICE_ORDERS");
        fullPriceShare = ByHand.number(parameters, "FULL_PRICE_SHARE");
        goodMargin = ByHand.number(parameters, "GOOD_MARGIN");
        loyaltyPricePercent = ByHand.number(parameters, "LOYALTY_PRICE_PERCENT");
        loyalOrders = ByHand.number(parameters, "LOYAL_ORDERS");
        loyalRank = ByHand.number(parameters, "LOYAL_RANK");
        matchMargin = ByHand.number(parameters, "MATCH_MARGIN");
        matchMost = ByHand.number(parameters, "MATCH_MOST");
        matchPercent = ByHand.number(parameters, "MATCH_PERCENT");
        offerShare = ByHand.number(parameters, "OFFER_SHARE");
        onlyCoupons = ByHand.number(parameters, "ONLY_COUPONS");
        overstockDays = ByHand.number(parameters, "OVERSTOCK_DAYS");
        secureChurn = ByHand.number(parameters, "SECURE_CHURN");
    }

    @Override
    public void decide(CustomerSnapshot c, Recorder decisions) {
        clearance(c, decisions);
        loyaltyPrice(c, decisions);
        marginProtection(c, decisions);
        priceMatch(c, decisions);
    }

    private void clearance(CustomerSnapshot c, Recorder decisions) {
        if (c.moment().equals("WEEKLY")
                && !c.stage().equals("CHURNED")
                && c.offerStockCover() != null
                && c.offerStockCover() >= overstockDays
                && c.offerStockCover() < deadStockDays
                && c.couponShare() != null
                && c.couponShare() >= offerShare) {
            decisions.begin("CL-01", c);
            decisions.offerPrice(Kind.CLEARANCE, clearancePercent);
        }
        if (c.moment().equals("WEEKLY")
                && !c.stage().equals("CHURNED")
                && c.offerStockCover() != null
                && c.offerStockCover() >= deadStockDays) {
            decisions.begin("CL-02", c);
            decisions.offerPrice(Kind.CLEARANCE, deadStockPercent);
        }
    }

    private void loyaltyPrice(CustomerSnapshot c, Recorder decisions) {
        if (c.moment().equals("WEEKLY")
                && (c.stage().equals("RETENTION") || c.stage().equals("ACTIVE"))
                && c.orders() >= loyalOrders
                && c.valueRank() != null
                && c.valueRank() >= loyalRank
                && c.offerMargin() != null
                && c.offerMargin() >= goodMargin) {
            decisions.begin("LP-01", c);
            decisions.offerPrice(Kind.LOYALTY_PRICE, loyaltyPricePercent);
        }
        if (c.moment().equals("WEEKLY")
                && (c.stage().equals("RETENTION") || c.stage().equals("ACTIVE"))
                && c.trend() != null
                && c.trend() < 0
                && c.valueRank() != null
                && c.valueRank() >= loyalRank
                && c.offerMargin() != null
                && c.offerMargin() >= goodMargin
                && c.orders() < loyalOrders) {
            decisions.begin("LP-02", c);
            decisions.offerPrice(Kind.LOYALTY_PRICE, loyaltyPricePercent);
        }
    }

    private void marginProtection(CustomerSnapshot c, Recorder decisions) {
        if (c.moment().equals("WEEKLY")
                && (c.stage().equals("RETENTION") || c.stage().equals("ACTIVE"))
                && c.orders() >= fullPriceOrders
                && c.couponShare() != null
                && c.couponShare() <= fullPriceShare
                && c.churnProbability() != null
                && c.churnProbability() <= secureChurn) {
            decisions.begin("MP-01", c);
            decisions.keepFullPrice();
        }
        if (c.moment().equals("WEEKLY")
                && c.orders() >= fullPriceOrders
                && c.returnShare() != null
                && c.returnShare() >= costlyReturns) {
            decisions.begin("MP-02", c);
            decisions.keepFullPrice();
        }
        if (c.moment().equals("WEEKLY")
                && c.orders() >= fullPriceOrders
                && c.couponShare() != null
                && c.couponShare() >= onlyCoupons
                && c.averageOrder() != null
                && c.medianOrder() != null
                && c.averageOrder() < c.medianOrder()) {
            decisions.begin("MP-03", c);
            decisions.keepFullPrice();
        }
    }

    private void priceMatch(CustomerSnapshot c, Recorder decisions) {
        if (c.moment().equals("WEEKLY")
                && (c.stage().equals("CONVERSION")
                        || c.stage().equals("RETENTION")
                        || c.stage().equals("ACTIVE"))
                && c.offerByUsual() != null
                && c.offerByUsual() > 1
                && c.offerByUsual() <= matchMost
                && c.offerMargin() != null
                && c.offerMargin() >= matchMargin) {
            decisions.begin("PM-01", c);
            decisions.offerPrice(Kind.PRICE_MATCH, matchPercent);
        }
    }
}
