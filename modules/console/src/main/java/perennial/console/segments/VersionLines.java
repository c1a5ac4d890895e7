package perennial.console.segments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import perennial.analytics.features.Feature;
import perennial.console.shell.Format;
import perennial.kernel.Words;
import perennial.segmentation.SegmentationVersions.Differences;
import perennial.segmentation.SegmentationVersions.Proposal;
import perennial.segmentation.Segments.End;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Origin;

/** The lines of the tables about versions, as they are read. */
public final class VersionLines {
    private static final double MUCH = 0.25;

    private VersionLines() {}

    /**
     * @param later what it would be called; empty if it is the same name, or it would be gone
     * @param kind the key of the phrase that marks it; empty for one that both versions have
     */
    public record Size(String name, String later, String kind, String before, String after, String change) {}

    public record Move(String from, String to, String customers, String share) {}

    /** @param isMuch whether that is by custom much */
    public record Drift(String feature, String index, boolean isMuch) {}

    static List<Size> sizes(Proposal proposal, Format format) {
        Differences differences = proposal.differences();
        Map<String, Long> before = differences.before();
        Map<String, Long> after = differences.after();
        TreeSet<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        return ids.stream()
                .map(id -> {
                    long then = before.getOrDefault(id, 0L);
                    long now = after.getOrDefault(id, 0L);
                    return new Size(
                            name(id, proposal.names(), format),
                            later(id, proposal, format),
                            kind(id, differences.lineage()),
                            format.whole(then),
                            format.whole(now),
                            format.change(now - then));
                })
                .toList();
    }

    private static String kind(String id, Lineage lineage) {
        return lineage.ends().stream()
                .filter(end -> end.id().equals(id))
                .map(End::kind)
                .map(Enum::name)
                .findFirst()
                .or(() -> Optional.ofNullable(lineage.origins().get(id))
                        .map(Origin::kind)
                        .filter(kind -> kind != Origin.Kind.CONTINUED)
                        .map(Enum::name))
                .map(kind -> "fate." + kind)
                .orElse("");
    }

    /** Of those who would be in another segment, the most first. */
    static List<Move> moves(Proposal proposal, Format format) {
        double all = proposal.differences().customers();
        return proposal.differences().flows().stream()
                .filter(flow -> !flow.from().equals(flow.to()))
                .map(flow -> new Move(
                        name(flow.from(), proposal.names(), format),
                        name(flow.to(), proposal.namesAfter(), format),
                        format.whole(flow.customers()),
                        format.percent(flow.customers() / all)))
                .toList();
    }

    static List<Drift> drifts(Map<String, Double> drift, Format format) {
        return Arrays.stream(Feature.values())
                .flatMap(feature -> Optional.ofNullable(drift.get(feature.label())).stream()
                        .map(index ->
                                new Drift(feature.title(format.locale()), format.decimal(index, 2), index > MUCH)))
                .toList();
    }

    private static String name(String id, Map<String, Words> names, Format format) {
        return format.of(names.getOrDefault(id, new Words(id, id)));
    }

    private static String later(String id, Proposal proposal, Format format) {
        return Optional.ofNullable(proposal.namesAfter().get(id))
                .map(format::of)
                .filter(name -> !name.equals(name(id, proposal.names(), format)))
                .orElse("");
    }
}
