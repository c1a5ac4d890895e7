package perennial.pipeline.batch;

import java.time.Clock;
import perennial.kernel.Progress;
import perennial.pipeline.Station;
import perennial.pipeline.ejb.RunLog;

/** Writes down how far a step is, at most a few times a second. */
final class StepProgress implements Progress {
    private static final long PAUSE_MILLIS = 300;

    private final RunLog log;
    private final long run;
    private final Station station;
    private final Clock clock;
    private long done;
    private long total;
    private long writtenAt;

    StepProgress(RunLog log, long run, Station station, Clock clock) {
        this.log = log;
        this.run = run;
        this.station = station;
        this.clock = clock;
    }

    @Override
    public synchronized void total(long all) {
        total = all;
        done = 0;
        write();
    }

    @Override
    public synchronized void advance(long by) {
        done += by;
        if (clock.millis() - writtenAt >= PAUSE_MILLIS) {
            write();
        }
    }

    private void write() {
        writtenAt = clock.millis();
        log.advance(run, station, done, total);
    }
}
