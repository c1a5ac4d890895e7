package perennial.access.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import perennial.access.AuditTrail;
import perennial.access.jpa.AuditRows;
import perennial.kernel.Act;

@Stateless
@Local(AuditTrail.class)
@LocalBean // so that the observer is a business method
public class AuditKeeping implements AuditTrail {
    private AuditRows rows;
    private final Clock clock = Clock.systemUTC();

    /** Of the proxy that the container puts before a bean without an interface; it never works. */
    @SuppressWarnings("NullAway.Init")
    protected AuditKeeping() {}

    @Inject
    public AuditKeeping(AuditRows rows) {
        this.rows = rows;
    }

    /** Joins the transaction of the deed: what is undone leaves no entry. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void keep(@Observes Act act) {
        rows.add(clock.instant(), act);
    }

    @Override
    public List<Entry> entries(Selection selection, int limit) {
        return rows.entries(selection, limit);
    }

    @Override
    public List<String> deeds() {
        return rows.deeds();
    }
}
