package perennial.ruleengine;

import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Kind;

/**
 * The shipped rules of marketing as somebody would write them without an engine, one after the other: what the engine's
 * speed is measured against. A test holds them equal to the rules, so a changed rule is changed here too.
 */
final class MarketingByHand implements ByHand {
    private final double amendsPercent;
    private final double bargainShare;
    private final double cartLeastDays;
    private final double cartMostDays;
    private final double cartPercent;
    private final double crossSellPercent;
    private final double dormantDays;
    private final double driftingChurn;
    private final double fallingTrend;
    private final double fewProducts;
    private final double firstCartPercent;
    private final double forgettingDays;
    private final double freshCaseDays;
    private final double freshOrderDays;
    private final double goneSilent;
    private final double largeCart;
    private final double longGoneDays;
    private final double lookingVisits;
    private final double lostFirstDays;
    private final double loyaltyPercent;
    private final double manyOrders;
    private final double newcomerDays;
    private final double oneCategory;
    private final double peaceDays;
    private final double regularOrders;
    private final double repeatedCases;
    private final double secondPercent;
    private final double settledDays;
    private final double topRank;
    private final double valuableRank;
    private final double welcomePercent;
    private final double winBackPercent;

    MarketingByHand(Parameters parameters) {
        amendsPercent = ByHand.number(parameters, "AMENDS_PERCENT");
        bargainShare = ByHand.number(parameters, "BARGAIN_SHARE");
        cartLeastDays = ByHand.number(parameters, "CART_LEAST_DAYS");
        cartMostDays = ByHand.number(parameters, "CART_MOST_DAYS");
        cartPercent = ByHand.number(parameters, "CART_PERCENT");
        crossSellPercent = ByHand.number(parameters, "CROSS_SELL_PERCENT");
        dormantDays = ByHand.number(parameters, "DORMANT_DAYS");
        driftingChurn = ByHand.number(parameters, "DRIFTING_CHURN");
        fallingTrend = ByHand.number(parameters, "FALLING_TREND");
        fewProducts = ByHand.number(parameters, "FEW_PRODUCTS");
        firstCartPercent = ByHand.number(parameters, "FIRST_CART_PERCENT");
        forgettingDays = ByHand.number(parameters, "FORGETTING_DAYS");
        freshCaseDays = ByHand.number(parameters, "FRESH_CASE_DAYS");
        freshOrderDays = ByHand.number(parameters, "FRESH_ORDER_DAYS");
        goneSilent = ByHand.number(parameters, "GONE_SILENT");
        largeCart = ByHand.number(parameters, "LARGE_CART");
        longGoneDays = ByHand.number(parameters, "LONG_GONE_DAYS");
        lookingVisits = ByHand.number(parameters, "LOOKING_VISITS");
        lostFirstDays = ByHand.number(parameters, "LOST_FIRST_DAYS");
        loyaltyPercent = ByHand.number(parameters, "LOYALTY_PERCENT");
        manyOrders = ByHand.number(parameters, "MANY_ORDERS");
        newcomerDays = ByHand.number(parameters, "NEWCOMER_DAYS");
        oneCategory = ByHand.number(parameters, "ONE_CATEGORY");
        peaceDays = ByHand.number(parameters, "PEACE_DAYS");
        regularOrders = ByHand.number(parameters, "REGULAR_ORDERS");
        repeatedCases = ByHand.number(parameters, "REPEATED_CASES");
        secondPercent = ByHand.number(parameters, "SECOND_PERCENT");
        settledDays = ByHand.number(parameters, "SETTLED_DAYS");
        topRank = ByHand.number(parameters, "TOP_RANK");
        valuableRank = ByHand.number(parameters, "VALUABLE_RANK");
        welcomePercent = ByHand.number(parameters, "WELCOME_PERCENT");
        winBackPercent = ByHand.number(parameters, "WIN_BACK_PERCENT");
    }

    @Override
    public void decide(CustomerSnapshot c, Recorder decisions) {
        cart(c, decisions);
        crossSell(c, decisions);
        loyalty(c, decisions);
        quiet(c, decisions);
        secondPurchase(c, decisions);
        serviceRecovery(c, decisions);
        welcome(c, decisions);
        winBack(c, decisions);
    }

