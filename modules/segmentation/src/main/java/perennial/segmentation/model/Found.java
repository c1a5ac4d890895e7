package perennial.segmentation.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.analytics.clustering.Assignment;
import perennial.analytics.clustering.Matrix;
import perennial.analytics.clustering.SegmentName;
import perennial.analytics.clustering.SegmentationFit;
import perennial.analytics.clustering.SegmentationFit.Search;
import perennial.analytics.clustering.SegmentationFit.Settings;
import perennial.analytics.language.Phrases;
import perennial.kernel.Money;
import perennial.kernel.Progress;
import perennial.kernel.Words;
import perennial.segmentation.Segments.Cause;
import perennial.segmentation.Segments.Claim;
import perennial.segmentation.Segments.Evidence;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.Segments.Segmentation;
import perennial.segmentation.Segments.State;

/** What a run found: the segments, and with enough customers who is in them. */
public record Found(Segmentation segmentation, Optional<Division> division) {
    /**
     * @param assignment of the base's rows to the places of the model's segments
     * @param searched the search by whose number of segments it goes
     * @param drift of each feature of the base from then
     */
    public record Division(
            Model model, Lineage lineage, Assignment assignment, Searched searched, Map<String, Double> drift) {}

    /** With fewer buyers a segment would be a handful of people. */
    public static final int FEWEST_BUYERS = 100;

    private static final long SEED = 20_240_229;
    private static final Phrases PHRASES = Phrases.beside(Found.class, "reasons");

    /** @param values what each customer is expected to spend, by row; empty where not known */
    public static Found in(
            Base base, Occasion occasion, List<Optional<Money>> values, Currency currency, Progress progress) {
        int buyers = base.customers().size();
        if (buyers < FEWEST_BUYERS) {
            return new Found(
                    new Segmentation(
                            State.NOT_ENOUGH_DATA, words("too-few", buyers, FEWEST_BUYERS), List.of(), List.of()),
                    Optional.empty());
        }
        Matrix matrix = base.matrix();
        Map<String, Double> drift = occasion.drift(matrix);
        Optional<Cause> due = occasion.due(drift);
        SegmentationFit fit = fit(matrix, occasion, due, progress);
        Identity identity = occasion.last()
                .map(before -> Identity.after(before.model(), fit, matrix))
                .orElseGet(() -> Identity.first(fit));
        List<Segment> segments =
                segments(fit, names(fit, occasion.last(), identity.model().ids()), base, values, currency);
        Optional<Searched> searched = due.map(cause -> Searched.of(occasion.at(), cause, matrix));
        return new Found(
                searched.isPresent() ? searched(fit, segments) : refitted(fit, occasion, segments),
                Optional.of(new Division(
                        identity.model(),
                        identity.lineage(),
                        fit.assignment(),
                        searched.or(() -> occasion.last().flatMap(Last::searched))
                                .orElseThrow(),
                        searched.map(search -> search.drift(matrix)).orElse(drift))));
    }

    /** From the centroids in force at their number, unless the number is to be looked for. */
    private static SegmentationFit fit(Matrix matrix, Occasion occasion, Optional<Cause> due, Progress progress) {
        Settings usual = Settings.usual(SEED);
        if (due.isPresent()) {
            Search search = usual.search().withBudget(occasion.budget());
            return SegmentationFit.fit(matrix, usual.withSearch(search), progress);
        }
        progress.total(1);
        SegmentationFit fit =
                SegmentationFit.refit(occasion.last().orElseThrow().model().segmentation(), matrix, usual);
        progress.advance(1);
        return fit;
    }

    private static Segmentation searched(SegmentationFit fit, List<Segment> segments) {
        var choice = fit.evidence().choice();
        Words reason =
                words("chosen." + fit.evidence().verdict(), choice.k(), choice.silhouette(), choice.smallestShare());
        return new Segmentation(
                State.FOUND,
                reason,
                segments,
                fit.evidence().candidates().stream().map(Found::evidence).toList());
    }

    /** The evidence for the number stays that of the search. */
    private static Segmentation refitted(SegmentationFit fit, Occasion occasion, List<Segment> segments) {
        var now = fit.evidence().choice();
        return new Segmentation(
                State.FOUND,
                words("refitted", now.k(), now.silhouette(), now.smallestShare()),
                segments,
                occasion.last().orElseThrow().told().evidence());
    }

    private static Map<String, SegmentName> names(SegmentationFit fit, Optional<Last> last, List<String> ids) {
        List<SegmentName> names = last.map(before -> SegmentName.ofFeatures(fit.segmentation(), before.names(ids)))
                .orElseGet(() -> SegmentName.ofFeatures(fit.segmentation()));
        Map<String, SegmentName> byId = new LinkedHashMap<>();
        for (int place = 0; place < ids.size(); place++) {
            byId.put(ids.get(place), names.get(place));
        }
        return byId;
    }

    private static List<Segment> segments(
            SegmentationFit fit,
            Map<String, SegmentName> names,
            Base base,
            List<Optional<Money>> values,
            Currency currency) {
        Sums sums = Sums.of(fit.assignment(), base, values, currency);
        List<Segment> segments = new ArrayList<>();
        names.forEach((id, name) -> {
            int place = segments.size();
            var found = fit.segmentation().segments().get(place);
            segments.add(new Segment(
                    id,
                    name.words(),
                    found.size(),
                    found.share(),
                    sums.sales(place),
                    sums.value(place),
                    means(found),
                    name.claims().stream()
                            .map(claim -> new Claim(claim.column(), claim.segment(), claim.base()))
                            .toList()));
        });
        return segments;
    }

    private static Map<String, Double> means(perennial.analytics.clustering.Segment segment) {
        Map<String, Double> means = new LinkedHashMap<>();
        segment.centroid().forEach(level -> level.mean().ifPresent(mean -> means.put(level.column(), mean)));
        return means;
    }

    private static Evidence evidence(perennial.analytics.clustering.Evidence.Candidate candidate) {
        OptionalDouble stability = candidate.stability();
        return new Evidence(
                candidate.k(),
                candidate.inertia(),
                candidate.silhouette(),
                stability.isPresent() ? Optional.of(stability.getAsDouble()) : Optional.empty(),
                candidate.smallestShare());
    }

    private static Words words(String key, Object... arguments) {
        return new Words(
                PHRASES.format(Locale.ENGLISH, key, arguments),
                PHRASES.format(Locale.SIMPLIFIED_CHINESE, key, arguments));
    }

    /** What the members of each segment spent, and are expected to spend. */
    private static final class Sums {
        private final double[] spends;
        private final long[] values;
        private final boolean known;
        private final Currency currency;

        private Sums(double[] spends, long[] values, boolean known, Currency currency) {
            this.spends = spends;
            this.values = values;
            this.known = known;
            this.currency = currency;
        }

        static Sums of(Assignment assignment, Base base, List<Optional<Money>> values, Currency currency) {
            double[] spends = new double[assignment.segments()];
            long[] expected = new long[assignment.segments()];
            for (int row = 0; row < assignment.rows(); row++) {
                spends[assignment.of(row)] += base.spend(row);
                expected[assignment.of(row)] +=
                        values.get(row).map(Money::minor).orElse(0L);
            }
            return new Sums(spends, expected, values.stream().anyMatch(Optional::isPresent), currency);
        }

        Money sales(int place) {
            return Money.of(BigDecimal.valueOf(spends[place]), currency);
        }

        Optional<Money> value(int place) {
            return known ? Optional.of(new Money(values[place], currency)) : Optional.empty();
        }
    }
}
