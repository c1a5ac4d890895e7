package perennial.pipeline.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.activity.Shop;
import perennial.kernel.Act;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.pipeline.Runs;
import perennial.pipeline.jpa.Lease;
import perennial.storage.Disk;

/**
 * Looks every second or two whether there is a run to work on and takes it up, be it new or one that a crash cut short;
 * so there is one way to start a run, and recovery needs nothing of its own. Whoever holds the lease works; while the
 * disk is full nobody does. The server would put a timer into a transaction of its own, and cancel it for ever when that
 * fails twice; hence none of the container's.
 */
@Startup
@Singleton
@DependsOn("migrations.jar#SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Conductor {
    private static final Logger LOG = System.getLogger(Conductor.class.getName());

    @Inject
    private RunLog log;

    @Inject
    private Runs runs;

    @Inject
    private Shop shop;

    @Inject
    private Lease lease;

    /** When the weekly run is due, as day and hour in the shop's time zone: {@code MON 03}. */
    @Inject
    @ConfigProperty(name = "perennial.run.due", defaultValue = "MON 03")
    private String due;

    /** Of how many runs the results are kept, the one in force and the one before it among them. */
    @Inject
    @ConfigProperty(name = "perennial.runs.kept", defaultValue = "12")
    private int kept;

    @Inject
    private Disk disk;

    @Inject
    private CatchingUp catchingUp;

    private final Clock clock = Clock.systemUTC();
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile boolean isAway;
    private WeeklySchedule schedule;

    @PostConstruct
    void understandSettings() {
        schedule = WeeklySchedule.parse(due);
        if (kept < 2) {
            throw new InvalidInputException(
                    "perennial.runs.kept",
                    kept,
                    new Words("the run in force and the one before it are needed", "需要保留生效的运行及其前一次"),
                    new Words("give 2 or more", "请给出 2 或更大的数"));
        }
    }

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void takeUp() {
        unlessAway(() -> {
            if (working.get()) {
                lease.hold(clock.instant());
            } else if (disk.hasRoom()) {
                log.open().filter(run -> lease.hold(clock.instant())).ifPresentOrElse(this::work, catchingUp::catchUp);
            }
        });
    }

    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    public void queueWhenDue() {
        unlessAway(() -> shop.settings()
                .filter(settings -> !settings.historic())
                .map(Shop.Settings::zone)
                .ifPresent(this::queueIn));
    }

    /** The server cancels a timer for ever whose method has thrown twice, so an outage of the database must not. */
    private void unlessAway(Runnable work) {
        try {
            work.run();
            isAway = false;
        } catch (RuntimeException e) {
            LOG.log(isAway ? Level.DEBUG : Level.WARNING, "runs wait until this is mended", e);
            isAway = true;
        }
    }

    private void queueIn(ZoneId zone) {
        Instant lastDue = schedule.lastBefore(clock.instant(), zone);
        boolean served = log.lastCreated().filter(at -> !at.isBefore(lastDue)).isPresent();
        if (served || log.lastCreated().isEmpty()) {
            return;
        }
        try {
            runs.start(Act.SYSTEM);
        } catch (jakarta.ejb.EJBException refused) {
            if (!(refused.getCause() instanceof ConflictException)) {
                throw refused;
            }
            LOG.log(Level.INFO, "the weekly run waits: {0}", refused.getCause().getMessage());
        }
    }

    private void work(long run) {
        if (!working.compareAndSet(false, true)) {
            return;
        }
        try {
            JobOperator jobs = BatchRuntime.getJobOperator();
            Properties parameters = new Properties();
            parameters.setProperty("run", Long.toString(run));
            jobs.start("weekly-run", parameters);
        } catch (RuntimeException e) {
            working.set(false);
            throw e;
        }
    }

    /** Told by the job when it ends, however it ends. */
    public void rest() {
        working.set(false);
        unlessAway(() -> log.keepNewest(kept));
    }
}
