package perennial.segmentation.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.analytics.clustering.Claim;
import perennial.analytics.clustering.Matrix;
import perennial.analytics.clustering.SegmentName;
import perennial.analytics.clustering.SegmentationFit;
import perennial.analytics.clustering.SegmentationFit.Search;
import perennial.analytics.clustering.SegmentationFit.Settings;
import perennial.analytics.clustering.Transitions;
import perennial.kernel.Progress;
import perennial.kernel.Words;
import perennial.segmentation.SegmentationVersions.Differences;
import perennial.segmentation.SegmentationVersions.Flow;
import perennial.segmentation.Segments.Cause;
import perennial.segmentation.Segments.Evidence;

/**
 * The version that a run makes, before anybody has decided about it.
 *
 * @param differences from the version in force; empty for the first one
 * @param searched the last search, this run's among them
 * @param drift of each feature of the run's customers since then
 */
public record Candidate(
        Division division, Optional<Differences> differences, Searched searched, Map<String, Double> drift) {
    private static final long SEED = 20_240_229;

    public static Candidate of(Matrix base, Occasion occasion, Progress progress) {
        Map<String, Double> drift = occasion.drift(base);
        Optional<Cause> due = occasion.due(drift);
        SegmentationFit fit = fit(base, occasion, due, progress);
        Optional<Transitions> moves = occasion.live()
                .map(live -> Transitions.between(live.model().segmentation().assign(base), fit.assignment()));
        Identity identity = moves.map(known ->
                        Identity.after(occasion.live().orElseThrow().model(), fit, known, occasion.lastNumber()))
                .orElseGet(() -> Identity.first(fit, occasion.lastNumber()));
        Optional<Searched> searched = due.map(cause -> Searched.of(occasion.at(), cause, base));
        return new Candidate(
                new Division(
                        identity.model(),
                        names(fit, occasion.live(), identity.model().ids()),
                        searched.isPresent() ? chosen(fit) : refitted(fit),
                        searched.isPresent()
                                ? evidence(fit)
                                : occasion.live().orElseThrow().evidence(),
                        Searched.spreads(base)),
                moves.map(known -> differences(known, occasion.live().orElseThrow(), identity, base)),
                searched.or(occasion::search).orElseThrow(),
                searched.map(search -> search.drift(base)).orElse(drift));
    }

    /** From the centroids in force at their number, unless the number is to be looked for. */
    private static SegmentationFit fit(Matrix base, Occasion occasion, Optional<Cause> due, Progress progress) {
        Settings usual = Settings.usual(SEED);
        if (due.isPresent()) {
            Search search = usual.search().withBudget(occasion.limits().budget());
            return SegmentationFit.fit(base, usual.withSearch(search), progress);
        }
        progress.total(1);
        SegmentationFit fit =
                SegmentationFit.refit(occasion.live().orElseThrow().model().segmentation(), base, usual);
        progress.advance(1);
        return fit;
    }

    private static Differences differences(Transitions moves, Division live, Identity identity, Matrix base) {
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < moves.before(); i++) {
            for (int j = 0; j < moves.after(); j++) {
                if (moves.count(i, j) > 0) {
                    flows.add(new Flow(
                            live.model().ids().get(i), identity.model().ids().get(j), moves.count(i, j)));
                }
            }
        }
        return new Differences(flows, identity.lineage(), Searched.drift(live.spreads(), base));
    }

    private static Map<String, SegmentName.Before> names(
            SegmentationFit fit, Optional<Division> live, List<String> ids) {
        List<SegmentName> names = live.map(before -> SegmentName.ofFeatures(fit.segmentation(), before.names(ids)))
                .orElseGet(() -> SegmentName.ofFeatures(fit.segmentation()));
        Map<String, SegmentName.Before> byId = new LinkedHashMap<>();
        for (int place = 0; place < ids.size(); place++) {
            SegmentName name = names.get(place);
            byId.put(
                    ids.get(place),
                    new SegmentName.Before(
                            name.words(),
                            name.claims().stream().map(Claim::column).toList()));
        }
        return byId;
    }

    private static Words chosen(SegmentationFit fit) {
        var choice = fit.evidence().choice();
        return Reasons.of(
                "chosen." + fit.evidence().verdict(), choice.k(), choice.silhouette(), choice.smallestShare());
    }

    private static Words refitted(SegmentationFit fit) {
        var now = fit.evidence().choice();
        return Reasons.of("refitted", now.k(), now.silhouette(), now.smallestShare());
    }

    private static List<Evidence> evidence(SegmentationFit fit) {
        return fit.evidence().candidates().stream()
                .map(tried -> new Evidence(
                        tried.k(),
                        tried.inertia(),
                        tried.silhouette(),
                        optional(tried.stability()),
                        tried.smallestShare()))
                .toList();
    }

    private static Optional<Double> optional(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
