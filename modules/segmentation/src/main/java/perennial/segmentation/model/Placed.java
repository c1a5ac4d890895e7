package perennial.segmentation.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.analytics.clustering.Assignment;
import perennial.analytics.clustering.Matrix;
import perennial.analytics.clustering.SegmentMap;
import perennial.analytics.clustering.SegmentName;
import perennial.analytics.clustering.Segmentation;
import perennial.kernel.Money;
import perennial.segmentation.Segments.Claim;
import perennial.segmentation.Segments.Segment;

/**
 * The customers of a base as a version places them, whoever made it and when.
 *
 * @param map of them
 * @param ids of the segments, by place
 * @param segments as they stand in the base
 */
public record Placed(Assignment assignment, SegmentMap map, List<String> ids, List<Segment> segments) {
    private static final int DOTS = 800;

    /** @param values what each customer is expected to spend, by row; empty where not known */
    public static Placed by(Division division, Base base, List<Optional<Money>> values, Currency currency) {
        Segmentation inForce = division.model().segmentation();
        Matrix matrix = base.matrix();
        Assignment assignment = inForce.assign(matrix);
        Segmentation today = inForce.on(matrix, assignment);
        List<String> ids = division.model().ids();
        List<SegmentName> names = SegmentName.ofFeatures(today, division.names(ids));
        Sums sums = Sums.of(assignment, base, values, currency);
        List<Segment> segments = new ArrayList<>();
        for (int place = 0; place < ids.size(); place++) {
            var found = today.segments().get(place);
            segments.add(new Segment(
                    ids.get(place),
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
        return new Placed(assignment, SegmentMap.of(inForce, matrix, assignment, DOTS), ids, segments);
    }

    /** The segment of a row. */
    public String of(int row) {
        return ids.get(assignment.of(row));
    }

    private static Map<String, Double> means(perennial.analytics.clustering.Segment segment) {
        Map<String, Double> means = new LinkedHashMap<>();
        segment.centroid().forEach(level -> level.mean().ifPresent(mean -> means.put(level.column(), mean)));
        return means;
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
