package perennial.crmapi.webhooks;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.Bodies;
import perennial.webhooks.EventKind;
import perennial.webhooks.Webhooks.Registration;

/**
 * @param address http or https, without user and password in it
 * @param kinds decision.made, stage.changed
 * @param description for people, at most 500 characters
 */
public record NewWebhookView(
        @Nullable String address,
        @Nullable List<String> kinds,
        @Nullable String description) {
    Registration registration() {
        Set<EventKind> wanted = EnumSet.noneOf(EventKind.class);
        Bodies.given(kinds, "kinds").forEach(kind -> wanted.add(EventKind.labelled(kind)));
        return new Registration(Bodies.given(address, "address"), wanted, Optional.ofNullable(description));
    }
}
