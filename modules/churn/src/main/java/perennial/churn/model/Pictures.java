package perennial.churn.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import perennial.analytics.churn.Appraisal;
import perennial.analytics.churn.ChurnModel;
import perennial.analytics.churn.Snapshot;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.features.Features;
import perennial.churn.ChurnPicture.Curve;
import perennial.churn.ChurnPicture.Group;
import perennial.churn.ChurnPicture.Grouping;
import perennial.churn.ChurnPicture.Point;

/** What is drawn of the model that scores. */
public final class Pictures {
    private static final long SEED = 20_240_229;

    private Pictures() {}

    /** @param drift of today's customers by feature */
    public static List<Point> of(ChurnModel model, Optional<Snapshot> heldOut, Map<String, Double> drift) {
        List<Point> points = new ArrayList<>();
        heldOut.ifPresent(snapshot -> {
            addAppraisal(Appraisal.of(model, snapshot, SEED), points);
            addCalibration(model.judged(snapshot, 0.5), points);
        });
        drift.forEach((feature, index) -> points.add(Point.of(Curve.DRIFT, feature, 0, index)));
        return points;
    }

    private static void addAppraisal(Appraisal appraisal, List<Point> points) {
        appraisal
                .precisionRecall()
                .forEach(point -> points.add(Point.of(Curve.PRECISION_RECALL, point.x(), point.y())));
        appraisal.gains().forEach(gain -> points.add(Point.of(Curve.GAIN, gain.share(), gain.reached())));
        appraisal
                .importances()
                .forEach(each -> points.add(Point.of(Curve.IMPORTANCE, each.column(), 0, each.drop(), 0)));
        appraisal
                .dependences()
                .forEach(each -> each.curve()
                        .forEach(point -> points.add(
                                Point.of(Curve.DEPENDENCE, each.feature().label(), point.x(), point.y()))));
    }

    private static void addCalibration(ClassificationQuality quality, List<Point> points) {
        quality.calibration()
                .curve()
                .forEach(group -> points.add(
                        Point.of(Curve.CALIBRATION, "", group.predicted(), group.observed(), group.count())));
    }

    public static List<Group> groups(
            ChurnModel model, Snapshot heldOut, Grouping grouping, Function<Features, Optional<String>> name) {
        return Appraisal.groups(model, heldOut, name).stream()
                .map(group ->
                        new Group(grouping, group.name(), group.count(), group.left(), group.predicted(), group.auc()))
                .toList();
    }
}
