package perennial.cli.churn;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import perennial.analytics.churn.ChurnStudy;
import perennial.analytics.churn.ChurnStudy.Judged;
import perennial.analytics.churn.DecisionTree;
import perennial.analytics.churn.Importance;
import perennial.analytics.evaluation.ConfusionMatrix;
import perennial.analytics.evaluation.ThresholdCurves.Point;
import perennial.charts.BarChart;
import perennial.charts.Caption;
import perennial.charts.Chart;
import perennial.charts.HeatMap;
import perennial.charts.LineChart;
import perennial.charts.Scale;
import perennial.charts.ScatterChart;
import perennial.charts.TreeDiagram;
import perennial.cli.terminal.Terminal;

/** The pictures of a study. */
final class StudyPictures {
    private static final int MOST_BARS = 15;
    private static final int FIGURES = 4;

    private final ChurnStudy study;
    private final Terminal terminal;

    StudyPictures(ChurnStudy study, Terminal terminal) {
        this.study = study;
        this.terminal = terminal;
    }

    private Caption caption(String key, Object... arguments) {
        return new Caption(terminal.phrase(key), terminal.phrase(key + ".described", arguments));
    }

    Chart matrix() {
        ConfusionMatrix matrix = study.best().quality().confusion();
        return new HeatMap(
                caption("churn.matrix"),
                terminal.phrase("churn.came"),
                terminal.phrase("churn.predicted"),
                Scale.Kind.NUMBER,
                List.of(study.target().stayed(), study.target().left()),
                List.of(study.target().stayed(), study.target().left()),
                List.of(
                        cells(matrix.trueNegatives(), matrix.falsePositives()),
                        cells(matrix.falseNegatives(), matrix.truePositives())));
    }

    private static List<OptionalDouble> cells(int stayed, int left) {
        return List.of(OptionalDouble.of(stayed), OptionalDouble.of(left));
    }

    Chart importances() {
        List<Importance> most =
                study.best().importances().stream().limit(MOST_BARS).toList();
        return new BarChart(
                caption("churn.importances", title(study.best())),
                BarChart.Direction.RIGHT,
                terminal.phrase("segment.column"),
                Scale.number(terminal.phrase("churn.drop")),
                most.stream().map(Importance::column).toList(),
                List.of(new BarChart.Series(
                        terminal.phrase("churn.drop"),
                        most.stream().map(one -> one.drop().value()).toList())));
    }

    Chart roc() {
        return new LineChart(
                caption("churn.roc"),
                Scale.share(terminal.phrase("churn.false-alarms")),
                Scale.share(terminal.phrase("churn.caught")),
                true,
                lines(model -> model.curves().roc(), new LineChart.Point(0, 0), new LineChart.Point(1, 1)));
    }

    Chart precisionRecall() {
        double base = study.best().quality().baseRate();
        return new LineChart(
                caption("churn.precision-recall"),
                Scale.share(terminal.phrase("churn.caught")),
                Scale.share(terminal.phrase("churn.precision")),
                true,
                lines(
                        model -> model.curves().precisionRecall(),
                        new LineChart.Point(0, base),
                        new LineChart.Point(1, base)));
    }

    private List<LineChart.Line> lines(Function<Judged, List<Point>> curve, LineChart.Point from, LineChart.Point to) {
        List<LineChart.Line> lines = new ArrayList<>();
        study.models()
                .forEach(model -> lines.add(new LineChart.Line(
                        title(model),
                        Curves.thinned(curve.apply(model)).stream()
                                .map(point -> new LineChart.Point(point.x(), point.y()))
                                .toList())));
        lines.add(new LineChart.Line(terminal.phrase("churn.chance"), List.of(from, to)));
        return lines;
    }

    Chart calibration() {
        return new ScatterChart(
                caption("churn.calibration", title(study.best())),
                Scale.share(terminal.phrase("churn.said")),
                Scale.share(terminal.phrase("churn.truly")),
                true,
                study.best().quality().calibration().curve().stream()
                        .map(group -> new ScatterChart.Dot(
                                terminal.phrase("churn.group", group.count()),
                                group.predicted(),
                                group.observed().value(),
                                Optional.of(new ScatterChart.Whisker(
                                        group.observed().low(), group.observed().high()))))
                        .toList());
    }

    /** Of the single tree, where one was learned. */
    Stream<Chart> tree() {
        return study.models().stream()
                .flatMap(model -> model.tree().stream())
                .map(tree -> new TreeDiagram(caption("churn.tree"), Optional.of(node(tree))));
    }

    private TreeDiagram.Node node(DecisionTree tree) {
        return new TreeDiagram.Node(
                (double) tree.left() / tree.count(),
                terminal.phrase("churn.of-customers", tree.count()),
                tree.split().map(this::branch));
    }

    /** A column of ones and noughts asks whether the level is there; its yes is what lies above the threshold. */
    private TreeDiagram.Branch branch(DecisionTree.Split split) {
        boolean isLevel = split.column().contains(" = ") && split.threshold() == 0.5;
        String question = isLevel
                ? split.column() + "?"
                : split.column() + " ≤ "
                        + new BigDecimal(split.threshold())
                                .round(new MathContext(FIGURES))
                                .stripTrailingZeros()
                                .toPlainString()
                        + "?";
        TreeDiagram.Node low = node(split.low());
        TreeDiagram.Node high = node(split.high());
        String yes = terminal.phrase("churn.yes");
        String no = terminal.phrase("churn.no");
        return isLevel
                ? new TreeDiagram.Branch(question, high, yes, low, no)
                : new TreeDiagram.Branch(question, low, yes, high, no);
    }

    private String title(Judged model) {
        return terminal.inLanguage(model.learner().title());
    }
}
