package perennial.console.churn;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import perennial.analytics.features.Feature;
import perennial.charts.BarChart;
import perennial.charts.BarChart.Series;
import perennial.charts.Caption;
import perennial.charts.LineChart;
import perennial.charts.LineChart.Line;
import perennial.charts.LineChart.Point;
import perennial.charts.Scale;
import perennial.churn.ChurnPicture;
import perennial.churn.ChurnPicture.Curve;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.console.shell.Format;

/** What the page of the churn model draws. */
@RequestScoped
public class ChurnPictures {
    private static final int MOST_FEATURES = 12;

    @Inject
    private Format format;

    /** How often each model ranks a customer who left above one who stayed. */
    String comparison(ChurnEvidence evidence) {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (Map.Entry<String, Map<String, Double>> model : evidence.measures().entrySet()) {
            Double auc = model.getValue().get("auc");
            if (auc != null) {
                names.add(format.known(phrases(), "model.", model.getKey()));
                values.add(auc);
            }
        }
        return new BarChart(
                        caption("comparison"),
                        BarChart.Direction.RIGHT,
                        text("model"),
                        Scale.number("AUC"),
                        names,
                        List.of(new Series("AUC", values)))
                .svg(format.locale());
    }

    /** The share that left by the probability told, beside what would be right. */
    String calibration(ChurnPicture picture) {
        List<Point> told = points(picture.of(Curve.CALIBRATION).stream());
        List<Point> right =
                told.stream().map(point -> new Point(point.x(), point.x())).toList();
        return share("calibration", List.of(new Line(text("calibration.told"), told), new Line(text("right"), right)));
    }

    String precisionRecall(ChurnPicture picture) {
        return share(
                "precision", List.of(new Line(text("precision"), points(picture.of(Curve.PRECISION_RECALL).stream()))));
    }

    String gain(ChurnPicture picture) {
        List<Point> reached = points(picture.of(Curve.GAIN).stream());
        List<Point> byLot =
                reached.stream().map(point -> new Point(point.x(), point.x())).toList();
        return share("gain", List.of(new Line(text("gain.reached"), reached), new Line(text("gain.lot"), byLot)));
    }

    private String share(String key, List<Line> lines) {
        return new LineChart(caption(key), Scale.share(text(key + ".x")), Scale.share(text(key + ".y")), true, lines)
                .svg(format.locale());
    }

    /** The most important features by how much the ranking suffers without them. */
    String importances(ChurnPicture picture) {
        List<ChurnPicture.Point> most =
                picture.of(Curve.IMPORTANCE).stream().limit(MOST_FEATURES).toList();
        return new BarChart(
                        caption("importance"),
                        BarChart.Direction.RIGHT,
                        text("feature"),
                        Scale.number(text("importance.y")),
                        most.stream().map(point -> feature(point.subject())).toList(),
                        List.of(new Series(
                                text("importance.y"),
                                most.stream().map(ChurnPicture.Point::y).toList())))
                .svg(format.locale());
    }

    /** For each of the most important features, the mean probability by its value. */
    List<String> dependences(ChurnPicture picture) {
        return picture.of(Curve.DEPENDENCE).stream()
                .map(ChurnPicture.Point::subject)
                .distinct()
                .map(feature -> dependence(picture, feature))
                .toList();
    }

    private String dependence(ChurnPicture picture, String feature) {
        Line line = new Line(
                feature(feature),
                points(picture.of(Curve.DEPENDENCE).stream()
                        .filter(point -> point.subject().equals(feature))));
        return new LineChart(
                        new Caption(feature(feature), text("dependence.meaning")),
                        Scale.number(feature(feature)),
                        Scale.share(text("dependence.y")),
                        true,
                        List.of(line))
                .svg(format.locale());
    }

    /** The name of a feature for people; of one that is none, the phrase beside this page. */
    String feature(String label) {
        return Feature.labelled(label)
                .map(feature -> feature.title(format.locale()))
                .orElseGet(() -> format.known(phrases(), "feature.", label));
    }

    private static List<Point> points(Stream<ChurnPicture.Point> points) {
        return points.map(point -> new Point(point.x(), point.y())).toList();
    }

    private Caption caption(String key) {
        return new Caption(text(key), text(key + ".meaning"));
    }

    private String text(String key) {
        return phrases().getString(key);
    }

    private ResourceBundle phrases() {
        return ResourceBundle.getBundle("perennial.console.churn.phrases", format.locale());
    }
}
