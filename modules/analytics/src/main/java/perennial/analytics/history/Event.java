package perennial.analytics.history;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Something a customer did beside buying.
 *
 * @param subject the product of a view or a cart, the words of a search, the topic of a service case; else empty
 * @param amount the quantity put into a cart, the satisfaction with a service case from 1 (worst) to 5; else empty
 */
public record Event(Instant at, Kind kind, String subject, OptionalDouble amount) {

    public enum Kind {
        VISIT,
        SEARCH,
        VIEW,
        CART,
        SERVICE_CASE
    }
}
