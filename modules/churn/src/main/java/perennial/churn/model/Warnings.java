package perennial.churn.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.churn.ModelCard;
import perennial.analytics.features.Feature;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.kernel.Words;

/** When the model in force should not be trusted as it is. */
public final class Warnings {
    private static final double FLATTEST = 0.8;
    private static final double STEEPEST = 1.25;

    private Warnings() {}

    /** @param drift of today's customers from those that the model learned from, by feature */
    public static List<Words> of(ChurnEvidence evidence, Map<String, Double> drift, Instant now, Terms terms) {
        List<Words> warnings = new ArrayList<>();
        evidence.trained()
                .filter(trained -> isOld(trained, now, terms))
                .ifPresent(trained -> warnings.add(Reasons.of(
                        "warning.aged", Duration.between(trained, now).toDays(), terms.oldestDays())));
        drift.entrySet().stream()
                .filter(index -> index.getValue() > Terms.DRIFT)
                .max(Map.Entry.comparingByValue())
                .ifPresent(index -> warnings.add(drifted(index.getKey(), index.getValue())));
        Map<String, Double> own = evidence.model()
                .flatMap(name -> Optional.ofNullable(evidence.measures().get(name)))
                .orElse(Map.of());
        Optional.ofNullable(own.get("calibrationSlope"))
                .filter(slope -> slope < FLATTEST || slope > STEEPEST)
                .ifPresent(slope -> warnings.add(Reasons.of("warning.slope", slope)));
        double low = own.getOrDefault("aucLower", 1.0);
        double silence = Optional.ofNullable(evidence.measures().get(ModelCard.RECENCY_ONLY))
                .map(recency -> recency.getOrDefault("auc", 0.0))
                .orElse(0.0);
        if (low <= silence) {
            warnings.add(Reasons.of("warning.recency", low, silence));
        }
        if (evidence.model().isPresent() && own.isEmpty()) {
            warnings.add(Reasons.of("warning.unjudged"));
        }
        return warnings;
    }

    static boolean isOld(Instant trained, Instant now, Terms terms) {
        return trained.plus(Duration.ofDays(terms.oldestDays())).isBefore(now);
    }

    private static Words drifted(String label, double index) {
        Words title = Feature.labelled(label)
                .map(feature -> new Words(feature.title(Locale.ENGLISH), feature.title(Locale.SIMPLIFIED_CHINESE)))
                .orElseGet(() -> Reasons.of("alive"));
        return new Words(
                Reasons.of("warning.drift", title.english(), index).english(),
                Reasons.of("warning.drift", title.chinese(), index).chinese());
    }
}
