package perennial.cli.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import perennial.analytics.clustering.PrincipalPlane;
import perennial.analytics.clustering.Segment;
import perennial.analytics.clustering.Segment.Level;
import perennial.analytics.clustering.SegmentMap;
import perennial.charts.BarChart;
import perennial.charts.Caption;
import perennial.charts.Chart;
import perennial.charts.CloudChart;
import perennial.charts.HeatMap;
import perennial.charts.Scale;
import perennial.cli.terminal.Terminal;

/** The pictures of a segmentation: sizes, the profile of the centroids, a map of the customers. */
final class SegmentPictures {
    private static final int DOTS = 1500;

    private final Segmented segmented;
    private final Terminal terminal;

    SegmentPictures(Segmented segmented, Terminal terminal) {
        this.segmented = segmented;
        this.terminal = terminal;
    }

    List<Chart> all() {
        return List.of(sizes(), profile(), map());
    }

    private Caption caption(String key, Object... arguments) {
        return new Caption(terminal.phrase(key), terminal.phrase(key + ".described", arguments));
    }

    private List<String> names() {
        return IntStream.range(0, segmented.segments().size())
                .mapToObj(i -> (i + 1) + "  " + segmented.name(i, terminal))
                .toList();
    }

    private Chart sizes() {
        return new BarChart(
                caption("segment.sizes"),
                BarChart.Direction.RIGHT,
                terminal.phrase("segment.name"),
                Scale.share(terminal.phrase("segment.share")),
                names(),
                List.of(new BarChart.Series(
                        terminal.phrase("segment.share"),
                        segmented.segments().stream().map(Segment::share).toList())));
    }

    private Chart profile() {
        List<String> columns = segmented.preparation().columns().stream()
                .map(column -> column.name())
                .toList();
        List<Level> base = segmented.fit().segmentation().base();
        double[] spread = spread();
        return new HeatMap(
                caption("segment.profile"),
                terminal.phrase("segment.name"),
                terminal.phrase("segment.column"),
                Scale.Kind.NUMBER,
                names(),
                columns,
                segmented.segments().stream()
                        .map(segment -> IntStream.range(0, columns.size())
                                .mapToObj(j -> OptionalDouble.of(
                                        (segment.centroid().get(j).standardised()
                                                        - base.get(j).standardised())
                                                / spread[j]))
                                .toList())
                        .toList());
    }

    /** The standard deviation of each prepared column: 1, unless columns are clustered as they are given. */
    private double[] spread() {
        int columns = segmented.preparation().columns().size();
        double[] spread = new double[columns];
        Arrays.fill(spread, 1);
        if (segmented.isRaw()) {
            double[] points = segmented.preparation().apply(segmented.matrix());
            for (int j = 0; j < columns; j++) {
                double middle = segmented.fit().segmentation().base().get(j).standardised();
                double squares = 0;
                for (int i = j; i < points.length; i += columns) {
                    squares += (points[i] - middle) * (points[i] - middle);
                }
                spread[j] = Math.sqrt(squares * columns / points.length);
            }
        }
        return spread;
    }

    private Chart map() {
        SegmentMap map = SegmentMap.of(
                segmented.fit().segmentation(),
                segmented.matrix(),
                segmented.fit().assignment(),
                DOTS);
        List<CloudChart.Group> groups = new ArrayList<>();
        List<String> names = names();
        for (int g = 0; g < names.size(); g++) {
            int segment = g;
            groups.add(new CloudChart.Group(
                    names.get(g),
                    dot(map.middles().get(g)),
                    map.dots().stream()
                            .filter(dot -> dot.segment() == segment)
                            .map(dot -> dot(dot.place()))
                            .toList()));
        }
        return new CloudChart(
                caption("segment.map", percent(map.share())),
                Scale.number(terminal.phrase("segment.first-direction")),
                Scale.number(terminal.phrase("segment.second-direction")),
                groups);
    }

    private static CloudChart.Dot dot(PrincipalPlane.Place place) {
        return new CloudChart.Dot(place.x(), place.y());
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
