package perennial.crmapi.overview;

import perennial.overview.Overview;

public record SegmentNameView(String id, String name, String nameZh) {
    static SegmentNameView of(Overview.SegmentName segment) {
        return new SegmentNameView(
                segment.id(), segment.name().english(), segment.name().chinese());
    }
}