    private void cart(CustomerSnapshot c, Recorder decisions) {
        if ((c.moment().equals("CART") || c.moment().equals("WEEKLY"))
                && c.cartAge() != null
                && c.cartAge() >= cartLeastDays
                && c.cartAge() <= cartMostDays) {
            decisions.begin("CA-01", c);
            decisions.sendMessage(Kind.CART_REMINDER).by(Channel.PUSH).by(Channel.EMAIL);
        }
        if ((c.moment().equals("CART") || c.moment().equals("WEEKLY"))
                && !c.stage().equals("ACQUISITION")
                && c.cartAge() != null
                && c.cartAge() >= cartLeastDays
                && c.cartAge() <= cartMostDays
                && c.cartByMedian() != null
                && c.cartByMedian() >= largeCart
                && c.couponShare() != null
                && c.couponShare() >= bargainShare) {
            decisions.begin("CA-02", c);
            decisions
                    .offerCoupon(Kind.CART_REMINDER, cartPercent)
                    .by(Channel.EMAIL)
                    .by(Channel.PUSH);
        }
        if ((c.moment().equals("CART") || c.moment().equals("WEEKLY"))
                && c.stage().equals("ACQUISITION")
                && c.cartAge() != null
                && c.cartAge() >= cartLeastDays
                && c.cartAge() <= cartMostDays) {
            decisions.begin("CA-03", c);
            decisions
                    .offerCoupon(Kind.CART_REMINDER, firstCartPercent)
                    .by(Channel.EMAIL)
                    .by(Channel.PUSH);
        }
    }

    private void crossSell(CustomerSnapshot c, Recorder decisions) {
        if (c.moment().equals("WEEKLY")
                && (c.stage().equals("RETENTION") || c.stage().equals("ACTIVE"))
                && c.orders() >= regularOrders
                && c.categoryShare() != null
                && c.categoryShare() >= oneCategory) {
            decisions.begin("CS-01", c);
            decisions.sendMessage(Kind.CROSS_SELL).by(Channel.EMAIL).by(Channel.PUSH);
        }
        if (c.moment().equals("WEEKLY")
                && (c.stage().equals("RETENTION") || c.stage().equals("ACTIVE"))
                && c.orders() >= regularOrders
                && c.breadth() != null
                && c.breadth() <= fewProducts
                && c.couponShare() != null
                && c.couponShare() >= bargainShare) {
            decisions.begin("CS-02", c);
            decisions.offerCoupon(Kind.CROSS_SELL, crossSellPercent).by(Channel.EMAIL);
        }
    }

    private void loyalty(CustomerSnapshot c, Recorder decisions) {
        if (c.moment().equals("WEEKLY")
                && c.stage().equals("ACTIVE")
                && c.valueRank() != null
                && c.valueRank() >= topRank) {
            decisions.begin("LO-01", c);
            decisions.sendMessage(Kind.LOYALTY).by(Channel.EMAIL).by(Channel.PUSH);
        }
        if (c.moment().equals("WEEKLY")
                && (c.stage().equals("RETENTION") || c.stage().equals("ACTIVE"))
                && c.spendRank() != null
                && c.spendRank() >= valuableRank
                && c.trend() != null
                && c.trend() <= fallingTrend
                && c.silence() != null
                && c.silence() < goneSilent) {
            decisions.begin("LO-02", c);
            decisions.offerCoupon(Kind.LOYALTY, loyaltyPercent).by(Channel.EMAIL);
        }
        if (c.moment().equals("WEEKLY")
                && c.orders() >= manyOrders
                && c.recency() != null
                && c.recency() >= peaceDays
                && c.recency() <= freshOrderDays) {
            decisions.begin("LO-03", c);
            decisions.sendMessage(Kind.LOYALTY).by(Channel.EMAIL);
        }
    }

    private void quiet(CustomerSnapshot c, Recorder decisions) {
        if (c.moment().equals("WEEKLY") && c.recency() != null && c.recency() < peaceDays) {
            decisions.begin("QU-01", c);
            decisions.keepQuiet();
        }
        if ((c.moment().equals("CART") || c.moment().equals("WEEKLY"))
                && c.badCases() != null
                && c.badCases() >= 1
                && c.badCaseAge() != null
                && c.badCaseAge() <= freshCaseDays) {
            decisions.begin("QU-02", c);
            decisions.keepQuiet();
        }
        if (c.moment().equals("WEEKLY")
                && c.stage().equals("CHURNED")
                && c.recency() != null
                && c.recency() > longGoneDays) {
            decisions.begin("QU-03", c);
            decisions.keepQuiet();
        }
    }

