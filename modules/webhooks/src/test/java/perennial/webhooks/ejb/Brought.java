package perennial.webhooks.ejb;

import jakarta.json.Json;
import java.util.List;
import java.util.stream.IntStream;
import perennial.kernel.Run;
import perennial.webhooks.EventKind;
import perennial.webhooks.model.Event;
import perennial.webhooks.model.RunEvents;

/** So many events of a kind, the same from every run. */
record Brought(EventKind kind, int many) implements RunEvents {
    static Brought decisions(int many) {
        return new Brought(EventKind.DECISION_MADE, many);
    }

    static Brought stages(int many) {
        return new Brought(EventKind.STAGE_CHANGED, many);
    }

    @Override
    public long count(Run run) {
        return many;
    }

    @Override
    public List<Event> after(Run run, String position, int limit) {
        int from = position.equals(START) ? 1 : Integer.parseInt(position) + 1;
        return IntStream.rangeClosed(from, Math.min(many, from + limit - 1))
                .mapToObj(i -> event(kind, kind.label() + "-" + run.id() + "-" + i, Integer.toString(i)))
                .toList();
    }

    static Event event(EventKind kind, String id, String position) {
        return new Event(
                id,
                kind,
                position,
                Json.createObjectBuilder().add("customer", "c" + position).build());
    }
}
