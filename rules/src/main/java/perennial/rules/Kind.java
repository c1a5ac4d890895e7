package perennial.rules;

import static perennial.rules.Domain.MARKETING;
import static perennial.rules.Domain.PRICING;
import static perennial.rules.Domain.RISK;
import static perennial.rules.Domain.SERVICE;

import java.util.Optional;

/** What a decision is for. */
public enum Kind {
    WELCOME(MARKETING, "Welcome", "欢迎新客"),
    SECOND_PURCHASE(MARKETING, "Second purchase", "促成复购"),
    WIN_BACK(MARKETING, "Win back", "挽回"),
    CART_REMINDER(MARKETING, "Cart reminder", "购物车提醒"),
    CROSS_SELL(MARKETING, "Cross-sell", "交叉销售"),
    LOYALTY(MARKETING, "Loyalty", "忠诚维护"),
    SERVICE_RECOVERY(MARKETING, "Service recovery", "服务补救"),
    QUIET(MARKETING, "Quiet period", "静默期"),
    LOYALTY_PRICE(PRICING, "Loyalty price", "忠诚价"),
    PRICE_MATCH(PRICING, "Price match", "让价"),
    CLEARANCE(PRICING, "Clearance offer", "清仓优惠"),
    NO_DISCOUNT(PRICING, "No discount", "不打折"),
    REVIEW_ORDER(RISK, "Review the order", "人工审核订单"),
    BLOCK_ORDER(RISK, "Hold the order", "拦截订单"),
    ORDER_CHECK(SERVICE, "Notice that an order is checked", "订单核查通知"),
    CASE_CARE(SERVICE, "Notice that a case is looked after", "客服个案受理通知");

    private final Domain domain;
    private final String en;
    private final String zh;

    Kind(Domain domain, String en, String zh) {
        this.domain = domain;
        this.en = en;
        this.zh = zh;
    }

    public Domain domain() {
        return domain;
    }

    public Text label() {
        return new Text(en, zh);
    }

    /** Whether it tells customers about their own business with the shop, so that they are told in any case. */
    public boolean transactional() {
        return domain == SERVICE;
    }

    /** The moment, as rules name it, of what a transactional message answers; empty for all others. */
    public Optional<String> answers() {
        return switch (this) {
            case ORDER_CHECK -> Optional.of("ORDER");
            case CASE_CARE -> Optional.of("SERVICE");
            default -> Optional.empty();
        };
    }
}
