package perennial.activity.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import perennial.activity.Shop;
import perennial.activity.jpa.ImportRows;
import perennial.activity.jpa.ImportRows.Waiting;
import perennial.activity.jpa.ShopRow;
import perennial.activity.reading.Terms;
import perennial.kernel.Words;

/**
 * Reads the files that wait, one after the other, in the background; those that were not finished when the server
 * ended are read again from their beginning when it starts.
 */
@Startup
@Singleton
@LocalBean
@DependsOn("migrations.jar#SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
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

    private final ReentrantLock turn = new ReentrantLock();
    private final Clock clock = Clock.systemUTC();
    private volatile boolean ending;

    @PostConstruct
    void resume() {
        executor.execute(this::readAll);
    }

    @PreDestroy
    void end() {
        ending = true;
    }

    /** Once the import is recorded for good; a transaction that has ended can't be suspended, hence not NOT_SUPPORTED. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void onArrival(@Observes(during = TransactionPhase.AFTER_SUCCESS) FileArrived arrived) {
        executor.execute(this::readAll);
    }

    private void readAll() {
        turn.lock();
        try {
            Optional<Waiting> next = next();
            while (next.isPresent() && !ending) {
                read(next.get());
                next = next();
            }
        } finally {
            turn.unlock();
        }
    }

    /** The oldest one whose file lies here: another node reads those that it received. */
    private Optional<Waiting> next() {
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
            LOG.log(Level.ERROR, "import " + file.id() + " failed", e);
            imports.fail(
                    file.id(),
                    new Words("the import broke off: " + e.getMessage(), "导入中断：" + e.getMessage()),
                    clock.instant());
        }
        inbox.delete(file.spooled());
    }
}
