package perennial.segmentation.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.kernel.Run;
import perennial.segmentation.Segments.Claim;

/** The mean of a feature in a segment; where the segment's name speaks of it, at which place, and the mean of all. */
@Entity
@IdClass(LevelEntity.Key.class)
@Table(name = "segment_level")
@SuppressWarnings("UnusedVariable") // queries read the fields
class LevelEntity {
    @Id
    @Column(name = "run_id")
    private long runId;

    @Id
    @Column(name = "segment_id")
    private String segmentId;

    @Id
    private String feature;

    private double mean;

    @Column(name = "base_mean")
    private @Nullable Double baseMean;

    private @Nullable Short claimed;

    protected LevelEntity() {}

    LevelEntity(
            Run run, String segment, String feature, double mean, @Nullable Double baseMean, @Nullable Short claimed) {
        this.runId = run.id();
        this.segmentId = segment;
        this.feature = feature;
        this.mean = mean;
        this.baseMean = baseMean;
        this.claimed = claimed;
    }

    String feature() {
        return feature;
    }

    double mean() {
        return mean;
    }

    boolean isClaimed() {
        return claimed != null && baseMean != null;
    }

    short place() {
        return Optional.ofNullable(claimed).orElse(Short.MAX_VALUE);
    }

    Claim toClaim() {
        return new Claim(feature, mean, Optional.ofNullable(baseMean).orElse(Double.NaN));
    }

    /** The feature of the segment within the run. */
    static class Key {
        private long runId;
        private @Nullable String segmentId;
        private @Nullable String feature;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that
                    && runId == that.runId
                    && Objects.equals(segmentId, that.segmentId)
                    && Objects.equals(feature, that.feature);
        }

        @Override
        public int hashCode() {
            return Objects.hash(runId, segmentId, feature);
        }
    }
}
