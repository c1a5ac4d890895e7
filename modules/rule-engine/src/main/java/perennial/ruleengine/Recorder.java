package perennial.ruleengine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Decisions;
import perennial.rules.Kind;

/** Writes down, for the customers of one session, which rule fired and what it proposed. */
final class Recorder extends DefaultAgendaEventListener implements Decisions, Decisions.Contact {
    private final Map<String, Rule> rules;
    private final IdentityHashMap<CustomerSnapshot, Firing> firings = new IdentityHashMap<>();
    private @Nullable Rule rule;
    private @Nullable Firing firing;
    private List<Channel> channels = new ArrayList<>();

    /** @param rules by code */
    Recorder(Map<String, Rule> rules) {
        this.rules = rules;
    }

    Firing of(CustomerSnapshot snapshot) {
        return firings.computeIfAbsent(snapshot, Firing::new);
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        begin(event.getMatch().getRule().getName(), (CustomerSnapshot)
                event.getMatch().getObjects().get(0));
    }

    /** What is proposed from here on, the rule proposes for the customer. */
    void begin(String code, CustomerSnapshot customer) {
        Rule fired = Objects.requireNonNull(rules.get(code));
        Firing of = of(customer);
        of.fired().add(fired);
        rule = fired;
        firing = of;
    }

    @Override
    public Contact sendMessage(Kind kind) {
        return propose("sendMessage", kind, 0);
    }

    @Override
    public Contact offerCoupon(Kind kind, double percent) {
        return propose("offerCoupon", kind, percent);
    }

    @Override
    public Contact callCustomer(Kind kind) {
        return propose("callCustomer", kind, 0);
    }

    @Override
    public Contact sendNotice(Kind kind) {
        return propose("sendNotice", kind, 0);
    }

    @Override
    public void offerPrice(Kind kind, double percent) {
        propose("offerPrice", kind, percent);
    }

    @Override
    public void keepFullPrice() {
        propose("keepFullPrice", Kind.NO_DISCOUNT, 0);
    }

    @Override
    public void keepQuiet() {
        propose("keepQuiet", Kind.QUIET, 0);
    }

    @Override
    public void reviewOrder() {
        propose("reviewOrder", Kind.REVIEW_ORDER, 0);
    }

    @Override
    public void blockOrder() {
        propose("blockOrder", Kind.BLOCK_ORDER, 0);
    }

    @Override
    public Contact by(Channel channel) {
        channels.add(channel);
        return this;
    }

    private Contact propose(String verb, Kind kind, double percent) {
        channels = new ArrayList<>(2);
        Proposal proposal = new Proposal(Objects.requireNonNull(rule), verb, kind, percent, channels);
        Objects.requireNonNull(firing).proposals().add(proposal);
        return this;
    }
}
