package perennial.analytics.evaluation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a list of the highest scores would reach.
 *
 * @param share of all people who are on the list
 * @param reached share of those with the outcome who are on it
 */
public record Gain(double share, double reached) {
    private static final int STEPS = 20;

    /** How many times more of the outcome is on the list than on one drawn by lot; 1 on an empty list. */
    public double lift() {
        return share == 0 ? 1 : reached / share;
    }

    /**
     * From the empty list to all people in steps of a twentieth; equal scores at the border count in proportion.
     *
     * @throws IllegalArgumentException unless both outcomes occur and every score is a number
     */
    public static List<Gain> curve(double[] scores, boolean[] outcomes) {
        Outcomes.positivesOfBothKinds(scores, outcomes);
        return IntStream.rangeClosed(0, STEPS)
                .mapToObj(step -> {
                    double share = (double) step / STEPS;
                    return new Gain(
                            share,
                            step == 0 ? 0 : Math.min(1, share * ClassificationQuality.lift(scores, outcomes, share)));
                })
                .toList();
    }
}
