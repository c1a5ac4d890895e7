package perennial.webhooks.model;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import perennial.decisions.Decisions;
import perennial.decisions.Decisions.Decision;
import perennial.kernel.Run;
import perennial.webhooks.EventKind;

/** Decisions, in the shape in which the interface for a CRM tells them. */
public record DecisionEvents(Decisions decisions) implements RunEvents {
    @Override
    public EventKind kind() {
        return EventKind.DECISION_MADE;
    }

    @Override
    public long count(Run run) {
        return decisions.counts(run).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public List<Event> after(Run run, String position, int limit) {
        long after = position.equals(START) ? 0 : Long.parseLong(position);
        return decisions.page(run, after, limit).stream()
                .map(DecisionEvents::event)
                .toList();
    }

    public static Event event(Decision decision) {
        String position = Long.toString(decision.id());
        JsonObject content = Wire.JSON
                .createObjectBuilder()
                .add("customer", decision.customer().value())
                .add("decision", view(decision))
                .build();
        return new Event("decision-" + position, EventKind.DECISION_MADE, position, content);
    }

    private static JsonObjectBuilder view(Decision decision) {
        JsonArrayBuilder caps = Wire.JSON.createArrayBuilder();
        decision.caps()
                .forEach(cap -> caps.add(
                        Wire.JSON.createObjectBuilder().add("en", cap.english()).add("zh", cap.chinese())));
        return Wire.JSON
                .createObjectBuilder()
                .add("id", decision.id())
                .add("customer", decision.customer().value())
                .add("at", decision.at().toString())
                .add("moment", decision.moment())
                .add("kind", decision.kind())
                .add("action", texts(decision.action()))
                .add("rules", Wire.JSON.createArrayBuilder(decision.rules()))
                .add("reason", decision.reason().english())
                .add("reasonZh", decision.reason().chinese())
                .add("caps", caps)
                .add("inputs", texts(decision.inputs()))
                .add("versions", texts(decision.versions()));
    }

    private static JsonObjectBuilder texts(Map<String, String> texts) {
        JsonObjectBuilder object = Wire.JSON.createObjectBuilder();
        texts.forEach(object::add);
        return object;
    }
}
