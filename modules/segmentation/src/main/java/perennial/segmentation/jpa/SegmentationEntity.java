package perennial.segmentation.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.Segments.Evidence;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.Segments.Segmentation;
import perennial.segmentation.Segments.State;

@Entity
@Table(name = "segmentation")
@SuppressWarnings("UnusedVariable") // queries read the fields
class SegmentationEntity {
    @Id
    @Column(name = "run_id")
    private long runId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "reason_en")
    private String reasonEn;

    @Column(name = "reason_zh")
    private String reasonZh;

    protected SegmentationEntity() {}

    SegmentationEntity(Run run, Segmentation segmentation) {
        runId = run.id();
        state = segmentation.state();
        reasonEn = segmentation.reason().english();
        reasonZh = segmentation.reason().chinese();
    }

    Segmentation toSegmentation(List<Segment> segments, List<Evidence> evidence) {
        return new Segmentation(state, new Words(reasonEn, reasonZh), segments, evidence);
    }
}
