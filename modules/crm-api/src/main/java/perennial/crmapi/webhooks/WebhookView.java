package perennial.crmapi.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.WordsView;
import perennial.webhooks.EventKind;
import perennial.webhooks.Webhooks.Webhook;

/**
 * @param state active, paused, or parked: failed for so long that it is not tried until it is resumed
 * @param failingSince since when nothing was accepted; null while all is well
 * @param waiting events that were not accepted yet
 * @param oldestWaiting since when the oldest of them is owed; null where there are none
 * @param warning what is unwise about the address
 */
public record WebhookView(
        long id,
        String address,
        List<String> kinds,
        @Nullable String description,
        String state,
        Instant created,
        @Nullable Instant failingSince,
        long waiting,
        @Nullable Instant oldestWaiting,
        @Nullable WordsView warning) {
    static WebhookView of(Webhook webhook) {
        return new WebhookView(
                webhook.id(),
                webhook.address().toString(),
                webhook.kinds().stream().map(EventKind::label).toList(),
                webhook.description().orElse(null),
                webhook.state().name().toLowerCase(Locale.ROOT),
                webhook.created(),
                webhook.failingSince().orElse(null),
                webhook.backlog().events(),
                webhook.backlog().oldest().orElse(null),
                webhook.warning().map(WordsView::of).orElse(null));
    }
}
