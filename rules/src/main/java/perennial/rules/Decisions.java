package perennial.rules;

import static perennial.rules.Kind.BLOCK_ORDER;
import static perennial.rules.Kind.CART_REMINDER;
import static perennial.rules.Kind.CASE_CARE;
import static perennial.rules.Kind.CLEARANCE;
import static perennial.rules.Kind.CROSS_SELL;
import static perennial.rules.Kind.LOYALTY;
import static perennial.rules.Kind.LOYALTY_PRICE;
import static perennial.rules.Kind.NO_DISCOUNT;
import static perennial.rules.Kind.ORDER_CHECK;
import static perennial.rules.Kind.PRICE_MATCH;
import static perennial.rules.Kind.QUIET;
import static perennial.rules.Kind.REVIEW_ORDER;
import static perennial.rules.Kind.SECOND_PURCHASE;
import static perennial.rules.Kind.SERVICE_RECOVERY;
import static perennial.rules.Kind.WELCOME;
import static perennial.rules.Kind.WIN_BACK;

/**
 * What a rule may propose for the customer that it matched. A proposal is only that: consent, caps, budget, price floor
 * and the choice among proposals come after the rules, and no rule can lift them.
 */
public interface Decisions {

    @Act(
            kinds = {WELCOME, SECOND_PURCHASE, WIN_BACK, CART_REMINDER, CROSS_SELL, LOYALTY, SERVICE_RECOVERY},
            en = "sends a message without an incentive",
            zh = "发送不含优惠的消息")
    Contact sendMessage(@Word(en = "what it is for", zh = "用途") Kind kind);

    @Act(
            kinds = {WELCOME, SECOND_PURCHASE, WIN_BACK, CART_REMINDER, CROSS_SELL, LOYALTY, SERVICE_RECOVERY},
            en = "sends a coupon for the next order",
            zh = "发送下一单可用的优惠券")
    Contact offerCoupon(
            @Word(en = "what it is for", zh = "用途") Kind kind,
            @Word(en = "per cent off", zh = "折扣百分比", unit = Unit.PERCENT, min = 1, max = 80) double percent);

    @Act(
            kinds = {WIN_BACK, LOYALTY, SERVICE_RECOVERY},
            en = "has a person call the customer",
            zh = "安排专人致电客户")
    Contact callCustomer(@Word(en = "what it is for", zh = "用途") Kind kind);

    @Act(
            kinds = QUIET,
            en =
                    "leaves the customer in peace: drops every message, coupon and call proposed beside it, but answers to service",
            zh = "不打扰客户：放弃其他规则提出的消息、优惠券和致电，服务补救除外")
    void keepQuiet();

    @Act(
            kinds = {LOYALTY_PRICE, PRICE_MATCH, CLEARANCE},
            en = "shows the offered product at a lower price to this customer",
            zh = "对该客户以更低价格展示推荐商品")
    void offerPrice(
            @Word(en = "what it is for", zh = "用途") Kind kind,
            @Word(en = "per cent off the list price", zh = "相对标价的折扣百分比", unit = Unit.PERCENT, min = 1, max = 80)
                    double percent);

    @Act(
            kinds = NO_DISCOUNT,
            en = "gives no discount: drops every coupon and lower price proposed beside it",
            zh = "不打折：同时放弃其他规则提出的优惠券和低价")
    void keepFullPrice();

    @Act(kinds = REVIEW_ORDER, en = "has a person look at the order before it ships", zh = "发货前由人工审核订单")
    void reviewOrder();

    @Act(
            kinds = BLOCK_ORDER,
            en = "holds the order until a person releases it, and drops every offer",
            zh = "拦截订单直至人工放行，并放弃所有优惠")
    void blockOrder();

    @Act(
            kinds = {ORDER_CHECK, CASE_CARE},
            en =
                    "tells the customer about an order or a case of their own and offers nothing: a transactional message, which "
                            + "needs no consent and is not capped",
            zh = "就客户本人的订单或个案告知进展，不含任何优惠：事务性消息，无需营销同意，也不受频次限制")
    Contact sendNotice(@Word(en = "what it is about", zh = "事由") Kind kind);

    /** How to reach the customer; said more than once, the first that consent and caps allow is taken. */
    interface Contact {
        Contact by(@Word(en = "how to reach the customer", zh = "联系方式") Channel channel);
    }
}
