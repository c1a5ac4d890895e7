package perennial.ruleengine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.rules.Channel;
import perennial.rules.Kind;
import perennial.rules.Text;

/**
 * What is to be done for a customer, and why.
 *
 * @param arguments percent (a Double) where there is a discount; product (a String), listPrice and price (Money) where a
 *     price is offered
 * @param channel for decisions that reach the customer
 * @param rules the names of the rules that proposed it
 * @param limits the guard rails that changed it
 * @param valuation for decisions that have an expected value
 */
public record Decision(
        Kind kind,
        String verb,
        Map<String, Object> arguments,
        Optional<Channel> channel,
        List<String> rules,
        Text reason,
        List<Limit> limits,
        Optional<Valuation> valuation) {

    /** A guard rail that changed a proposal, and how. */
    public record Limit(Rail rail, Text effect) {}

    /** The guard rails that change a proposal and let it pass. */
    public enum Rail {
        MAX_DISCOUNT,
        PRICE_FLOOR,
        OTHER_CHANNEL
    }
}
