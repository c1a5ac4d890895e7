package perennial.access.ejb;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Lets go each night of guesses that are so old that they bar nobody. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class GuessForgetting {
    private static final Logger LOG = System.getLogger(GuessForgetting.class.getName());

    private GuessCounting guesses;

    /** Of the proxy that the container puts before a bean without an interface; it never works. */
    @SuppressWarnings("NullAway.Init")
    protected GuessForgetting() {}

    @Inject
    public GuessForgetting(GuessCounting guesses) {
        this.guesses = guesses;
    }

    /** Lets nothing out: a timer that fails twice is taken away for good, and the database may be gone for a while. */
    @Schedule(hour = "3", persistent = false)
    public void forget() {
        try {
            guesses.forgetOldOnes();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "old guesses stay until tomorrow", e);
        }
    }
}
