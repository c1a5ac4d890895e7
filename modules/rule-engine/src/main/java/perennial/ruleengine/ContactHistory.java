package perennial.ruleengine;

import java.time.Instant;
import java.util.List;
import perennial.kernel.CustomerId;
import perennial.rules.Channel;

/** Who was reached when; asked so that caps hold over time. */
@FunctionalInterface
public interface ContactHistory {
    /** Nobody was ever reached. */
    ContactHistory NONE = customer -> List.of();

    /** The contacts of a customer, in any order; those older than the longest cap's window may be left out. */
    List<Contact> of(CustomerId customer);

    record Contact(Channel channel, Instant at) {}
}
