package perennial.decisions.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import perennial.storage.Outage;

/**
 * Sees to it that this node decides by the rules in force, from its start on. The server cancels a timer for ever whose
 * own transaction failed twice, as all do while the disk is full; hence none of the container's.
 */
@Startup
@Singleton
@DependsOn("migrations.jar#SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class Librarian {
    private static final Logger LOG = System.getLogger(Librarian.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private GoingLive goingLive;

    @Inject
    private RuleBooks books;

    @Inject
    private EffectsInForce effects;

    @Inject
    private Shadows shadows;

    @PostConstruct
    void open() {
        goingLive.ship();
        executor.execute(books::inForce);
    }

    /** What is due, and what another node has put in force. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void lookAgain() {
        try {
            goingLive.ship();
            goingLive.putDueInForce();
            books.catchUp();
            effects.lookAgain();
            shadows.catchUp();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the rules in force stay as they are until this passes: " + e.getMessage());
            LOG.log(Outage.isBehind(e) ? Level.DEBUG : Level.ERROR, "it was this", e);
        }
    }
}
