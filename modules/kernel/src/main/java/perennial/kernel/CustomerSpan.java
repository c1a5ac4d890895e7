package perennial.kernel;

import java.util.List;

/**
 * All customers from one to another in the order of their ids, both included. Their rows lie beside each other, so that
 * a database reads on from the first instead of looking up each.
 */
public record CustomerSpan(CustomerId first, CustomerId last) {
    public static CustomerSpan only(CustomerId customer) {
        return new CustomerSpan(customer, customer);
    }

    /** @param ordered at least one, in the order of the database, with nobody left out between them */
    public static CustomerSpan of(List<CustomerId> ordered) {
        return new CustomerSpan(ordered.get(0), ordered.get(ordered.size() - 1));
    }
}
