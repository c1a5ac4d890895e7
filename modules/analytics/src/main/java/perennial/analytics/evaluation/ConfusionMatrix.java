package perennial.analytics.evaluation;

import java.util.OptionalDouble;

/**
 * Counts at a threshold: who has at least that probability is predicted to have the outcome. Every figure here follows
 * from the four counts; a figure whose denominator is zero is absent.
 */
public record ConfusionMatrix(
        double threshold, int truePositives, int falsePositives, int trueNegatives, int falseNegatives) {

    public static ConfusionMatrix of(double[] probabilities, boolean[] outcomes, double threshold) {
        Outcomes.positives(probabilities, outcomes);
        int[] counts = new int[4];
        for (int i = 0; i < outcomes.length; i++) {
            boolean predicted = probabilities[i] >= threshold;
            counts[(predicted ? 2 : 0) + (outcomes[i] ? 1 : 0)]++;
        }
        return new ConfusionMatrix(threshold, counts[3], counts[2], counts[0], counts[1]);
    }

    public int count() {
        return truePositives + falsePositives + trueNegatives + falseNegatives;
    }

    public OptionalDouble accuracy() {
        return share(truePositives + trueNegatives, count());
    }

    /** Of those predicted to have the outcome, how many have it. */
    public OptionalDouble precision() {
        return share(truePositives, truePositives + falsePositives);
    }

    /** Of those who have the outcome, how many were predicted. */
    public OptionalDouble recall() {
        return share(truePositives, truePositives + falseNegatives);
    }

    /** Of those without the outcome, how many were predicted to be without it. */
    public OptionalDouble specificity() {
        return share(trueNegatives, trueNegatives + falsePositives);
    }

    /** The harmonic mean of precision and recall. */
    public OptionalDouble f1() {
        return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
    }

    /** The same counts, with the absence of the outcome as the outcome. */
    public ConfusionMatrix ofTheOtherOutcome() {
        return new ConfusionMatrix(
                1 - threshold,
                /* truePositives= */ trueNegatives,
                /* falsePositives= */ falseNegatives,
                /* trueNegatives= */ truePositives,
                /* falseNegatives= */ falsePositives);
    }

    private static OptionalDouble share(int part, int whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
