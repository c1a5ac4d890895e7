package perennial.analytics.churn;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.kernel.InvalidInputException;

/**
 * A fitted model of churn: the probability that a customer who is alive buys nothing in the horizon, and why. It scores
 * whom {@link ChurnDefinition#alive} admits; it knows nothing of others.
 */
public final class ChurnModel {
    private static final int MAGIC = 0x50434D32;

    private final Kind kind;
    private final ChurnDefinition definition;
    private final Predictors predictors;
    private final AdditiveClassifier classifier;
    private final Calibrator calibrator;

    ChurnModel(
            Kind kind,
            ChurnDefinition definition,
            Predictors predictors,
            AdditiveClassifier classifier,
            Calibrator calibrator) {
        this.kind = kind;
        this.definition = definition;
        this.predictors = predictors;
        this.classifier = classifier;
        this.calibrator = calibrator;
    }

    /** The models that can be in force. */
    public enum Kind {
        LOGISTIC_REGRESSION("logistic regression", Learner.LOGISTIC),
        BOOSTED_TREES("boosted trees", Learner.BOOSTED),
        RANDOM_FOREST("random forest", Learner.FOREST);

        private final String title;
        private final Learner learner;

        Kind(String title, Learner learner) {
            this.title = title;
            this.learner = learner;
        }

        Learner learner() {
            return learner;
        }

        public String title() {
            return title;
        }
    }

    /**
     * @param recipes of the models that are trained, the plainest first
     * @param margin by which a model must beat a plainer one to be in force
     * @param leastTraining customers who left, and as many who stayed, that the training part must have at least
     * @param leastLater the same for the calibration part and for the evaluation part
     * @param threshold of the confusion matrix
     */
    public record Settings(
            List<Recipe> recipes,
            Contest.Margin margin,
            int leastTraining,
            int leastLater,
            double threshold,
            long seed) {
        public Settings {
            recipes = List.copyOf(recipes);
            if (recipes.isEmpty() || recipes.get(0).needsXgboost()) {
                throw new InvalidInputException(
                        "recipes", recipes, "the first one runs on any machine", "begin with LOGISTIC_1");
            }
            if (!(leastTraining >= 2 && leastLater >= 2)) {
                throw new InvalidInputException(
                        "least",
                        leastTraining + ", " + leastLater,
                        "two of each kind are the least that can be judged",
                        "give 100 and 30, for example");
            }
            if (!(threshold >= 0 && threshold <= 1)) {
                throw new InvalidInputException("threshold", threshold, "it is a probability", "give 0.5");
            }
        }

        public static Settings standard(long seed) {
            return new Settings(Recipe.standard(), Contest.Margin.STANDARD, 100, 30, 0.5, seed);
        }
    }

    /** Trains the models, judges them on the later period and keeps the one that has earned it. */
    public static ChurnFit fit(LearningSet set, Settings settings) {
        return fit(set, settings, Map.of());
    }

    /** @param baselines further probabilities of churn to be judged beside the models, by name */
    public static ChurnFit fit(LearningSet set, Settings settings, Map<String, ToDoubleFunction<Features>> baselines) {
        return new ChurnTraining(set, settings).fit(baselines);
    }

    public Kind kind() {
        return kind;
    }

    public ChurnDefinition definition() {
        return definition;
    }

    public List<Feature> features() {
        return predictors.features();
    }

    /** How far later customers lie from those learned from: the population stability index by column. */
    public Map<String, Double> drift(List<Features> customers) {
        return predictors.drift(customers);
    }

    /**
     * What the model is worth on a snapshot that it has not learned from.
     *
     * @param threshold of the confusion matrix
     */
    public ClassificationQuality judged(Snapshot heldOut, double threshold) {
        return ClassificationQuality.of(probabilities(heldOut.features()), heldOut.outcomes(), threshold);
    }

    /** Of rows of the features in use. */
    double[] scores(double[][] rows) {
        return classifier.scores(predictors.completed(rows));
    }

    double[] probabilities(double[][] rows) {
        return calibrator.probabilities(scores(rows));
    }

    String calibration() {
        return calibrator.title();
    }

    /** The probabilities of leaving, from 0 to 1, in the order of the customers. */
    public double[] probabilities(List<Features> customers) {
        return probabilities(Observations.rows(features(), customers));
    }

    /** Probabilities with their reasons; money in the sentences is of the currency. */
    public List<Assessment> assess(List<Features> customers, Currency currency) {
        double[][] rows = predictors.rows(customers);
        double[] scores = classifier.scores(rows);
        double[][] parts = predictors.byFeature(classifier.contributions(rows));
        Wording wording = new Wording(currency);
        List<Assessment> assessments = new ArrayList<>(customers.size());
        for (int i = 0; i < rows.length; i++) {
            List<Contribution> contributions = contributions(rows[i], parts[i]);
            Features customer = customers.get(i);
            assessments.add(new Assessment(
                    customer.customer(),
                    calibrator.probability(scores[i]),
                    scores[i],
                    parts[i][features().size()],
                    contributions,
                    wording.reasons(customer, contributions)));
        }
        return assessments;
    }

    private List<Contribution> contributions(double[] row, double[] parts) {
        List<Feature> features = features();
        List<Contribution> contributions = new ArrayList<>(features.size());
        for (int j = 0; j < features.size(); j++) {
            contributions.add(new Contribution(features.get(j), known(row[j]), known(predictors.typical(j)), parts[j]));
        }
        return contributions;
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The model in bytes; {@link #fromBytes} makes one of them whose scores are the same to the bit. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeUTF(kind.name());
            out.writeInt(definition.horizonDays());
            out.writeInt(definition.silenceDays());
            out.writeUTF(definition.zone().getId());
            out.writeUTF(definition.basis().name());
            predictors.write(out);
            calibrator.write(out);
            classifier.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws InvalidInputException unless the bytes are a model that this version can read */
    public static ChurnModel fromBytes(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("they do not begin like a model");
            }
            return read(in);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new InvalidInputException(
                    "model",
                    bytes.length + " bytes",
                    "they are no churn model of this version: " + e.getMessage(),
                    "train a new model");
        }
    }

    private static ChurnModel read(DataInput in) throws IOException {
        Kind kind = Kind.valueOf(in.readUTF());
        Optional<String> noXgboost = kind == Kind.LOGISTIC_REGRESSION ? Optional.empty() : BoostedTrees.unavailable();
        if (noXgboost.isPresent()) {
            throw new IOException(noXgboost.get());
        }
        ChurnDefinition definition = new ChurnDefinition(
                in.readInt(), in.readInt(), ZoneId.of(in.readUTF()), ChurnDefinition.Basis.valueOf(in.readUTF()));
        Predictors predictors = Predictors.read(in);
        Calibrator calibrator = Calibrator.read(in);
        AdditiveClassifier classifier = switch (kind) {
            case LOGISTIC_REGRESSION -> LogisticRegression.read(in);
            case BOOSTED_TREES, RANDOM_FOREST -> BoostedTrees.read(in);
        };
        return new ChurnModel(kind, definition, predictors, classifier, calibrator);
    }
}
