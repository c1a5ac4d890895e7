package perennial.analytics.valuation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.analytics.evaluation.ForecastQuality;
import perennial.kernel.Words;

/**
 * How well one forecaster, knowing what was known at one time, foretold what came after it.
 *
 * @param forecaster the name of a model or of a naive baseline
 * @param origin the time at which it forecast
 * @param reason what became of the fit; empty for a baseline, which needs none
 * @param purchases over the horizon; empty where no model was found
 * @param money over the horizon; empty also where no spend is known, or its mean does not exist
 * @param logScore mean logarithm of the probability that was given to the number of purchases that came; the higher the
 *     better. Empty for a baseline, which gives no probabilities
 * @param purchasesCoverage share of a sample of the customers whose purchases lay in their outcome interval of 80 %
 * @param moneyCoverage the same of their spend
 * @param course repeat purchases of all these customers together from the beginning on, week after week
 */
public record Judgement(
        String forecaster,
        double origin,
        Optional<Words> reason,
        Optional<ForecastQuality> purchases,
        Optional<ForecastQuality> money,
        OptionalDouble logScore,
        OptionalDouble purchasesCoverage,
        OptionalDouble moneyCoverage,
        List<Week> course) {
    public Judgement {
        course = List.copyOf(course);
    }

    static Judgement withoutModel(String forecaster, double origin, Words reason) {
        return new Judgement(
                forecaster,
                origin,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
    }

    static Judgement ofBaseline(
            String forecaster, double origin, ForecastQuality purchases, Optional<ForecastQuality> money) {
        return new Judgement(
                forecaster,
                origin,
                Optional.empty(),
                Optional.of(purchases),
                money,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of());
    }

    /** All repeat purchases up to a time, as they came and as the model expects them of the first purchases alone. */
    public record Week(double until, double actual, double expected) {}
}
