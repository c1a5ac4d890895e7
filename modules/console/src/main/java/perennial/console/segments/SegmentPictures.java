package perennial.console.segments;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.ResourceBundle;
import java.util.function.ToDoubleFunction;
import perennial.charts.BarChart;
import perennial.charts.BarChart.Series;
import perennial.charts.Caption;
import perennial.charts.LineChart;
import perennial.charts.LineChart.Line;
import perennial.charts.LineChart.Point;
import perennial.charts.Scale;
import perennial.console.shell.Format;
import perennial.kernel.Money;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.Segments.Segmentation;

/** What the page of the segments draws. */
@RequestScoped
public class SegmentPictures {
    @Inject
    private Format format;

    /** How much of the customers, of the sales and of the expected value each segment has. */
    String shares(Segmentation segmentation) {
        List<Segment> segments = segmentation.segments();
        return new BarChart(
                        caption("shares"),
                        BarChart.Direction.RIGHT,
                        text("segment"),
                        Scale.share(text("share")),
                        segments.stream()
                                .map(segment -> format.of(segment.name()))
                                .toList(),
                        List.of(
                                new Series(text("customers"), shares(segments, Segment::size)),
                                new Series(
                                        text("sales"),
                                        shares(
                                                segments,
                                                segment -> segment.sales().minor())),
                                new Series(
                                        text("value"),
                                        shares(
                                                segments,
                                                segment -> segment.expectedValue()
                                                        .map(Money::minor)
                                                        .orElse(0L)))))
                .svg(format.locale());
    }

    private static List<Double> shares(List<Segment> segments, ToDoubleFunction<Segment> amount) {
        double all = segments.stream().mapToDouble(amount).sum();
        return segments.stream()
                .map(segment -> all > 0 ? amount.applyAsDouble(segment) / all : 0)
                .toList();
    }

    String evidence(Segmentation segmentation) {
        return new LineChart(
                        caption("evidence"),
                        Scale.number(text("evidence.k")),
                        Scale.number(text("evidence.score")),
                        true,
                        List.of(
                                new Line(
                                        text("evidence.silhouette"),
                                        segmentation.evidence().stream()
                                                .map(each -> new Point(each.k(), each.silhouette()))
                                                .toList()),
                                new Line(
                                        text("evidence.stability"),
                                        segmentation.evidence().stream()
                                                .flatMap(
                                                        each -> each
                                                                .stability()
                                                                .map(stability -> new Point(each.k(), stability))
                                                                .stream())
                                                .toList())))
                .svg(format.locale());
    }

    private Caption caption(String key) {
        return new Caption(text(key), text(key + ".meaning"));
    }

    private String text(String key) {
        return ResourceBundle.getBundle("perennial.console.segments.phrases", format.locale())
                .getString(key);
    }
}
