package perennial.activity.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import perennial.activity.Customers;
import perennial.activity.jpa.CustomerRows;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;

@ApplicationScoped
public class CustomerReading implements Customers {
    @Inject
    private CustomerRows rows;

    @Override
    public Optional<Customer> find(CustomerId id) {
        return rows.find(id);
    }

    @Override
    public Map<CustomerId, Customer> of(Collection<CustomerId> ids) {
        return rows.of(ids);
    }

    @Override
    public Map<CustomerId, List<Consent>> consents(CustomerSpan customers) {
        return rows.consents(customers);
    }

    @Override
    public void each(Consumer<Customer> reader) {
        rows.each(reader);
    }

    @Override
    public long count() {
        return rows.count();
    }
}
