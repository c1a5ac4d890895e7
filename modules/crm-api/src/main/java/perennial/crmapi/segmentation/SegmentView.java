package perennial.crmapi.segmentation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.MoneyView;
import perennial.segmentation.Segments.Claim;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Origin;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.Segments.Segmentation;

/**
 * @param share of the customers who are in a segment, 0 to 1
 * @param sales what its members spent so far
 * @param expectedValue what they are expected to spend in 12 months; null where not known
 * @param centroid the mean by feature label, in the feature's own unit
 * @param claims what the name that the run made says: the segment's mean against that of all
 * @param origin where it comes from; null in the first segmentation
 */
public record SegmentView(
        String id,
        String name,
        String nameZh,
        long size,
        double share,
        MoneyView sales,
        @Nullable MoneyView expectedValue,
        Map<String, Double> centroid,
        List<ClaimView> claims,
        @Nullable OriginView origin) {
    static List<SegmentView> of(Segmentation segmentation, Lineage lineage) {
        return segmentation.segments().stream()
                .map(segment -> of(segment, lineage.origins().get(segment.id())))
                .toList();
    }

    private static SegmentView of(Segment segment, @Nullable Origin origin) {
        return new SegmentView(
                segment.id(),
                segment.name().english(),
                segment.name().chinese(),
                segment.size(),
                segment.share(),
                MoneyView.of(segment.sales()),
                segment.expectedValue().map(MoneyView::of).orElse(null),
                segment.centroid(),
                segment.claims().stream().map(ClaimView::of).toList(),
                origin == null ? null : OriginView.of(origin));
    }

    public record ClaimView(String feature, double segment, double base) {
        static ClaimView of(Claim claim) {
            return new ClaimView(claim.feature(), claim.segment(), claim.base());
        }
    }

    /** @param before id of the segment that it is, or that it was split from; null for a new one */
    public record OriginView(String kind, @Nullable String before, double overlap) {
        static OriginView of(Origin origin) {
            return new OriginView(
                    origin.kind().name().toLowerCase(Locale.ROOT),
                    origin.before().orElse(null),
                    origin.overlap());
        }
    }
}
