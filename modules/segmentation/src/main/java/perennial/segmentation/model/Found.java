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
import perennial.analytics.clustering.SegmentName;
import perennial.analytics.clustering.SegmentationFit;
import perennial.analytics.language.Phrases;
import perennial.kernel.Money;
import perennial.kernel.Progress;
import perennial.kernel.Words;
import perennial.segmentation.Segments.Claim;
import perennial.segmentation.Segments.Evidence;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.Segments.Segmentation;
import perennial.segmentation.Segments.State;

/**
 * What a run found: the segments with who is in them.
 *
 * @param assignment of the base's rows; empty where there are too few customers
 */
public record Found(Segmentation segmentation, Optional<Assignment> assignment) {
    /** With fewer buyers a segment would be a handful of people. */
    public static final int FEWEST_BUYERS = 100;

    private static final long SEED = 20_240_229;
    private static final Phrases PHRASES = Phrases.beside(Found.class, "reasons");

    /** @param values what each customer is expected to spend, by row; empty where not known */
    public static Found in(Base base, List<Optional<Money>> values, Currency currency, Progress progress) {
        int buyers = base.customers().size();
        if (buyers < FEWEST_BUYERS) {
            return new Found(
                    new Segmentation(
                            State.NOT_ENOUGH_DATA, words("too-few", buyers, FEWEST_BUYERS), List.of(), List.of()),
                    Optional.empty());
        }
        SegmentationFit fit = SegmentationFit.fit(base.matrix(), SegmentationFit.Settings.usual(SEED), progress);
        var choice = fit.evidence().choice();
        Words reason =
                words("chosen." + fit.evidence().verdict(), choice.k(), choice.silhouette(), choice.smallestShare());
        return new Found(
                new Segmentation(
                        State.FOUND,
                        reason,
                        segments(fit, base, values, currency),
                        fit.evidence().candidates().stream()
                                .map(Found::evidence)
                                .toList()),
                Optional.of(fit.assignment()));
    }

    /** The id of the segment at a place in the fit. */
    public static String id(int place) {
        return "s" + (place + 1);
    }

    private static List<Segment> segments(
            SegmentationFit fit, Base base, List<Optional<Money>> values, Currency currency) {
        List<SegmentName> names = SegmentName.ofFeatures(fit.segmentation());
        Sums sums = Sums.of(fit.assignment(), base, values, currency);
        List<Segment> segments = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            var found = fit.segmentation().segments().get(place);
            segments.add(new Segment(
                    id(place),
                    names.get(place).words(),
                    found.size(),
                    found.share(),
                    sums.sales(place),
                    sums.value(place),
                    means(found),
                    names.get(place).claims().stream()
                            .map(claim -> new Claim(claim.column(), claim.segment(), claim.base()))
                            .toList()));
        }
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
