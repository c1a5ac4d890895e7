package perennial.webhooks.model;

import java.util.List;
import perennial.kernel.Run;
import perennial.webhooks.EventKind;

/** What a run in force brought that is worth telling, in an order that stays. */
public interface RunEvents {
    /** Before the first event. */
    String START = "";

    EventKind kind();

    long count(Run run);

    /** So many at most, of those after a position. */
    List<Event> after(Run run, String position, int limit);
}
