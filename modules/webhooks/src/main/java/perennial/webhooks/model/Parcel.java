package perennial.webhooks.model;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What goes out in one request; made anew for each try, and always the same.
 *
 * @param first the number of the first event, with which the others count on
 */
public record Parcel(long webhook, URI address, String sealedSecret, long first, List<Event> events) {
    /** Of the shape of the body; a change that a receiver could trip over makes it 2. */
    public static final int VERSION = 1;

    public String id() {
        return webhook + "-" + first;
    }

    /** The kinds of event in it, as a header lists them. */
    public String kinds() {
        return events.stream()
                .map(event -> event.kind().label())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    public byte[] body() {
        JsonArrayBuilder array = Wire.JSON.createArrayBuilder();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            JsonObjectBuilder object = Wire.JSON
                    .createObjectBuilder()
                    .add("id", event.id())
                    .add("number", first + i)
                    .add("kind", event.kind().label());
            event.content().forEach(object::add);
            array.add(object);
        }
        return Wire.JSON
                .createObjectBuilder()
                .add("version", VERSION)
                .add("webhook", webhook)
                .add("delivery", id())
                .add("events", array)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
