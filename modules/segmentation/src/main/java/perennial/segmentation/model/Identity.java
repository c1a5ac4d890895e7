package perennial.segmentation.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import perennial.analytics.clustering.Continuity;
import perennial.analytics.clustering.SegmentationFit;
import perennial.analytics.clustering.Transitions;
import perennial.segmentation.Segments.End;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Origin;

/**
 * The ids of a run's segments: those that go on with a segment of the run before have its id, the others one that never
 * was.
 */
record Identity(Model model, Lineage lineage) {
    /** Segments that overlap less are not the same. */
    private static final double LEAST_OVERLAP = 0.3;

    /** Of segments without any before them. */
    static Identity first(SegmentationFit fit, int lastNumber) {
        int k = fit.segmentation().segments().size();
        List<String> ids = IntStream.rangeClosed(lastNumber + 1, lastNumber + k)
                .mapToObj(Identity::id)
                .toList();
        return new Identity(new Model(fit.segmentation(), ids, lastNumber + k), new Lineage(Map.of(), List.of()));
    }

    /**
     * @param moves of today's customers, whom both segmentations place, so that only the segments differ and nobody has
     *     moved
     */
    static Identity after(Model before, SegmentationFit fit, Transitions moves, int lastNumber) {
        Continuity continuity = Continuity.of(moves, LEAST_OVERLAP);
        List<String> ids = new ArrayList<>();
        int number = lastNumber;
        Map<String, Origin> origins = new LinkedHashMap<>();
        for (Continuity.Origin origin : continuity.origins()) {
            boolean goesOn = origin.kind() == Continuity.Origin.Kind.CONTINUED;
            String id = goesOn ? before.ids().get(origin.before().getAsInt()) : id(++number);
            ids.add(id);
            origins.put(
                    id,
                    new Origin(
                            Origin.Kind.valueOf(origin.kind().name()), id(before, origin.before()), origin.overlap()));
        }
        return new Identity(
                new Model(fit.segmentation(), ids, number), new Lineage(origins, ends(before, ids, continuity)));
    }

    private static List<End> ends(Model before, List<String> ids, Continuity continuity) {
        List<End> ends = new ArrayList<>();
        for (int i = 0; i < continuity.fates().size(); i++) {
            Continuity.Fate fate = continuity.fates().get(i);
            if (fate.kind() != Continuity.Fate.Kind.CONTINUED) {
                Optional<String> into = fate.after().isPresent()
                        ? Optional.of(ids.get(fate.after().getAsInt()))
                        : Optional.empty();
                ends.add(new End(
                        before.ids().get(i), End.Kind.valueOf(fate.kind().name()), into));
            }
        }
        return ends;
    }

    private static Optional<String> id(Model before, OptionalInt place) {
        return place.isPresent() ? Optional.of(before.ids().get(place.getAsInt())) : Optional.empty();
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "s%d", number);
    }
}
