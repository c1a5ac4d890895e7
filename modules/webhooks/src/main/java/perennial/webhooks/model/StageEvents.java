package perennial.webhooks.model;

import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.profiles.Stages;
import perennial.profiles.Stages.CustomerChange;
import perennial.webhooks.EventKind;

/** Changes of customers' stages, in the shape in which the interface for a CRM tells them. */
public record StageEvents(Stages stages) implements RunEvents {
    @Override
    public EventKind kind() {
        return EventKind.STAGE_CHANGED;
    }

    @Override
    public long count(Run run) {
        return stages.countChanges(run);
    }

    @Override
    public List<Event> after(Run run, String position, int limit) {
        Optional<CustomerId> after = position.equals(START) ? Optional.empty() : Optional.of(new CustomerId(position));
        return stages.changes(run, after, limit).stream()
                .map(change -> event(run, change))
                .toList();
    }

    private Event event(Run run, CustomerChange changed) {
        String customer = changed.customer().value();
        JsonObjectBuilder stage =
                Wire.JSON.createObjectBuilder().add("at", changed.change().at().toString());
        changed.change().from().ifPresentOrElse(from -> stage.add("from", from.label()), () -> stage.addNull("from"));
        stage.add("to", changed.change().to().label());
        return new Event(
                "stage-" + run.id() + "-" + customer,
                kind(),
                customer,
                Wire.JSON
                        .createObjectBuilder()
                        .add("customer", customer)
                        .add("stage", stage)
                        .build());
    }
}
