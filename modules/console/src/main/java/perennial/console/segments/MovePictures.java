package perennial.console.segments;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import java.util.stream.Stream;
import perennial.analytics.features.Feature;
import perennial.charts.Caption;
import perennial.charts.CloudChart;
import perennial.charts.CloudChart.Group;
import perennial.charts.HeatMap;
import perennial.charts.Scale;
import perennial.console.shell.Format;
import perennial.kernel.Words;
import perennial.segmentation.SegmentMoves.Passage;
import perennial.segmentation.SegmentMoves.Passages;
import perennial.segmentation.Segments.Dot;
import perennial.segmentation.Segments.Picture;
import perennial.segmentation.Segments.Segment;

/** The map of the customers, what sets segments apart, and who came from where. */
@RequestScoped
public class MovePictures {
    @Inject
    private Format format;

    String map(Picture picture, List<Segment> segments) {
        List<Group> groups = segments.stream()
                .flatMap(segment -> group(picture, segment).stream())
                .toList();
        return new CloudChart(caption("map"), Scale.number(text("map.first")), Scale.number(text("map.second")), groups)
                .svg(format.locale());
    }

    private Optional<Group> group(Picture picture, Segment segment) {
        Predicate<Dot> isOfIt = dot -> dot.segment().equals(segment.id());
        return picture.middles().stream()
                .filter(isOfIt)
                .findFirst()
                .map(middle -> new Group(
                        format.of(segment.name()),
                        dot(middle),
                        picture.dots().stream()
                                .filter(isOfIt)
                                .map(MovePictures::dot)
                                .toList()));
    }

    private static CloudChart.Dot dot(Dot dot) {
        return new CloudChart.Dot(dot.x(), dot.y());
    }

    String profile(Picture picture, List<Segment> segments) {
        List<Feature> features = picture.profiles().values().stream()
                .flatMap(profile -> profile.keySet().stream())
                .distinct()
                .flatMap(label -> Feature.labelled(label).stream())
                .toList();
        return new HeatMap(
                        caption("profile"),
                        text("profile.measure"),
                        text("segment"),
                        Scale.Kind.NUMBER,
                        features.stream()
                                .map(feature -> feature.title(format.locale()))
                                .toList(),
                        segments.stream()
                                .map(segment -> format.of(segment.name()))
                                .toList(),
                        features.stream()
                                .map(feature -> segments.stream()
                                        .map(segment -> level(picture, segment, feature))
                                        .toList())
                                .toList())
                .svg(format.locale());
    }

    private static OptionalDouble level(Picture picture, Segment segment, Feature feature) {
        Double level = picture.profiles().getOrDefault(segment.id(), Map.of()).get(feature.label());
        // To one digit, and never "-0".
        return level == null ? OptionalDouble.empty() : OptionalDouble.of(Math.round(10 * level) / 10.0 + 0.0);
    }

    /** From the rows into the columns. */
    String flow(Passages passages) {
        List<String> from =
                ids(passages.passages().stream().map(passage -> passage.from().orElse("")));
        List<String> to = ids(passages.passages().stream().map(Passage::to));
        return new HeatMap(
                        caption("flow"),
                        text("flow.from"),
                        text("flow.to"),
                        Scale.Kind.NUMBER,
                        from.stream().map(id -> name(passages, id)).toList(),
                        to.stream().map(id -> name(passages, id)).toList(),
                        from.stream()
                                .map(row -> to.stream()
                                        .map(column -> count(passages, row, column))
                                        .toList())
                                .toList())
                .svg(format.locale());
    }

    private static List<String> ids(Stream<String> ids) {
        return ids.distinct().sorted().toList();
    }

    private static OptionalDouble count(Passages passages, String from, String to) {
        return passages.passages().stream()
                .filter(passage ->
                        passage.from().orElse("").equals(from) && passage.to().equals(to))
                .mapToDouble(Passage::customers)
                .findFirst();
    }

    private String name(Passages passages, String id) {
        return id.isEmpty() ? text("flow.new") : format.of(passages.names().getOrDefault(id, new Words(id, id)));
    }

    private Caption caption(String key) {
        return new Caption(text(key), text(key + ".meaning"));
    }

    String text(String key) {
        return ResourceBundle.getBundle("perennial.console.segments.phrases", format.locale())
                .getString(key);
    }
}
