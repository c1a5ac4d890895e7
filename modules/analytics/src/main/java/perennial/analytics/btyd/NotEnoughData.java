package perennial.analytics.btyd;

import java.util.Locale;

/**
 * Too few customers, or too few of them with a repeat purchase, for a model to say anything.
 *
 * @param customers how many there are
 * @param repeatBuyers how many of them bought again (for spend: with a spend to learn from)
 */
public record NotEnoughData<M>(long customers, long repeatBuyers, Fit.Settings settings) implements FitResult<M> {

    /** The statement for people, with the thresholds. */
    public String reason(Locale locale) {
        return Convergence.PHRASES.format(
                locale,
                "not-enough-data",
                customers,
                repeatBuyers,
                settings.fewestCustomers(),
                settings.fewestRepeatBuyers());
    }
}
