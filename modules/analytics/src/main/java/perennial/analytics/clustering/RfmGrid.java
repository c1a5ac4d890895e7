package perennial.analytics.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import perennial.kernel.InvalidInputException;

/**
 * The classic grid of recency, frequency and monetary value, each scored 1 to 5 by quintiles of a base (Hughes 1994,
 * Strategic Database Marketing). A value's score is 1 plus the number of whole fifths of the base that lie strictly
 * below it: customers with the same value always have the same score, and a score may be left out where many are alike.
 * For recency, few days are the high end.
 *
 * @param recencyCuts where the scores 2 to 5 begin, ascending, of the days with the sign turned; a score that nobody has
 *     begins where the next one does, or is missing at the end
 * @param frequencyCuts the same of frequency
 * @param monetaryCuts the same of monetary value
 */
public record RfmGrid(List<Double> recencyCuts, List<Double> frequencyCuts, List<Double> monetaryCuts) {
    private static final int FIFTHS = 5;

    public RfmGrid {
        recencyCuts = List.copyOf(recencyCuts);
        frequencyCuts = List.copyOf(frequencyCuts);
        monetaryCuts = List.copyOf(monetaryCuts);
    }

    /**
     * Learns the cuts from a base. NaN is a value that is not known; each column learns from what it knows.
     *
     * @param recency days since the last purchase
     * @param frequency purchases
     * @param monetary spend, in any unit
     */
    public static RfmGrid fit(double[] recency, double[] frequency, double[] monetary) {
        if (recency.length != frequency.length || recency.length != monetary.length) {
            throw new InvalidInputException(
                    "rows",
                    recency.length + ", " + frequency.length + ", " + monetary.length,
                    "the three columns differ in length",
                    "give each customer a value in each, NaN where it is not known");
        }
        return new RfmGrid(
                cuts(DoubleStream.of(recency).map(days -> -days)),
                cuts(DoubleStream.of(frequency)),
                cuts(DoubleStream.of(monetary)));
    }

    /** A customer's scores; empty where one of the values is not known, as of a customer who never bought. */
    public Optional<RfmScore> score(double recency, double frequency, double monetary) {
        if (Double.isNaN(recency) || Double.isNaN(frequency) || Double.isNaN(monetary)) {
            return Optional.empty();
        }
        return Optional.of(new RfmScore(
                score(recencyCuts, -recency), score(frequencyCuts, frequency), score(monetaryCuts, monetary)));
    }

    private static int score(List<Double> cuts, double value) {
        return 1 + (int) cuts.stream().filter(cut -> value >= cut).count();
    }

    /** For each score from 2 to 5, the least value with so many fifths of the base strictly below it. */
    private static List<Double> cuts(DoubleStream values) {
        double[] sorted = values.filter(value -> !Double.isNaN(value)).sorted().toArray();
        List<Double> cuts = new ArrayList<>();
        int below = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && sorted[i] > sorted[i - 1]) {
                below = i;
            }
            while (cuts.size() < FIFTHS - 1 && (long) below * FIFTHS >= (long) (cuts.size() + 1) * sorted.length) {
                cuts.add(sorted[i]);
            }
        }
        return cuts;
    }
}
