package perennial.ruleengine;

import java.time.Instant;
import java.util.List;
import perennial.kernel.CustomerId;

/**
 * What the rules and the guard rails made of one customer.
 *
 * @param version of the rule book
 * @param fired the names of the rules that fired, by code
 * @param decisions at most one of each domain: risk, marketing, pricing
 */
public record Outcome(
        CustomerId customer,
        String version,
        Instant at,
        List<String> fired,
        List<Decision> decisions,
        List<Dropped> dropped) {}
