package perennial.access;

import java.time.Instant;
import java.util.List;

/** What was done, by whom, when: added to, never changed. */
public interface AuditTrail {
    /** The newest entries first, at most so many. */
    List<Entry> latest(int limit);

    record Entry(Instant at, String actor, String deed, String subject) {}
}
