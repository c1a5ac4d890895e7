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

    @Inject
    private Watching watching;

    private final AtomicBoolean working = new AtomicBoolean();

    void catchUp() {
        if (working.compareAndSet(false, true)) {
            try {
                boolean isNew = false;
                while (log.open().isEmpty() && customers.refreshSome()) {
                    isNew = true;
                }
                if (log.open().isEmpty()) {
                    watching.watch(isNew);
                }
            } finally {
                working.set(false);
            }
        }
    }
}
