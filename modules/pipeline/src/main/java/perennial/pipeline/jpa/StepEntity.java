package perennial.pipeline.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.pipeline.Runs.Status;
import perennial.pipeline.Runs.StepReport;
import perennial.pipeline.Station;

@Entity
@Table(name = "run_step")
@SuppressWarnings("UnusedVariable") // queries read the fields
class StepEntity {
    @EmbeddedId
    private Key key;

    private short position;

    @Enumerated(EnumType.STRING)
    private Status status;

    private long done;
    private @Nullable Long total;

    @Column(name = "started_at")
    private @Nullable OffsetDateTime startedAt;

    @Column(name = "finished_at")
    private @Nullable OffsetDateTime finishedAt;

    protected StepEntity() {}

    StepEntity(long run, Station station) {
        key = new Key(run, station.label());
        position = (short) station.ordinal();
        status = Status.QUEUED;
    }

    boolean isCompleted() {
        return status == Status.COMPLETED;
    }

    void begin(Instant now) {
        status = Status.RUNNING;
        done = 0;
        total = null;
        startedAt = now.atOffset(ZoneOffset.UTC);
    }

    void advance(long soFar, long all) {
        done = soFar;
        total = all;
    }

    void complete(Instant now) {
        status = Status.COMPLETED;
        finishedAt = now.atOffset(ZoneOffset.UTC);
        if (total != null) {
            done = total;
        }
    }

    void fail(Instant now) {
        status = Status.FAILED;
        finishedAt = now.atOffset(ZoneOffset.UTC);
    }

    StepReport report(Instant now) {
        Optional<Double> rate = RunEntity.instant(startedAt)
                .map(from -> seconds(from, RunEntity.instant(finishedAt).orElse(now)))
                .filter(seconds -> seconds > 0 && done > 0)
                .map(seconds -> done / seconds);
        Optional<Double> left = rate.filter(r -> status == Status.RUNNING)
                .flatMap(r -> Optional.ofNullable(total).map(all -> Math.max(0, all - done) / r));
        return new StepReport(
                Station.labelled(key.station),
                status,
                done,
                Optional.ofNullable(total),
                rate,
                left,
                RunEntity.instant(startedAt),
                RunEntity.instant(finishedAt));
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    @Embeddable
    static class Key {
        @Column(name = "run_id")
        private long run;

        private String station;

        protected Key() {}

        Key(long run, String station) {
            this.run = run;
            this.station = station;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && run == that.run && station.equals(that.station);
        }

        @Override
        public int hashCode() {
            return Objects.hash(run, station);
        }
    }
}
