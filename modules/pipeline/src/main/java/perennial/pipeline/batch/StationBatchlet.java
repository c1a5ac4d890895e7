package perennial.pipeline.batch;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.pipeline.Station;
import perennial.pipeline.ejb.RunLog;
import perennial.storage.Outage;

/** One step of the job: skips what its run has finished already, else does it and writes down how it ended. */
@Named("station")
@Dependent
public class StationBatchlet extends AbstractBatchlet {
    private static final Logger LOG = System.getLogger(StationBatchlet.class.getName());

    @Inject
    @BatchProperty(name = "station")
    private String name;

    @Inject
    private JobContext job;

    @Inject
    private RunLog log;

    @Inject
    private Work work;

    @Override
    public String process() {
        Station station = Station.labelled(name);
        long id = Long.parseLong(BatchRuntime.getJobOperator()
                .getParameters(job.getExecutionId())
                .getProperty("run"));
        try {
            if (!log.begin(id, station)) {
                return "SKIPPED";
            }
            Run run = log.run(id);
            work.at(station, run, log.before(id), new StepProgress(log, id, station, Clock.systemUTC()));
            log.complete(id, station);
            return "COMPLETED";
        } catch (RuntimeException | Error e) {
            breakOff(id, station, e);
            // not the failure itself, whose words the batch runtime would log with whatever rows stand in them
            throw new IllegalStateException("run " + id + " broke off at " + name);
        }
    }

    /** A run that the database has left stays open, and is taken up again when the database is back. */
    private void breakOff(long id, Station station, Throwable failure) {
        if (Outage.isBehind(failure)) {
            LOG.log(Level.WARNING, "run {0} waits at {1} until the database answers", id, name);
            return;
        }
        LOG.log(Level.ERROR, "run " + id + " failed at " + name, failure);
        Words why = reason(failure);
        log.fail(id, Optional.of(station), new Words(name + ": " + why.english(), name + "：" + why.chinese()));
    }

    /** A refusal of ours speaks both languages, a fault only the one of those who mend it. */
    private static Words reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof InvalidInputException refusal) {
            return new Words(refusal.message(Locale.ENGLISH), refusal.message(Locale.SIMPLIFIED_CHINESE));
        }
        if (root instanceof ConflictException conflict) {
            return new Words(conflict.reason(Locale.ENGLISH), conflict.reason(Locale.SIMPLIFIED_CHINESE));
        }
        String fault =
                Optional.ofNullable(root.getMessage()).orElse(root.getClass().getSimpleName());
        return new Words("the step broke off: " + fault, "此步骤中断：" + fault);
    }
}
