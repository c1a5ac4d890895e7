package perennial.segmentation.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.Segments.Segment;

@Entity
@IdClass(SegmentEntity.Key.class)
@Table(name = "segment")
@SuppressWarnings("UnusedVariable") // queries read the fields
class SegmentEntity {
    @Id
    @Column(name = "run_id")
    private long runId;

    @Id
    @Column(name = "segment_id")
    private String segmentId;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "name_zh")
    private String nameZh;

    private long size;
    private double share;

    @Column(name = "sales_minor")
    private long salesMinor;

    @Column(name = "value_minor")
    private @Nullable Long valueMinor;

    protected SegmentEntity() {}

    SegmentEntity(Run run, Segment segment) {
        runId = run.id();
        segmentId = segment.id();
        nameEn = segment.name().english();
        nameZh = segment.name().chinese();
        size = segment.size();
        share = segment.share();
        salesMinor = segment.sales().minor();
        valueMinor = segment.expectedValue().map(Money::minor).orElse(null);
    }

    String segmentId() {
        return segmentId;
    }

    Segment toSegment(List<LevelEntity> levels, Currency currency) {
        Map<String, Double> centroid = new TreeMap<>();
        levels.forEach(level -> centroid.put(level.feature(), level.mean()));
        return new Segment(
                segmentId,
                new Words(nameEn, nameZh),
                size,
                share,
                new Money(salesMinor, currency),
                Optional.ofNullable(valueMinor).map(minor -> new Money(minor, currency)),
                centroid,
                levels.stream()
                        .filter(LevelEntity::isClaimed)
                        .sorted(Comparator.comparing(LevelEntity::place))
                        .map(LevelEntity::toClaim)
                        .toList());
    }

    /** The segment within the run. */
    static class Key {
        private long runId;
        private @Nullable String segmentId;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && runId == that.runId && Objects.equals(segmentId, that.segmentId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(runId, segmentId);
        }
    }
}
