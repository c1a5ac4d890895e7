package perennial.charts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import perennial.charts.LineChart.Line;
import perennial.charts.LineChart.Point;

/** One picture of each kind, and its like without numbers. */
final class Gallery {
    static final Caption CAPTION = new Caption("Deciles <& more>", "What came \"against\" what was said");

    private Gallery() {}

    static Stream<Chart> full() {
        return Stream.of(
                bars(BarChart.Direction.UP),
                bars(BarChart.Direction.RIGHT),
                new LineChart(CAPTION, Scale.day("week"), Scale.number("orders"), true, lines()),
                new HeatMap(
                        CAPTION,
                        "cohort",
                        "month",
                        Scale.Kind.SHARE,
                        List.of("January", "February"),
                        List.of("1", "2"),
                        List.of(
                                List.of(OptionalDouble.of(1), OptionalDouble.of(0.31)),
                                List.of(OptionalDouble.of(0.9), OptionalDouble.empty()))),
                new Histogram(
                        CAPTION,
                        Scale.number("value (EUR)"),
                        Scale.number("customers"),
                        List.of(new Histogram.Bin(0, 50, 1200), new Histogram.Bin(50, 100, 300))),
                new ScatterChart(
                        CAPTION,
                        Scale.number("said"),
                        Scale.number("came"),
                        true,
                        List.of(
                                new ScatterChart.Dot("1st", 0.2, 0.3, Optional.of(new ScatterChart.Whisker(0.1, 0.5))),
                                new ScatterChart.Dot("2nd", 4, 3.5, Optional.empty()))),
                new CloudChart(
                        CAPTION,
                        Scale.number("first direction"),
                        Scale.number("second direction"),
                        List.of(
                                new CloudChart.Group(
                                        "loyal", new CloudChart.Dot(1, 1), List.of(new CloudChart.Dot(0.5, 1.5))),
                                new CloudChart.Group("asleep", new CloudChart.Dot(-1, 0), List.of()))),
                new ShareBar(CAPTION, List.of(new ShareBar.Part("loyal", 30), new ShareBar.Part("asleep", 70))),
                tree(),
                new Waterfall(
                        CAPTION,
                        Scale.share("risk"),
                        Waterfall.Wanted.LESS,
                        new Waterfall.Step("base", 0.3),
                        List.of(new Waterfall.Step("silent", 0.25), new Waterfall.Step("many orders", -0.1)),
                        "risk"),
                new Sparkline(CAPTION, List.of(1.0, 3.0, 2.0)));
    }

    private static TreeDiagram tree() {
        TreeDiagram.Node few = new TreeDiagram.Node(0.1, "70 customers", Optional.empty());
        TreeDiagram.Node many = new TreeDiagram.Node(0.8, "30 customers", Optional.empty());
        return new TreeDiagram(
                CAPTION,
                Optional.of(new TreeDiagram.Node(
                        0.31,
                        "100 customers",
                        Optional.of(new TreeDiagram.Branch("silence ≤ 30?", few, "yes", many, "no")))));
    }

    static BarChart bars(BarChart.Direction direction) {
        return new BarChart(
                CAPTION,
                direction,
                "tenth",
                Scale.number("orders"),
                List.of("first", "second", "third"),
                List.of(
                        new BarChart.Series("said", List.of(1.5, 2.0, 12.25)),
                        new BarChart.Series("came", List.of(1.0, -0.5, 13.0))));
    }

    private static List<Line> lines() {
        return List.of(line("actual", 2), line("expected", 1.9));
    }

    private static Line line(String name, double slope) {
        long start = LocalDate.of(2024, 1, 1).toEpochDay();
        return new Line(
                name,
                IntStream.range(0, 60)
                        .mapToObj(i -> new Point(start + 7L * i, slope * i))
                        .toList());
    }

    static Stream<Chart> empty() {
        return Stream.of(
                new BarChart(CAPTION, BarChart.Direction.UP, "tenth", Scale.number("orders"), List.of(), List.of()),
                new LineChart(CAPTION, Scale.day("week"), Scale.number("orders"), true, List.of()),
                new HeatMap(CAPTION, "cohort", "month", Scale.Kind.SHARE, List.of(), List.of(), List.of()),
                new Histogram(CAPTION, Scale.number("value"), Scale.number("customers"), List.of()),
                new ScatterChart(CAPTION, Scale.number("said"), Scale.number("came"), true, List.of()),
                new CloudChart(CAPTION, Scale.number("x"), Scale.number("y"), List.of()),
                new ShareBar(CAPTION, List.of()),
                new TreeDiagram(CAPTION, Optional.empty()));
    }
}
