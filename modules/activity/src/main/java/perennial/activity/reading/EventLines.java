package perennial.activity.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.activity.Reason;
import perennial.activity.reading.Outcome.EventRow;
import perennial.analytics.history.Event;

/** Events. One without a number of its own is known again by its content. */
final class EventLines implements LineReader {
    private static final BigDecimal BEST_RATING = BigDecimal.valueOf(5);

    private final Fingerprint fingerprint = new Fingerprint();

    @Override
    public Optional<Sighting> sighting(Line line) {
        return Optional.of(line.sighting());
    }

    @Override
    public Outcome read(Line line, Optional<Sighting> seen) {
        Sighting customer = seen.orElseThrow(() -> new Refusal(Reason.NO_CUSTOMER, "customer_id"));
        Instant at = line.instant("at").orElseThrow(() -> new Refusal(Reason.NO_TIME, "at"));
        Event.Kind kind = kind(line.needed("kind", 100, Reason.NO_VALUE));
        String subject = subject(line, kind);
        OptionalDouble amount = amount(line, kind);
        String id = line.text("event_id", 200)
                .orElseGet(
                        () -> Long.toHexString(fingerprint.of(at.toString(), kind.name(), subject, amount.toString())));
        return new EventRow(customer, id, at, kind, subject, amount);
    }

    private static Event.Kind kind(String word) {
        return Arrays.stream(Event.Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> Line.refusal(Reason.UNKNOWN_WORD, "kind", word));
    }

    private static String subject(Line line, Event.Kind kind) {
        return switch (kind) {
            case VISIT -> "";
            case SEARCH -> line.text("query", 500).orElse("");
            case VIEW, CART -> line.needed("sku", 100, Reason.NO_PRODUCT);
            case SERVICE_CASE -> line.text("topic", 500).orElse("");
        };
    }

    private static OptionalDouble amount(Line line, Event.Kind kind) {
        Optional<BigDecimal> amount = switch (kind) {
            case VISIT, SEARCH, VIEW -> Optional.empty();
            case CART -> line.number("quantity");
            case SERVICE_CASE -> line.number("rating");
        };
        if (amount.isEmpty()) {
            return OptionalDouble.empty();
        }
        BigDecimal number = amount.get();
        if (kind == Event.Kind.CART && number.signum() <= 0) {
            throw Line.refusal(Reason.QUANTITY_NOT_ABOVE_ZERO, "quantity", number);
        }
        if (kind == Event.Kind.SERVICE_CASE
                && (number.compareTo(BigDecimal.ONE) < 0 || number.compareTo(BEST_RATING) > 0)) {
            throw Line.refusal(Reason.OUT_OF_RANGE, "rating", number);
        }
        return OptionalDouble.of(number.doubleValue());
    }
}
