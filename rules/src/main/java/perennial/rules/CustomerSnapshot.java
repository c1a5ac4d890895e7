package perennial.rules;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One customer as the rules see them, at one moment: the only fact that rules read. Its components are the attributes
 * of the rule language, and this is the only place where they are named.
 *
 * <p>What is not known is {@code null} here, the one form of absence that the rule language knows ({@code
 * churnProbability == null}). No other condition on an unknown attribute holds, neither {@code < 0.5} nor {@code !=
 * 0.5}: a rule cannot take "not known" for a number.
 *
 * <p>Amounts are minor units of {@code currency}. "The order" of the attributes about risk is the one just placed at the
 * moment ORDER and, in the weekly run, the customer's last one if it is of the past seven days.
 */
public record CustomerSnapshot(
        @Word(en = "the shop's own number of the customer", zh = "客户编号")
        String customer,

        @Word(
                en =
                        "why the rules are asked now: the weekly run, a cart left standing, an order, a service case, a visit, "
                                + "a silence beyond the customer's own rhythm",
                zh = "触发时机：每周运行、购物车滞留、下单、客服个案、访问、超出自身节奏的沉默",
                oneOf = {"WEEKLY", "CART", "ORDER", "SERVICE", "VISIT", "SILENCE"})
        String moment,

        @Word(en = "the shop's currency, ISO 4217", zh = "店铺货币（ISO 4217）")
        String currency,

        @Word(
                en = "stage of the life with the shop",
                zh = "生命周期阶段",
                oneOf = {"ACQUISITION", "CONVERSION", "RETENTION", "ACTIVE", "CHURNED"})
        String stage,

        @Word(en = "code of the segment", zh = "客群代码") @Nullable
        String segment,

        @Word(en = "name of the segment", zh = "客群名称") @Nullable
        String segmentName,

        @Word(en = "code of the segment that the customer left with the last run", zh = "客户在最近一次运行中离开的客群代码") @Nullable
        String segmentBefore,

        @Word(en = "days since the customer registered", zh = "注册天数", unit = Unit.DAYS, min = 0) @Nullable
        Integer daysSinceRegistration,

        @Word(en = "orders placed so far", zh = "累计订单数", unit = Unit.COUNT, min = 0)
        int orders,

        @Word(en = "days with a purchase after the first one", zh = "首购之后的购买天数", unit = Unit.COUNT, min = 0) @Nullable
        Integer frequency,

        @Word(en = "days since the last purchase", zh = "距上次购买的天数", unit = Unit.DAYS, min = 0) @Nullable
        Double recency,

        @Word(en = "sum of all orders", zh = "累计消费", unit = Unit.MONEY, min = 0) @Nullable
        Long spend,

        @Word(en = "spend by orders", zh = "平均每单金额", unit = Unit.MONEY, min = 0) @Nullable
        Long averageOrder,

        @Word(en = "median of all orders of the shop", zh = "全店订单金额中位数", unit = Unit.MONEY, min = 0) @Nullable
        Long medianOrder,

        @Word(en = "value returned or cancelled by spend", zh = "退货或取消金额占消费的比例", unit = Unit.SHARE, min = 0, max = 1)
        @Nullable
        Double returnShare,

        @Word(en = "usual pause: mean of the days between purchases", zh = "通常的购买间隔天数", unit = Unit.DAYS, min = 0)
        @Nullable
        Double gapMean,

        @Word(
                en = "how irregular the pauses are: their standard deviation by their mean",
                zh = "购买间隔的波动：标准差与均值之比",
                unit = Unit.RATIO,
                min = 0)
        @Nullable
        Double gapVariation,

        @Word(en = "days since the last purchase by the usual pause", zh = "沉默时间与通常间隔之比", unit = Unit.RATIO, min = 0)
        @Nullable
        Double silence,

        @Word(
                en = "orders of the last 90 days less those of the 90 before, by their sum",
                zh = "近90天与前90天订单数之差占两者之和的比例",
                unit = Unit.RATIO,
                min = -1,
                max = 1)
        @Nullable
        Double trend,

        @Word(en = "different products bought", zh = "购买过的不同商品数", unit = Unit.COUNT, min = 0) @Nullable
        Integer breadth,

        @Word(en = "visits of the last 30 days", zh = "近30天访问次数", unit = Unit.COUNT, min = 0) @Nullable
        Integer visits30,

        @Word(en = "probability of having left", zh = "流失概率", unit = Unit.SHARE, min = 0, max = 1) @Nullable
        Double churnProbability,

        @Word(
                en = "what speaks most for leaving, features that tell the same story together",
                zh = "流失的主要缘由（同类特征合并）",
                oneOf = {
                    "SILENCE",
                    "HABIT",
                    "RHYTHM",
                    "RECENT_ORDERS",
                    "SPEND",
                    "LAST_ORDER",
                    "BASKET",
                    "RETURNS",
                    "ASSORTMENT",
                    "COUPONS",
                    "VISITS",
                    "CART",
                    "SERVICE"
                })
        @Nullable
        String mainChurnReason,

        @Word(en = "feature that speaks most for leaving", zh = "流失的首要原因") @Nullable
        String churnReason,

        @Word(en = "feature that speaks second most for leaving", zh = "流失的第二原因") @Nullable
        String churnReason2,

        @Word(en = "feature that speaks third most for leaving", zh = "流失的第三原因") @Nullable
        String churnReason3,

        @Word(en = "probability of still being a customer", zh = "仍为客户的概率", unit = Unit.SHARE, min = 0, max = 1)
        @Nullable
        Double aliveProbability,

        @Word(en = "purchases expected in 12 months", zh = "未来12个月预期购买次数", unit = Unit.COUNT, min = 0) @Nullable
        Double expectedPurchases,

        @Word(en = "value expected in 12 months", zh = "未来12个月预期价值", unit = Unit.MONEY, min = 0) @Nullable
        Long expectedValue,

        @Word(
                en = "lower end of the value expected: how sure the expectation is, right in 4 of 5 cases",
                zh = "预期价值估计的下限（80%区间）：反映预期本身的可靠程度",
                unit = Unit.MONEY,
                min = 0)
        @Nullable
        Long expectedValueLower,

        @Word(
                en = "upper end of the value expected: how sure the expectation is, right in 4 of 5 cases",
                zh = "预期价值估计的上限（80%区间）：反映预期本身的可靠程度",
                unit = Unit.MONEY,
                min = 0)
        @Nullable
        Long expectedValueUpper,

        @Word(
                en = "lower end of what this customer will spend in 12 months, in 4 of 5 cases",
                zh = "该客户未来12个月实际消费的下限（80%区间）",
                unit = Unit.MONEY,
                min = 0)
        @Nullable
        Long valueOutcomeLower,

        @Word(
                en = "upper end of what this customer will spend in 12 months, in 4 of 5 cases",
                zh = "该客户未来12个月实际消费的上限（80%区间）",
                unit = Unit.MONEY,
                min = 0)
        @Nullable
        Long valueOutcomeUpper,

        @Word(
                en = "share of the customers whose expected value is lower",
                zh = "预期价值低于该客户的客户占比",
                unit = Unit.SHARE,
                min = 0,
                max = 1)
        @Nullable
        Double valueRank,

        @Word(
                en = "share of the buyers who have spent less",
                zh = "累计消费低于该客户的买家占比",
                unit = Unit.SHARE,
                min = 0,
                max = 1)
        @Nullable
        Double spendRank,

        @Word(
                en = "days since something was put into a cart that no order followed",
                zh = "购物车滞留天数",
                unit = Unit.DAYS,
                min = 0)
        @Nullable
        Double cartAge,

        @Word(en = "value of the cart left standing", zh = "滞留购物车金额", unit = Unit.MONEY, min = 0) @Nullable
        Long cartValue,

        @Word(
                en = "value of the cart left standing by the shop's median order",
                zh = "滞留购物车金额与全店订单中位数之比",
                unit = Unit.RATIO,
                min = 0)
        @Nullable
        Double cartByMedian,

        @Word(
                en = "service cases of the last 90 days rated 2 or less",
                zh = "近90天评分不高于2的客服个案数",
                unit = Unit.COUNT,
                min = 0)
        @Nullable
        Integer badCases,

        @Word(en = "days since the last such case", zh = "距上次差评个案的天数", unit = Unit.DAYS, min = 0) @Nullable
        Double badCaseAge,

        @Word(en = "agreed to e-mails", zh = "同意接收电子邮件") @Nullable
        Boolean emailConsent,

        @Word(en = "agreed to text messages", zh = "同意接收短信") @Nullable
        Boolean smsConsent,

        @Word(en = "agreed to push notifications", zh = "同意接收推送通知") @Nullable
        Boolean pushConsent,

        @Word(en = "agreed to phone calls", zh = "同意接听电话") @Nullable
        Boolean phoneConsent,

        @Word(en = "the consents are assumed, not recorded", zh = "以上同意为假定而非实录") @Nullable
        Boolean consentAssumed,

        @Word(en = "category that most was spent on", zh = "最常购买的品类") @Nullable
        String favouriteCategory,

        @Word(
                en = "share of the spend that went to the favourite category",
                zh = "最常购买品类的消费占比",
                unit = Unit.SHARE,
                min = 0,
                max = 1)
        @Nullable
        Double categoryShare,

        @Word(en = "share of the orders that used a coupon", zh = "使用优惠券的订单占比", unit = Unit.SHARE, min = 0, max = 1)
        @Nullable
        Double couponShare,

        @Word(en = "product of the favourite category that fits best", zh = "最常购买品类中最合适的商品") @Nullable
        String offerProduct,

        @Word(en = "its list price", zh = "该商品标价", unit = Unit.MONEY, min = 0) @Nullable
        Long offerListPrice,

        @Word(
                en = "its list price by what the customer usually pays for a piece",
                zh = "该商品标价与客户惯常单件价之比",
                unit = Unit.RATIO,
                min = 0)
        @Nullable
        Double offerByUsual,

        @Word(en = "what it costs the shop", zh = "该商品成本", unit = Unit.MONEY, min = 0) @Nullable
        Long offerCost,

        @Word(en = "list price less cost, by list price", zh = "该商品毛利率", unit = Unit.SHARE, max = 1) @Nullable
        Double offerMargin,

        @Word(en = "days that its stock lasts at the present pace", zh = "按当前销速的库存可售天数", unit = Unit.DAYS, min = 0)
        @Nullable
        Double offerStockCover,

        @Word(en = "value of the order", zh = "本单金额", unit = Unit.MONEY, min = 0) @Nullable
        Long orderValue,

        @Word(en = "value of the order by the shop's median order", zh = "本单金额与全店订单中位数之比", unit = Unit.RATIO, min = 0)
        @Nullable
        Double orderByMedian,

        @Word(en = "orders within the hour that ends with the order", zh = "含本单在内一小时的订单数", unit = Unit.COUNT, min = 0)
        @Nullable
        Integer ordersLastHour,

        @Word(
                en = "orders within the 24 hours that end with the order",
                zh = "含本单在内24小时的订单数",
                unit = Unit.COUNT,
                min = 0)
        @Nullable
        Integer ordersLastDay,

        @Word(en = "the order is paid from another country than it is shipped to", zh = "支付国家与收货国家不同") @Nullable
        Boolean countryMismatch) {

    /**
     * A snapshot of what is known; whatever the map leaves out, or holds an empty Optional for, is not known.
     *
     * @param known by attribute name; numbers of any class, {@link perennial.kernel.Money} for amounts, enumerations
     *     for texts
     * @throws perennial.kernel.InvalidInputException when a name is no attribute, a value has another type or lies out
     *     of its range, or something is missing that is never unknown
     */
    public static CustomerSnapshot of(Map<String, ?> known) {
        return SnapshotForm.STANDARD.fill(known);
    }

    /** What is known, by attribute name and in the order of the vocabulary: {@link #of} makes the same of it. */
    public Map<String, Object> known() {
        return SnapshotForm.STANDARD.read(this);
    }

    /** What is known of one attribute; empty when it is not known or there is no such attribute. */
    public Optional<Object> known(String attribute) {
        return SnapshotForm.STANDARD.read(this, attribute);
    }

    /** Whether the customer agreed to be reached this way; empty when no consent is recorded. */
    public Optional<Boolean> consent(Channel channel) {
        return Optional.ofNullable(
                switch (channel) {
                    case EMAIL -> emailConsent;
                    case SMS -> smsConsent;
                    case PUSH -> pushConsent;
                    case PHONE -> phoneConsent;
                });
    }
}
