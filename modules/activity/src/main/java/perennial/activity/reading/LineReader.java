package perennial.activity.reading;

import java.util.Optional;

/** Turns a line of one kind of file into a row. */
interface LineReader {
    /** @throws Refusal if the line can't be used */
    Outcome read(Line line, Optional<Sighting> seen);

    /** The customer that the line makes known even if the rest of it can't be used. */
    default Optional<Sighting> sighting(Line line) {
        return Optional.empty();
    }

    static LineReader of(Mapping mapping) {
        return switch (mapping.kind()) {
            case CUSTOMERS -> new CustomerLines();
            case CATALOGUE -> new ProductLines();
            case ORDERS -> new OrderLines(mapping.cancellation());
            case EVENTS -> new EventLines();
            case COSTS -> new CostLines();
        };
    }
}
