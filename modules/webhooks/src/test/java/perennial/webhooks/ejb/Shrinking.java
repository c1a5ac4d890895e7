package perennial.webhooks.ejb;

import java.util.List;
import perennial.kernel.Run;
import perennial.webhooks.EventKind;
import perennial.webhooks.model.Event;
import perennial.webhooks.model.RunEvents;

/** Events of which some are deleted in the course of time. */
final class Shrinking implements RunEvents {
    private Brought events;

    Shrinking(Brought events) {
        this.events = events;
    }

    void shrinkTo(int many) {
        events = new Brought(events.kind(), many);
    }

    @Override
    public EventKind kind() {
        return events.kind();
    }

    @Override
    public long count(Run run) {
        return events.count(run);
    }

    @Override
    public List<Event> after(Run run, String position, int limit) {
        return events.after(run, position, limit);
    }
}
