package perennial.cli.churn;

import java.util.List;
import java.util.stream.IntStream;
import perennial.analytics.evaluation.ThresholdCurves.Point;

/** Curves of many points, with as many as can be told apart. */
final class Curves {
    private static final int MOST = 120;

    private Curves() {}

    /** Points evenly along the curve, its ends among them. */
    static List<Point> thinned(List<Point> points) {
        int last = points.size() - 1;
        return points.size() <= MOST
                ? points
                : IntStream.range(0, MOST)
                        .mapToObj(i -> points.get((int) Math.round((double) i * last / (MOST - 1))))
                        .toList();
    }
}
