package perennial.webhooks.model;

import jakarta.json.JsonObject;
import perennial.webhooks.EventKind;

/**
 * Something that a receiver is told.
 *
 * @param id the same whenever it is told, and for every receiver
 * @param position where it stands among the events of its source
 * @param content what it tells: the customer, and the decision or the change of stage
 */
public record Event(String id, EventKind kind, String position, JsonObject content) {}
