package perennial.pipeline.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import perennial.overview.ChangedCustomers;

/** Between two runs, follows the customers who change; a run, which looks at everybody, goes first. */
@ApplicationScoped
public class CatchingUp {
    @Inject
    private RunLog log;

    @Inject
    private ChangedCustomers customers;

    private final AtomicBoolean working = new AtomicBoolean();

    void catchUp() {
        if (working.compareAndSet(false, true)) {
            try {
                boolean more = true;
                while (more && log.open().isEmpty()) {
                    more = customers.refreshSome();
                }
            } finally {
                working.set(false);
            }
        }
    }
}
