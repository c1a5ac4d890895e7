package perennial.segmentation.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.Segments.Segmentation;

/** The segmentation of each run with its segments and its evidence. */
@ApplicationScoped
public class SegmentationRows {
    private static final List<String> ENTITIES =
            List.of("LevelEntity", "SegmentEntity", "EvidenceEntity", "SegmentationEntity");

    @PersistenceContext(unitName = "segmentation")
    private EntityManager entities;

    public void write(Run run, Segmentation segmentation) {
        ENTITIES.forEach(entity -> entities.createQuery("delete from " + entity + " e where e.runId = :run")
                .setParameter("run", run.id())
                .executeUpdate());
        entities.persist(new SegmentationEntity(run, segmentation));
        entities.flush();
        segmentation.evidence().forEach(evidence -> entities.persist(new EvidenceEntity(run, evidence)));
        segmentation.segments().forEach(segment -> write(run, segment));
    }

    void forget(@Observes RunsExpired expired) {
        ENTITIES.forEach(entity -> entities.createQuery("delete from " + entity + " e where e.runId < :oldest")
                .setParameter("oldest", expired.oldestKept())
                .executeUpdate());
    }

    private void write(Run run, Segment segment) {
        entities.persist(new SegmentEntity(run, segment));
        List<String> claimed = segment.claims().stream().map(c -> c.feature()).toList();
        segment.centroid()
                .forEach((feature, mean) -> entities.persist(new LevelEntity(
                        run,
                        segment.id(),
                        feature,
                        mean,
                        segment.claims().stream()
                                .filter(claim -> claim.feature().equals(feature))
                                .findFirst()
                                .map(claim -> claim.base())
                                .orElse(null),
                        claimed.contains(feature) ? (short) claimed.indexOf(feature) : null)));
    }

    public Segmentation read(Run run, Currency currency) {
        List<Segment> segments = new ArrayList<>();
        for (SegmentEntity segment : of(run, SegmentEntity.class, "e.size desc, e.segmentId")) {
            List<LevelEntity> levels = entities.createQuery(
                            "select e from LevelEntity e where e.runId = :run and e.segmentId = :segment "
                                    + "order by e.feature",
                            LevelEntity.class)
                    .setParameter("run", run.id())
                    .setParameter("segment", segment.segmentId())
                    .getResultList();
            segments.add(segment.toSegment(levels, currency));
        }
        return entities.find(SegmentationEntity.class, run.id())
                .toSegmentation(
                        segments,
                        of(run, EvidenceEntity.class, "e.k").stream()
                                .map(EvidenceEntity::toEvidence)
                                .toList());
    }

    private <E> List<E> of(Run run, Class<E> entity, String order) {
        return entities.createQuery(
                        "select e from " + entity.getSimpleName() + " e where e.runId = :run order by " + order, entity)
                .setParameter("run", run.id())
                .getResultList();
    }
}
