package perennial.activity.reading;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.CustomerId;

/** That a line named a customer, when, and what it told of them; the line itself may be unusable. */
public record Sighting(CustomerId customer, Optional<Instant> at, Map<String, String> attributes) {}
