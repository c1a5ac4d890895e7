package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.decisions.jpa.DecisionRows;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;
import perennial.ruleengine.ContactHistory;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.GuardRails.Cap;

/** Who was reached when, as far back as the caps ask. */
@ApplicationScoped
public class Contacts {
    private DecisionRows rows;

    private Duration longest = Duration.ZERO;

    @SuppressWarnings("NullAway.Init") // for the container's proxy
    protected Contacts() {}

    @Inject
    Contacts(DecisionRows rows, Policy policy) {
        this.rows = rows;
        this.longest = longest(policy.rails());
    }

    /** As a run sees them: what earlier runs decided, and what occasions did. */
    ContactHistory before(Run run, CustomerSpan customers) {
        return since(run.asOf(), Optional.empty(), customers);
    }

    /** As an occasion sees them: the decisions of the run in force have reached the customer too. */
    ContactHistory upTo(Instant now, Run inForce, CustomerId customer) {
        return since(now, Optional.of(inForce), CustomerSpan.only(customer));
    }

    private ContactHistory since(Instant now, Optional<Run> inForce, CustomerSpan customers) {
        Instant oldest = now.minus(longest);
        Map<CustomerId, List<ContactHistory.Contact>> contacts = rows.contacts(customers, oldest, now, inForce);
        return id -> contacts.getOrDefault(id, List.of());
    }

    /** The longest span of time that any cap looks back. */
    static Duration longest(GuardRails rails) {
        return Stream.concat(rails.caps().values().stream(), Stream.of(rails.allChannels()))
                .map(Cap::window)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
