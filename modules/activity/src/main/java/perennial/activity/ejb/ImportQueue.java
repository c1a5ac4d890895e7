package perennial.activity.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import perennial.activity.Shop;
import perennial.activity.jpa.ImportRows;
import perennial.activity.jpa.ImportRows.Waiting;
import perennial.activity.jpa.ShopRow;
import perennial.activity.reading.Terms;
import perennial.kernel.Words;
import perennial.storage.Commits;
import perennial.storage.Outage;

/**
 * Reads the files that wait, one after the other, in the background; those that were not finished when the server
 * ended or the database went away are read again from their beginning when both are there.
 */
@Startup
@Singleton
@LocalBean
@DependsOn("migrations.jar#SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ImportQueue {
    private static final Logger LOG = System.getLogger(ImportQueue.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private ImportRows imports;

    @Inject
    private FileReading reading;

    @Inject
    private Inbox inbox;

    @Inject
    private ShopRow shop;

    @Inject
    private Commits commits;

    @Inject
    private LostFiles lost;

    private final ReentrantLock turn = new ReentrantLock();
    private final Clock clock = Clock.systemUTC();
    private volatile boolean ending;

    @PostConstruct
    void resume() {
        Set<String> waiting =
                imports.unfinished().stream().map(Waiting::spooled).collect(Collectors.toSet());
        inbox.keepOnly(waiting, clock.instant());
        executor.execute(this::readAll);
    }

    @PreDestroy
    void end() {
        ending = true;
    }

    /** Takes up what an outage of the database has broken off, or kept from being noticed. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void lookAgain() {
        if (!turn.isLocked()) {
            executor.execute(this::readAll);
        }
    }

    /** Until none is left that waits here; whoever comes meanwhile waits too, and finds none. */
    public void readAll() {
        turn.lock();
        try {
            Optional<Waiting> next = next();
            while (next.isPresent() && !ending) {
                read(next.get());
                next = next();
            }
        } catch (RuntimeException e) {
            if (!Outage.isBehind(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, "imports wait until the database answers");
            LOG.log(Level.DEBUG, "it was found away by this", e);
        } finally {
            turn.unlock();
        }
    }

    /** The oldest one whose file lies here: another node reads those that it received. */
    private Optional<Waiting> next() {
        lost.giveUp(clock.instant());
        return imports.unfinished().stream()
                .filter(file -> inbox.has(file.spooled()))
                .findFirst();
    }

    private void read(Waiting file) {
        try {
            Shop.Settings settings = shop.opened();
            reading.read(file, new Terms(settings.currency(), settings.zone()));
        } catch (RuntimeException e) {
            if (ending) {
                return;
            }
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.log(Level.ERROR, "import " + file.id() + " failed", e);
            imports.fail(
                    file.id(),
                    new Words("the import broke off: " + e.getMessage(), "导入因故障中断，原因见服务器日志"),
                    clock.instant());
        }
        commits.settle();
        inbox.delete(file.spooled());
    }
}
