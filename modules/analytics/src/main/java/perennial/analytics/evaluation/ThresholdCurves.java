package perennial.analytics.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * What each threshold would catch and miss, from the highest score down.
 *
 * @param roc from (0, 0) to (1, 1): share of those without the outcome who are caught by mistake, share of those with it
 *     who are caught; the area under it is the AUC
 * @param precisionRecall share of those with the outcome who are caught, share of the caught who have it
 * @param averagePrecision the sum of the precisions, each weighed by the recall that its threshold adds
 */
public record ThresholdCurves(List<Point> roc, List<Point> precisionRecall, double averagePrecision) {
    public ThresholdCurves {
        roc = List.copyOf(roc);
        precisionRecall = List.copyOf(precisionRecall);
    }

    public record Point(double x, double y) {}

    /** @throws IllegalArgumentException unless both outcomes occur and every score is a number */
    public static ThresholdCurves of(double[] scores, boolean[] outcomes) {
        int positives = Outcomes.positivesOfBothKinds(scores, outcomes);
        int negatives = outcomes.length - positives;
        int[] order = Ranks.ascending(scores);
        List<Point> roc = new ArrayList<>(List.of(new Point(0, 0)));
        List<Point> precisionRecall = new ArrayList<>();
        double area = 0;
        int caught = 0;
        int found = 0;
        for (int to = order.length; to > 0; ) {
            int from = to;
            int before = found;
            do {
                from--;
                found += outcomes[order[from]] ? 1 : 0;
                caught++;
            } while (from > 0 && scores[order[from - 1]] == scores[order[to - 1]]);
            double recall = (double) found / positives;
            double precision = (double) found / caught;
            roc.add(new Point((double) (caught - found) / negatives, recall));
            precisionRecall.add(new Point(recall, precision));
            area += precision * (found - before) / positives;
            to = from;
        }
        return new ThresholdCurves(roc, precisionRecall, area);
    }
}
