package perennial.overview;

import java.util.Optional;
import perennial.kernel.Money;
import perennial.value.ValueScores.Range;

/**
 * What a customer's leaving would cost: churn probability times the spend expected of the next 12 months.
 *
 * @param amount the expectation
 * @param lower where the expected spend is at the lower end of its 80 % interval; the probability is taken at its word
 * @param upper where it is at the upper end
 */
public record AtRisk(Money amount, Optional<Money> lower, Optional<Money> upper) {

    /** @param estimate how sure the expected spend is; its lower end may lie below 0, what is at risk does not */
    public static AtRisk of(double churnProbability, Money expected, Optional<Range> estimate) {
        return new AtRisk(
                part(expected, churnProbability),
                estimate.map(range -> part(range.lower(), churnProbability)),
                estimate.map(range -> part(range.upper(), churnProbability)));
    }

    private static Money part(Money amount, double share) {
        return new Money(Math.max(0, Math.round(amount.minor() * share)), amount.currency());
    }
}
