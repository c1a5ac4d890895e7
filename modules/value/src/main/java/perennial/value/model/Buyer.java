package perennial.value.model;

import java.util.Optional;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;

/**
 * What the value models need to know of a customer who has bought.
 *
 * @param x purchase days after the first
 * @param tx days from the first to the last
 * @param T days from the first to the cut
 * @param meanSpend of those days, in major units; 0 where there are none
 * @param typicalGap geometric mean of the days between two of them; 0 where there are none
 */
public record Buyer(CustomerId id, double x, double tx, double T, double meanSpend, double typicalGap) {

    /** Empty for a customer who never bought. */
    public static Optional<Buyer> of(Features features) {
        return features.get(Feature.FREQUENCY).stream()
                .mapToObj(x -> new Buyer(
                        features.customer(),
                        x,
                        features.orElse(Feature.LAST_AGE, 0),
                        features.orElse(Feature.AGE, 0),
                        features.orElse(Feature.MONETARY, 0),
                        features.orElse(Feature.GAP_TYPICAL, features.orElse(Feature.GAP_MEAN, 0))))
                .findFirst();
    }

    double sumOfLogGaps() {
        return x == 0 ? 0 : x * Math.log(typicalGap);
    }
}
