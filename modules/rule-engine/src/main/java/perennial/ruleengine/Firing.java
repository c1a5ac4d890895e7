package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import perennial.rules.CustomerSnapshot;

/** What the rules made of one customer, before any guard rail. */
record Firing(CustomerSnapshot snapshot, List<Rule> fired, List<Proposal> proposals) {
    Firing(CustomerSnapshot snapshot) {
        this(snapshot, new ArrayList<>(), new ArrayList<>());
    }
}
