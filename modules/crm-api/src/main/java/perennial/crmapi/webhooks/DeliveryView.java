package perennial.crmapi.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.WordsView;
import perennial.webhooks.Webhooks.Delivery;

/**
 * @param first number of its first event, by which the delivery is known
 * @param last number of its last event
 * @param state waiting or delivered
 * @param tried the last try; null before the first
 * @param nextTry when it is tried next at the earliest; null once it is delivered
 * @param failure why the last try failed; null unless it did
 */
public record DeliveryView(
        long first,
        long last,
        String state,
        int attempts,
        @Nullable Instant tried,
        @Nullable Instant nextTry,
        @Nullable Instant delivered,
        @Nullable WordsView failure) {
    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.first(),
                delivery.last(),
                delivery.delivered().isPresent() ? "delivered" : "waiting",
                delivery.attempts(),
                delivery.tried().orElse(null),
                delivery.nextTry().orElse(null),
                delivery.delivered().orElse(null),
                delivery.failure().map(failure -> WordsView.of(failure.words())).orElse(null));
    }
}