    private void secondPurchase(CustomerSnapshot c, Recorder decisions) {
        if (c.moment().equals("WEEKLY")
                && c.stage().equals("CONVERSION")
                && c.recency() != null
                && c.recency() >= settledDays
                && c.recency() < forgettingDays) {
            decisions.begin("SP-01", c);
            decisions.sendMessage(Kind.SECOND_PURCHASE).by(Channel.EMAIL).by(Channel.PUSH);
        }
        if (c.moment().equals("WEEKLY")
                && c.stage().equals("CONVERSION")
                && c.recency() != null
                && c.recency() >= forgettingDays
                && c.recency() <= lostFirstDays) {
            decisions.begin("SP-02", c);
            decisions
                    .offerCoupon(Kind.SECOND_PURCHASE, secondPercent)
                    .by(Channel.EMAIL)
                    .by(Channel.SMS);
        }
        if (c.moment().equals("WEEKLY")
                && c.stage().equals("CONVERSION")
                && c.recency() != null
                && c.recency() >= settledDays
                && c.recency() <= lostFirstDays
                && c.visits30() != null
                && c.visits30() >= lookingVisits) {
            decisions.begin("SP-03", c);
            decisions.sendMessage(Kind.SECOND_PURCHASE).by(Channel.PUSH);
        }
    }

    private void serviceRecovery(CustomerSnapshot c, Recorder decisions) {
        if ((c.moment().equals("SERVICE") || c.moment().equals("WEEKLY"))
                && c.badCases() != null
                && c.badCases() >= 1
                && c.badCaseAge() != null
                && c.badCaseAge() <= freshCaseDays) {
            decisions.begin("SR-01", c);
            decisions.sendMessage(Kind.SERVICE_RECOVERY).by(Channel.EMAIL);
        }
        if ((c.moment().equals("SERVICE") || c.moment().equals("WEEKLY"))
                && c.badCases() != null
                && c.badCases() >= repeatedCases
                && c.badCaseAge() != null
                && c.badCaseAge() <= freshCaseDays) {
            decisions.begin("SR-02", c);
            decisions.offerCoupon(Kind.SERVICE_RECOVERY, amendsPercent).by(Channel.EMAIL);
        }
        if ((c.moment().equals("SERVICE") || c.moment().equals("WEEKLY"))
                && c.badCases() != null
                && c.badCases() >= 1
                && c.badCaseAge() != null
                && c.badCaseAge() <= freshCaseDays
                && c.valueRank() != null
                && c.valueRank() >= valuableRank
                && c.expectedValueLower() != null
                && c.averageOrder() != null
                && c.expectedValueLower() >= c.averageOrder()) {
            decisions.begin("SR-03", c);
            decisions.callCustomer(Kind.SERVICE_RECOVERY).by(Channel.PHONE);
        }
    }

    private void welcome(CustomerSnapshot c, Recorder decisions) {
        if (c.moment().equals("WEEKLY")
                && c.stage().equals("ACQUISITION")
                && c.daysSinceRegistration() != null
                && c.daysSinceRegistration() <= newcomerDays) {
            decisions.begin("WE-01", c);
            decisions.sendMessage(Kind.WELCOME).by(Channel.EMAIL).by(Channel.PUSH);
        }
        if (c.moment().equals("WEEKLY")
                && c.stage().equals("ACQUISITION")
                && c.daysSinceRegistration() != null
                && c.daysSinceRegistration() > newcomerDays
                && c.visits30() != null
                && c.visits30() >= lookingVisits) {
            decisions.begin("WE-02", c);
            decisions
                    .offerCoupon(Kind.WELCOME, welcomePercent)
                    .by(Channel.EMAIL)
                    .by(Channel.PUSH);
        }
        if (c.moment().equals("WEEKLY")
                && c.stage().equals("ACQUISITION")
                && c.daysSinceRegistration() != null
                && c.daysSinceRegistration() >= dormantDays
                && c.visits30() != null
                && c.visits30() >= 1) {
            decisions.begin("WE-03", c);
            decisions.sendMessage(Kind.WELCOME).by(Channel.PUSH).by(Channel.EMAIL);
        }
    }

