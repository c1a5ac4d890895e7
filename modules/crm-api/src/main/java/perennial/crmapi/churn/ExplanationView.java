package perennial.crmapi.churn;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import perennial.analytics.churn.Contribution;
import perennial.churn.ChurnExplanations.Explanation;

/**
 * @param score log-odds before calibration: baseline and all contributions add up to it
 * @param sentences what raises the risk most, at most three
 */
public record ExplanationView(
        String customer,
        double probability,
        String model,
        Instant asOf,
        int horizonDays,
        double score,
        double baseline,
        List<ContributionView> contributions,
        List<String> sentences) {

    static ExplanationView of(Explanation told, Locale language) {
        return new ExplanationView(
                told.assessment().customer().value(),
                told.assessment().probability(),
                told.model(),
                told.asOf(),
                told.horizonDays(),
                told.assessment().score(),
                told.assessment().base(),
                told.assessment().contributions().stream()
                        .map(part -> ContributionView.of(part, language))
                        .toList(),
                told.assessment().reasons().stream()
                        .map(reason -> reason.sentence(language))
                        .toList());
    }

    /** @param contribution in log-odds; above 0 it raises the risk */
    public record ContributionView(
            String feature,
            String title,
            String unit,
            @Nullable Double value,
            @Nullable Double typical,
            double contribution) {
        static ContributionView of(Contribution part, Locale language) {
            return new ContributionView(
                    part.feature().label(),
                    part.feature().title(language),
                    part.feature().unit().title(language),
                    known(part.value()),
                    known(part.typical()),
                    part.logOdds());
        }
    }

    static @Nullable Double known(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
