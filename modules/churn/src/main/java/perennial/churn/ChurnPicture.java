package perennial.churn;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.analytics.evaluation.Interval;

/** What the model in force was worth on the later time beyond its figures, point by point; empty where it was not judged. */
public record ChurnPicture(List<Point> points, List<Group> groups) {
    public ChurnPicture {
        points = List.copyOf(points);
        groups = List.copyOf(groups);
    }

    /** What the points of a curve are. */
    public enum Curve {
        /** Share of the leavers who are caught, share of the caught who left. */
        PRECISION_RECALL,
        /** Probability told, share that left with its interval; {@code customers} in the group. */
        CALIBRATION,
        /** Share of the customers addressed, share of the leavers reached. */
        GAIN,
        /** By feature: fall of the AUC where its values are shuffled, with its interval, as y. */
        IMPORTANCE,
        /** By feature: its value, the mean probability if all had it. */
        DEPENDENCE,
        /** By feature: population stability index of today's customers against those learned from, as y. */
        DRIFT
    }

    /** @param subject label of the feature, else empty */
    public record Point(
            Curve curve, String subject, double x, double y, OptionalDouble low, OptionalDouble high, long customers) {
        public static Point of(Curve curve, double x, double y) {
            return of(curve, "", x, y);
        }

        public static Point of(Curve curve, String subject, double x, double y) {
            return new Point(curve, subject, x, y, OptionalDouble.empty(), OptionalDouble.empty(), 0);
        }

        public static Point of(Curve curve, String subject, double x, Interval y, long customers) {
            return new Point(
                    curve, subject, x, y.value(), OptionalDouble.of(y.low()), OptionalDouble.of(y.high()), customers);
        }
    }

    /** What customers are grouped by. */
    public enum Grouping {
        STAGE,
        SEGMENT
    }

    /**
     * Customers as they were at the cut.
     *
     * @param name label of the stage, id of the segment
     * @param predicted share of leavers, on average
     * @param auc empty where too few of either kind are in the group: not enough data
     */
    public record Group(
            Grouping grouping, String name, long customers, long left, double predicted, Optional<Interval> auc) {}

    /** Those of one curve, in their order. */
    public List<Point> of(Curve curve) {
        return points.stream().filter(point -> point.curve() == curve).toList();
    }
}
