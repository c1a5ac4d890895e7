package perennial.ruleengine;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import perennial.kernel.CustomerId;
import perennial.ruleengine.ContactHistory.Contact;

/**
 * What the rules and the guard rails made of one customer.
 *
 * @param version of the rule book
 * @param fired the names of the rules that fired, by code
 * @param decisions at most one of each domain, risk, marketing and pricing, and then every transactional message
 */
public record Outcome(
        CustomerId customer,
        String version,
        Instant at,
        List<String> fired,
        List<Decision> decisions,
        List<Dropped> dropped,
        Given given) {

    /**
     * What was so of the customer and of the till outside of the facts, so that the same can be decided again.
     *
     * @param contacts that were told
     * @param budget what was left of it, in minor units; empty where nothing limits it
     */
    public record Given(List<Contact> contacts, OptionalLong budget) {
        public Given {
            contacts = List.copyOf(contacts);
        }
    }
}
