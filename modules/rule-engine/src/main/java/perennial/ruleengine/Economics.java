package perennial.ruleengine;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.rules.Channel;
import perennial.rules.Kind;

/**
 * What a proposal is expected to bring, and to cost:
 *
 * <pre>
 * p    = 1 - exp(-expectedPurchases * horizon / 365 days)   probability of ordering anyway
 * gain = uplift * v * (g - d)                                margin of the orders that the proposal adds
 * cost = p * take * v * d + contact                          discount for who would have ordered anyway, and the contact
 * net  = gain - cost
 * </pre>
 *
 * with v what is at stake (see {@link Stake}), g the gross margin as a share and d the discount as a share. A customer
 * who never ordered has p = 0; one who did but has no forecast has p = 1, so that a discount is not given on a guess.
 *
 * @param grossMargin share of sales that is left after the cost of goods, over 0 and at most 1; for an offered product
 *     its own margin counts instead
 * @param horizon how long a proposal works
 * @param contactCost in minor units, by channel; a channel left out costs nothing
 * @param effects by verb and kind; a proposal without an effect has no expected value
 */
public record Economics(
        Currency currency,
        double grossMargin,
        Duration horizon,
        Map<Channel, Long> contactCost,
        Map<Lever, Effect> effects) {

    public Economics {
        if (!(grossMargin > 0 && grossMargin <= 1)) {
            throw new InvalidInputException(
                    "grossMargin", grossMargin, "a gross margin is over 0 and at most 1", "give a share, such as 0.4");
        }
        if (horizon.isNegative() || horizon.isZero()) {
            throw new InvalidInputException("horizon", horizon, "a proposal works for some time", "give days");
        }
        contactCost = Map.copyOf(contactCost);
        effects = Map.copyOf(effects);
    }

    /**
     * What moves a customer: a verb, used for a kind of decision.
     *
     * @param segment whose customers it moves so; empty for all who are in none of their own
     */
    public record Lever(String verb, Kind kind, String segment) {
        public Lever(String verb, Kind kind) {
            this(verb, kind, "");
        }
    }

    /**
     * The effect on a customer of a segment: its own, else that on everybody.
     *
     * @param segment null for who is in none
     */
    Optional<Effect> effect(String verb, Kind kind, @Nullable String segment) {
        return Optional.ofNullable(segment)
                .map(one -> effects.get(new Lever(verb, kind, one)))
                .or(() -> Optional.ofNullable(effects.get(new Lever(verb, kind))));
    }

    /**
     * @param uplift how much likelier an order becomes, from 0 to 1
     * @param take share of those who order anyway that take the discount, from 0 to 1
     */
    public record Effect(double uplift, double take, Stake stake, Source source) {
        public Effect {
            if (!(uplift >= 0 && uplift <= 1 && take >= 0 && take <= 1)) {
                throw new InvalidInputException(
                        "effect", uplift + ", " + take, "uplift and take are shares", "give 0 to 1");
            }
        }
    }

    /** What is won or lost. */
    public enum Stake {
        /** The customer's average order, else the shop's median order. */
        ORDER,
        /** The cart left standing, else as ORDER. */
        CART,
        /** The value expected in 12 months, else as ORDER. */
        YEAR,
        /** The offered product at its list price. */
        PRODUCT
    }

    /** Where an effect is known from. */
    public enum Source {
        ASSUMED,
        EXPERIMENT
    }

    /** The same with the effects that a shop holds true; what is at stake and who takes a discount stay as assumed. */
    public Economics with(Map<Lever, Held> held) {
        Map<Lever, Effect> own = new HashMap<>();
        held.forEach((lever, uplift) -> {
            Effect assumed = effects.getOrDefault(
                    new Lever(lever.verb(), lever.kind()), new Effect(0, 1, Stake.ORDER, Source.ASSUMED));
            own.put(lever, new Effect(uplift.uplift(), assumed.take(), assumed.stake(), uplift.source()));
        });
        return new Economics(currency, grossMargin, horizon, contactCost, own);
    }

    /** @param uplift as in {@link Effect} */
    public record Held(double uplift, Source source) {}

    /** Effects and costs assumed for a shop that has not measured its own yet. */
    public static Economics assumed(Currency currency) {
        Map<Lever, Effect> effects = new HashMap<>();
        assume(effects, Kind.WELCOME, Stake.ORDER, 0.02, 0.05);
        assume(effects, Kind.SECOND_PURCHASE, Stake.ORDER, 0.02, 0.05);
        assume(effects, Kind.WIN_BACK, Stake.ORDER, 0.01, 0.03);
        assume(effects, Kind.CART_REMINDER, Stake.CART, 0.08, 0.14);
        assume(effects, Kind.CROSS_SELL, Stake.ORDER, 0.01, 0.03);
        assume(effects, Kind.LOYALTY, Stake.ORDER, 0.01, 0.02);
        assume(effects, Kind.SERVICE_RECOVERY, Stake.YEAR, 0.02, 0.03);
        effects.put(new Lever("callCustomer", Kind.WIN_BACK), assumed(0.06, Stake.YEAR));
        effects.put(new Lever("callCustomer", Kind.LOYALTY), assumed(0.02, Stake.YEAR));
        effects.put(new Lever("callCustomer", Kind.SERVICE_RECOVERY), assumed(0.05, Stake.YEAR));
        effects.put(new Lever("offerPrice", Kind.LOYALTY_PRICE), new Effect(0.03, 0.1, Stake.PRODUCT, Source.ASSUMED));
        effects.put(new Lever("offerPrice", Kind.PRICE_MATCH), new Effect(0.04, 0.1, Stake.PRODUCT, Source.ASSUMED));
        effects.put(new Lever("offerPrice", Kind.CLEARANCE), new Effect(0.05, 0.1, Stake.PRODUCT, Source.ASSUMED));
        Map<Channel, Long> costs = Map.of(
                Channel.EMAIL, minor("0.01", currency),
                Channel.SMS, minor("0.08", currency),
                Channel.PUSH, 0L,
                Channel.PHONE, minor("4", currency));
        return new Economics(currency, 0.4, Duration.ofDays(30), costs, effects);
    }

    private static void assume(Map<Lever, Effect> effects, Kind kind, Stake stake, double byMessage, double byCoupon) {
        effects.put(new Lever("sendMessage", kind), assumed(byMessage, stake));
        effects.put(new Lever("offerCoupon", kind), assumed(byCoupon, stake));
    }

    private static Effect assumed(double uplift, Stake stake) {
        return new Effect(uplift, 1, stake, Source.ASSUMED);
    }

    private static long minor(String major, Currency currency) {
        return Money.of(new BigDecimal(major), currency).minor();
    }
}
