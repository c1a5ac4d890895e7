package perennial.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;

/** The known customers: what they told of themselves, and what they consented to. */
public interface Customers {
    Optional<Customer> find(CustomerId id);

    /** Those of the ids that are known; quickest for neighbours in the order of ids, a few hundred at a time. */
    Map<CustomerId, Customer> of(Collection<CustomerId> ids);

    /** What those of some neighbours who said anything consented to, without the rest. */
    Map<CustomerId, List<Consent>> consents(CustomerSpan customers);

    /** Tells the reader every customer, in the order of their ids. */
    void each(Consumer<Customer> reader);

    long count();

    /**
     * @param attributes what the shop recorded, by name: birth_year, sex, city, country, acquisition_channel, ...
     * @param consents the latest word per channel; a channel that is missing was never asked, so it may not be used
     */
    record Customer(
            CustomerId id, Optional<Instant> registered, Map<String, String> attributes, List<Consent> consents) {
        public Customer {
            attributes = Map.copyOf(attributes);
            consents = List.copyOf(consents);
        }
    }

    /**
     * @param channel email, sms, push or post
     * @param assumed whether a sample assumed it; nobody recorded it
     */
    record Consent(String channel, boolean given, Optional<Instant> at, boolean assumed) {}
}
