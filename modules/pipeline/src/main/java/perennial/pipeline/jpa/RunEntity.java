package perennial.pipeline.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.pipeline.Runs.RunReport;
import perennial.pipeline.Runs.Status;
import perennial.pipeline.Runs.StepReport;

@Entity
@Table(name = "run")
class RunEntity {
    private static final int LONGEST_FAILURE = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "run_id")
    @SequenceGenerator(name = "run_id", sequenceName = "run_id", allocationSize = 1)
    private long id;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Column(name = "as_of")
    private OffsetDateTime asOf;

    @Column(name = "before_id")
    private @Nullable Long beforeId;

    @Column(name = "before_as_of")
    private @Nullable OffsetDateTime beforeAsOf;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "started_at")
    private @Nullable OffsetDateTime startedAt;

    @Column(name = "finished_at")
    private @Nullable OffsetDateTime finishedAt;

    private @Nullable String failure;

    @Column(name = "failure_zh")
    private @Nullable String failureZh;

    protected RunEntity() {}

    RunEntity(Instant asOf, Optional<Run> before, Instant now) {
        this.status = Status.QUEUED;
        this.asOf = asOf.atOffset(ZoneOffset.UTC);
        this.beforeId = before.map(Run::id).orElse(null);
        this.beforeAsOf = before.map(run -> run.asOf().atOffset(ZoneOffset.UTC)).orElse(null);
        this.createdAt = now.atOffset(ZoneOffset.UTC);
    }

    long id() {
        return id;
    }

    Run run() {
        return new Run(id, asOf.toInstant());
    }

    Optional<Run> before() {
        return Optional.ofNullable(beforeId)
                .flatMap(previous -> instant(beforeAsOf).map(at -> new Run(previous, at)));
    }

    void begin(Instant now) {
        status = Status.RUNNING;
        if (startedAt == null) {
            startedAt = now.atOffset(ZoneOffset.UTC);
        }
    }

    void complete(Instant now) {
        status = Status.COMPLETED;
        finishedAt = now.atOffset(ZoneOffset.UTC);
    }

    void fail(Words why, Instant now) {
        status = Status.FAILED;
        failure = fitting(why.english());
        failureZh = fitting(why.chinese());
        finishedAt = now.atOffset(ZoneOffset.UTC);
    }

    private static String fitting(String why) {
        return why.substring(0, Math.min(why.length(), LONGEST_FAILURE));
    }

    /** Those of an earlier release are in English alone. */
    private Optional<Words> failure() {
        return Optional.ofNullable(failure)
                .map(english -> new Words(english, Objects.requireNonNullElse(failureZh, english)));
    }

    RunReport report(List<StepReport> steps) {
        return new RunReport(
                id,
                status,
                asOf.toInstant(),
                createdAt.toInstant(),
                instant(startedAt),
                instant(finishedAt),
                failure(),
                steps);
    }

    static Optional<Instant> instant(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
