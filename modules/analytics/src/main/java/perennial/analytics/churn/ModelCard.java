package perennial.analytics.churn;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.kernel.Window;

/**
 * What is known about a model: enough to trust it, to doubt it, and to make it again.
 *
 * @param recipe how it learned
 * @param asOf the instant up to which the shop's purchases were known
 * @param trainingLabels the label windows of the training snapshots, the latest first
 * @param examples customers in the training snapshots; one customer counts once a snapshot
 * @param churned of them those who left
 * @param features labels of the features in use
 * @param idleFeatures labels of those that are unknown or the same for everybody, and therefore not in use
 * @param calibration how log-odds became probabilities, chosen on the calibration part
 * @param versions of what computed the model, by name
 * @param contest the one that decided between the newly trained models, on the evaluation part; empty where only one could
 *     run
 * @param judgements of the evaluation part: the model chosen first, then the others, then the baselines
 * @param leftOut models that could not run, and why
 */
public record ModelCard(
        ChurnModel.Kind kind,
        Recipe recipe,
        ChurnDefinition definition,
        Instant asOf,
        List<Window> trainingLabels,
        Window calibrationLabels,
        Window evaluationLabels,
        int examples,
        int churned,
        List<String> features,
        List<String> idleFeatures,
        String calibration,
        long seed,
        Map<String, String> versions,
        Optional<Contest> contest,
        List<Judgement> judgements,
        List<LeftOut> leftOut) {
    /** The baseline that knows of a customer only how long they have been silent. */
    public static final String RECENCY_ONLY = "recency only";

    /** The baseline that knows only the rhythm of purchases: MBG/NBD's probability of none in the horizon. */
    public static final String PURCHASE_MODEL = "purchase model";

    public ModelCard {
        trainingLabels = List.copyOf(trainingLabels);
        features = List.copyOf(features);
        idleFeatures = List.copyOf(idleFeatures);
        versions = Map.copyOf(versions);
        judgements = List.copyOf(judgements);
        leftOut = List.copyOf(leftOut);
    }

    /** What a model's probabilities were worth on the evaluation part. */
    public record Judgement(String model, ClassificationQuality quality) {}

    /** A model that could not run on this machine. */
    public record LeftOut(String model, String reason) {}

    /** The quality of the model chosen. */
    public ClassificationQuality quality() {
        return judgements.get(0).quality();
    }

    /** The quality of a model or baseline by its name. */
    public Optional<ClassificationQuality> qualityOf(String model) {
        return judgements.stream()
                .filter(judgement -> judgement.model().equals(model))
                .map(Judgement::quality)
                .findFirst();
    }
}
