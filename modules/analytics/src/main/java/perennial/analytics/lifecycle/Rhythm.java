package perennial.analytics.lifecycle;

import java.util.OptionalDouble;

/**
 * How often the customers of a shop buy.
 *
 * @param typicalGap days between two purchase days of a customer who came back; empty where too few came back to tell
 * @param customers who came back, on whom the gap rests
 */
public record Rhythm(OptionalDouble typicalGap, long customers) {}
