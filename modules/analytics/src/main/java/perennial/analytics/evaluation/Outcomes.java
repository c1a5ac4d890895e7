package perennial.analytics.evaluation;

/** The checks that every measure of scores against outcomes begins with. */
final class Outcomes {
    private Outcomes() {}

    /** How many outcomes are true; both kinds must occur, with one score each that is a number. */
    static int positivesOfBothKinds(double[] scores, boolean[] outcomes) {
        int positives = positives(scores, outcomes);
        if (positives == 0 || positives == outcomes.length) {
            throw new IllegalArgumentException(
                    "both outcomes must occur, but " + positives + " of " + outcomes.length + " are true");
        }
        return positives;
    }

    static int positives(double[] scores, boolean[] outcomes) {
        if (scores.length != outcomes.length) {
            throw new IllegalArgumentException(scores.length + " scores for " + outcomes.length + " outcomes");
        }
        int positives = 0;
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                throw new IllegalArgumentException("score " + i + " is not a number");
            }
            positives += outcomes[i] ? 1 : 0;
        }
        return positives;
    }

    /** As {@link #positivesOfBothKinds}, for scores that are probabilities. */
    static int positivesByProbability(double[] probabilities, boolean[] outcomes) {
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException("probability " + i + " is " + probabilities[i]);
            }
        }
        return positivesOfBothKinds(probabilities, outcomes);
    }
}