    private void winBack(CustomerSnapshot c, Recorder decisions) {
        if (c.moment().equals("WEEKLY")
                && (c.stage().equals("RETENTION") || c.stage().equals("ACTIVE"))
                && c.churnProbability() != null
                && c.churnProbability() >= driftingChurn) {
            decisions.begin("WB-01", c);
            decisions.sendMessage(Kind.WIN_BACK).by(Channel.EMAIL).by(Channel.PUSH);
        }
        if (c.moment().equals("WEEKLY")
                && c.stage().equals("CHURNED")
                && c.recency() != null
                && c.recency() <= longGoneDays
                && c.couponShare() != null
                && c.couponShare() >= bargainShare) {
            decisions.begin("WB-02", c);
            decisions
                    .offerCoupon(Kind.WIN_BACK, winBackPercent)
                    .by(Channel.EMAIL)
                    .by(Channel.SMS);
        }
        if (c.moment().equals("WEEKLY")
                && c.orders() >= regularOrders
                && c.silence() != null
                && c.silence() >= goneSilent
                && c.recency() != null
                && c.recency() <= longGoneDays
                && c.spendRank() != null
                && c.spendRank() >= valuableRank) {
            decisions.begin("WB-03", c);
            decisions
                    .offerCoupon(Kind.WIN_BACK, winBackPercent)
                    .by(Channel.EMAIL)
                    .by(Channel.SMS);
            decisions.sendMessage(Kind.WIN_BACK).by(Channel.EMAIL);
        }
        if (c.moment().equals("WEEKLY")
                && c.stage().equals("CHURNED")
                && c.orders() >= regularOrders
                && c.recency() != null
                && c.recency() <= longGoneDays) {
            decisions.begin("WB-04", c);
            decisions.sendMessage(Kind.WIN_BACK).by(Channel.EMAIL);
        }
        if (c.moment().equals("WEEKLY")
                && c.churnProbability() != null
                && c.churnProbability() >= driftingChurn
                && c.mainChurnReason() != null
                && c.mainChurnReason().equals("SERVICE")
                && c.valueRank() != null
                && c.valueRank() >= valuableRank
                && c.recency() != null
                && c.recency() <= longGoneDays) {
            decisions.begin("WB-05", c);
            decisions.callCustomer(Kind.WIN_BACK).by(Channel.PHONE);
        }
        if (c.moment().equals("WEEKLY")
                && c.churnProbability() != null
                && c.churnProbability() >= driftingChurn
                && c.churnReason() != null
                && (c.churnReason().equals("breadth")
                        || c.churnReason().equals("topShare")
                        || c.churnReason().equals("categoryShare"))
                && c.recency() != null
                && c.recency() <= longGoneDays) {
            decisions.begin("WB-06", c);
            decisions.sendMessage(Kind.CROSS_SELL).by(Channel.EMAIL);
        }
        if (c.moment().equals("WEEKLY")
                && c.stage().equals("CHURNED")
                && c.recency() != null
                && c.recency() <= longGoneDays
                && c.valueRank() != null
                && c.valueRank() >= topRank
                && c.expectedValue() != null
                && c.averageOrder() != null
                && c.expectedValue() >= c.averageOrder()) {
            decisions.begin("WB-07", c);
            decisions.callCustomer(Kind.WIN_BACK).by(Channel.PHONE);
        }
        if (c.moment().equals("SILENCE")
                && (c.stage().equals("RETENTION") || c.stage().equals("ACTIVE"))
                && c.orders() >= regularOrders
                && c.silence() != null
                && c.silence() >= goneSilent) {
            decisions.begin("WB-08", c);
            decisions
                    .offerCoupon(Kind.WIN_BACK, winBackPercent)
                    .by(Channel.EMAIL)
                    .by(Channel.SMS);
            decisions.sendMessage(Kind.WIN_BACK).by(Channel.EMAIL);
        }
    }
}
