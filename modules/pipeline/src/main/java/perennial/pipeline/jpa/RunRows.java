package perennial.pipeline.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.pipeline.Runs.RunReport;
import perennial.pipeline.Runs.Status;
import perennial.pipeline.Runs.StepReport;
import perennial.pipeline.Station;

/** The stored runs with their steps: the truth about what has been done. */
@ApplicationScoped
public class RunRows {
    private static final Set<Status> OPEN = Set.of(Status.QUEUED, Status.RUNNING);

    @PersistenceContext(unitName = "pipeline")
    private EntityManager entities;

    public long add(Instant asOf, Optional<Run> before, Instant now) {
        RunEntity run = new RunEntity(asOf, before, now);
        entities.persist(run);
        entities.flush();
        for (Station station : Station.values()) {
            entities.persist(new StepEntity(run.id(), station));
        }
        return run.id();
    }

    /** The run that is queued or running; there is at most one. */
    public Optional<Long> open() {
        return entities.createQuery("select r from RunEntity r where r.status in :open order by r.id", RunEntity.class)
                .setParameter("open", OPEN)
                .getResultStream()
                .map(RunEntity::id)
                .findFirst();
    }

    /** When the newest run was asked for. */
    public Optional<Instant> lastCreated() {
        return latest(1, Instant.EPOCH).stream().map(RunReport::created).findFirst();
    }

    public Optional<RunReport> report(long id, Instant now) {
        return Optional.ofNullable(entities.find(RunEntity.class, id)).map(run -> run.report(steps(id, now)));
    }

    public List<RunReport> latest(int limit, Instant now) {
        return entities.createQuery("select r from RunEntity r order by r.id desc", RunEntity.class)
                .setMaxResults(limit)
                .getResultStream()
                .map(run -> run.report(steps(run.id(), now)))
                .toList();
    }

    public Run run(long id) {
        return entities.find(RunEntity.class, id).run();
    }

    public Optional<Run> before(long id) {
        return entities.find(RunEntity.class, id).before();
    }

    /** False if that step of the run is finished already. */
    public boolean begin(long id, Station station, Instant now) {
        StepEntity step = step(id, station);
        if (step.isCompleted()) {
            return false;
        }
        entities.find(RunEntity.class, id).begin(now);
        step.begin(now);
        return true;
    }

    public void advance(long id, Station station, long done, long total) {
        step(id, station).advance(done, total);
    }

    public void complete(long id, Station station, Instant now) {
        step(id, station).complete(now);
        if (Arrays.stream(Station.values()).allMatch(each -> step(id, each).isCompleted())) {
            entities.find(RunEntity.class, id).complete(now);
        }
    }

    public void fail(long id, Optional<Station> station, Words why, Instant now) {
        station.ifPresent(s -> step(id, s).fail(now));
        entities.find(RunEntity.class, id).fail(why, now);
    }

    /** The newest runs that ended well, the newest first. */
    public List<Run> completed(int limit) {
        return entities.createQuery(
                        "select r from RunEntity r where r.status = :status order by r.id desc", RunEntity.class)
                .setParameter("status", Status.COMPLETED)
                .setMaxResults(limit)
                .getResultStream()
                .map(RunEntity::run)
                .toList();
    }

    public Map<Status, Long> counts() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        entities.createQuery("select r.status, count(r) from RunEntity r group by r.status", Object[].class)
                .getResultStream()
                .forEach(row -> counts.put((Status) row[0], (Long) row[1]));
        return counts;
    }

    private StepEntity step(long id, Station station) {
        return entities.find(StepEntity.class, new StepEntity.Key(id, station.label()));
    }

    private List<StepReport> steps(long id, Instant now) {
        return entities.createQuery(
                        "select s from StepEntity s where s.key.run = :run order by s.position", StepEntity.class)
                .setParameter("run", id)
                .getResultStream()
                .map(step -> step.report(now))
                .toList();
    }
}
