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
import perennial.segmentation.Segments.Evidence;

@Entity
@IdClass(EvidenceEntity.Key.class)
@Table(name = "segmentation_evidence")
@SuppressWarnings("UnusedVariable") // queries read the fields
class EvidenceEntity {
    @Id
    @Column(name = "run_id")
    private long runId;

    @Id
    private int k;

    private double inertia;
    private double silhouette;
    private @Nullable Double stability;

    @Column(name = "smallest_share")
    private double smallestShare;

    protected EvidenceEntity() {}

    EvidenceEntity(Run run, Evidence evidence) {
        runId = run.id();
        k = evidence.k();
        inertia = evidence.inertia();
        silhouette = evidence.silhouette();
        stability = evidence.stability().orElse(null);
        smallestShare = evidence.smallestShare();
    }

    Evidence toEvidence() {
        return new Evidence(k, inertia, silhouette, Optional.ofNullable(stability), smallestShare);
    }

    /** The number of segments within the run. */
    static class Key {
        private long runId;
        private int k;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && runId == that.runId && k == that.k;
        }

        @Override
        public int hashCode() {
            return Objects.hash(runId, k);
        }
    }
}
