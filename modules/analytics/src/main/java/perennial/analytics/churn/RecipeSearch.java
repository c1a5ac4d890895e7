package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.analytics.evaluation.Auc;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.evaluation.Interval;

/**
 * Weighs recipes by a cross-validation that keeps to time: each round learns from snapshots whose outcomes were known
 * before the cut of the one that it is judged on. The evaluation part is not looked at. One recipe after the other can be
 * tried, in any number of sittings: the same set and seed give the same trial.
 */
public final class RecipeSearch {
    private static final int MOST_ROUNDS = 3;
    private static final int MOST_LEARNED = 20_000;
    private static final int MOST_JUDGED = 5_000;
    private static final int LEAST = 20;

    /** So much less log-loss a recipe must have to be preferred to a plainer one. */
    private static final double MARGIN = 0.0005;

    private final Rehearsal rehearsal;
    private final long seed;

    private RecipeSearch(Rehearsal rehearsal, long seed) {
        this.rehearsal = rehearsal;
        this.seed = seed;
    }

    /**
     * What came of a recipe.
     *
     * @param logLoss of its probabilities once calibrated
     * @param judged customers at cuts
     */
    public record Trial(Recipe recipe, Interval auc, double logLoss, int judged) {}

    /** Empty where no round has enough customers of both kinds. */
    public static Optional<RecipeSearch> over(LearningSet set, long seed) {
        Predictors predictors = Predictors.of(set.trainingExamples(), set.buying());
        List<Snapshot> latestFirst = Stream.concat(Stream.of(set.calibration()), set.training().stream())
                .toList();
        List<Rehearsal.Round> rounds = new ArrayList<>();
        for (Snapshot judged : latestFirst) {
            List<Example> known = latestFirst.stream()
                    .filter(earlier ->
                            !earlier.labels().to().isAfter(judged.labels().from()))
                    .flatMap(earlier -> earlier.examples().stream())
                    .toList();
            if (rounds.size() < MOST_ROUNDS && hasBoth(known) && hasBoth(judged.examples())) {
                rounds.add(new Rehearsal.Round(
                        some(predictors.observations(known), MOST_LEARNED, seed),
                        some(predictors.observations(judged.examples()), MOST_JUDGED, seed)));
            }
        }
        return rounds.isEmpty() ? Optional.empty() : Optional.of(new RecipeSearch(Rehearsal.of(rounds), seed));
    }

    private static Observations some(Observations all, int most, long seed) {
        return all.rows(Parts.atMost(most, all.outcomes(), seed));
    }

    private static boolean hasBoth(List<Example> examples) {
        long churned = examples.stream().filter(Example::churned).count();
        return churned >= LEAST && examples.size() - churned >= LEAST;
    }

    /** The recipes that are still to be tried, those first that can be in force; none that this machine can't. */
    public static List<Recipe> open(Collection<Trial> done) {
        Set<Recipe> tried = done.stream().map(Trial::recipe).collect(Collectors.toSet());
        boolean hasXgboost = BoostedTrees.unavailable().isEmpty();
        return Stream.of(Recipe.values())
                .filter(recipe -> !tried.contains(recipe))
                .filter(recipe -> hasXgboost || !recipe.needsXgboost())
                .toList();
    }

    public Trial tried(Recipe recipe) {
        double[] scores = rehearsal.scores(data -> recipe.rehearsed(data, seed));
        boolean[] outcomes = rehearsal.outcomes();
        double[] probabilities = Calibrator.choose(scores, outcomes).probabilities(scores);
        return new Trial(
                recipe,
                Auc.of(scores, outcomes).interval(),
                ClassificationQuality.logLoss(probabilities, outcomes),
                outcomes.length);
    }

    /** Of each kind that can be in force the best that was tried, and the standard one where none was. */
    public static List<Recipe> best(Collection<Trial> trials) {
        return Recipe.standard().stream()
                .map(standard -> best(standard, trials))
                .toList();
    }

    private static Recipe best(Recipe standard, Collection<Trial> trials) {
        Recipe best = standard;
        double least = Double.POSITIVE_INFINITY;
        for (Recipe recipe : Recipe.values()) {
            for (Trial trial : trials) {
                if (trial.recipe() == recipe
                        && recipe.learner() == standard.learner()
                        && trial.logLoss() < least - MARGIN) {
                    best = recipe;
                    least = trial.logLoss();
                }
            }
        }
        return best;
    }
}
