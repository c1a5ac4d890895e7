package perennial.ruleengine;

import perennial.kernel.Money;
import perennial.ruleengine.Economics.Source;

/**
 * What a decision is expected to bring and to cost, by the formula of {@link Economics}.
 *
 * @param outlay what is expected to be spent: the contact and every discount given
 * @param source where the effect behind the figures is known from
 */
public record Valuation(Money gain, Money cost, Money outlay, Source source) {

    public Money net() {
        return gain.minus(cost);
    }
}
