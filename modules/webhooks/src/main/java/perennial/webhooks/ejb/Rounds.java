package perennial.webhooks.ejb;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import perennial.storage.Node;
import perennial.webhooks.Failure;
import perennial.webhooks.http.Courier;
import perennial.webhooks.model.Parcel;

/**
 * Looks every two seconds who is owed something, and sends until nothing is left or something fails; each webhook by
 * itself, so that a slow receiver holds up nobody else. What a crash cuts short is found again by the next look.
 */
@Startup
@Singleton
@DependsOn("migrations.jar#SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Rounds {
    private static final Logger LOG = System.getLogger(Rounds.class.getName());

    @Inject
    private Dispatching dispatching;

    @Inject
    private Courier courier;

    @Inject
    private SealKey key;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Node node;

    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean isTroubled = new AtomicBoolean();
    private volatile boolean ending;

    /** Lets nothing out: a timer that fails twice is taken away for good, and the database may be gone for a while. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void look() {
        try {
            dispatching.due().stream().filter(busy::add).forEach(this::serveAside);
            isTroubled.set(false);
        } catch (RuntimeException e) {
            if (isTroubled.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, "what webhooks are owed can't be read; they wait", e);
            }
        }
    }

    @Schedule(hour = "4", minute = "20", persistent = false)
    public void forgetOld() {
        try {
            dispatching.forgetOld();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "old deliveries stay until tomorrow", e);
        }
    }

    /** A thread for each webhook that is owed something: there are at most a hundred, and a pool could fill with slow ones. */
    private void serveAside(long webhook) {
        threads.newThread(() -> serve(webhook)).start();
    }

    @PreDestroy
    void end() {
        ending = true;
    }

    private void serve(long webhook) {
        try {
            Optional<Parcel> next = dispatching.next(webhook, node.name());
            while (next.isPresent() && !ending) {
                dispatching.note(next.get(), send(next.get()));
                next = dispatching.next(webhook, node.name());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "webhook " + webhook + " waits for the next round", e);
        } finally {
            busy.remove(webhook);
        }
    }

    private Optional<Failure> send(Parcel parcel) {
        return key.find()
                .flatMap(seal -> seal.open(parcel.webhook(), parcel.sealedSecret()))
                .map(secret -> courier.send(parcel, secret))
                .orElseGet(() -> Optional.of(new Failure(Failure.Cause.SEALED, "")));
    }
}
