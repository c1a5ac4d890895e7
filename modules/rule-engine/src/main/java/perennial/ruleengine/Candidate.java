package perennial.ruleengine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.Money;
import perennial.ruleengine.Decision.Limit;
import perennial.rules.Channel;
import perennial.rules.Domain;
import perennial.rules.Kind;
import perennial.rules.Text;

/**
 * A proposal, by one rule or several, on its way through the guard rails.
 *
 * @param price set once the price rails have seen it
 * @param channel set once the contact rails have seen it
 * @param dropped set by the rail that ended its way
 */
record Candidate(
        String verb,
        Kind kind,
        double percent,
        List<Channel> channels,
        List<Rule> rules,
        Optional<Price> price,
        Optional<Channel> channel,
        List<Limit> limits,
        Optional<Valuation> valuation,
        Optional<End> dropped) {

    record Price(String product, Money listed, Money offered) {}

    record End(Dropped.Cause cause, Text why) {}

    static Candidate of(Proposal proposal) {
        return new Candidate(
                proposal.verb(),
                proposal.kind(),
                proposal.percent(),
                List.copyOf(proposal.channels()),
                List.of(proposal.rule()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    Domain domain() {
        return kind.domain();
    }

    boolean transactional() {
        return kind.transactional();
    }

    /** Nobody is told the same business twice, be it by other channels. */
    boolean says(Proposal proposal) {
        return kind == proposal.kind() && (transactional() || saysExactly(proposal));
    }

    private boolean saysExactly(Proposal proposal) {
        return Double.compare(percent, proposal.percent()) == 0
                && verb.equals(proposal.verb())
                && channels.equals(proposal.channels());
    }

    Candidate alsoBy(Rule rule) {
        List<Rule> all = new ArrayList<>(rules);
        all.add(rule);
        return new Candidate(
                verb, kind, percent, channels, List.copyOf(all), price, channel, limits, valuation, dropped);
    }

    Candidate at(double newPercent, Limit limit) {
        return new Candidate(verb, kind, newPercent, channels, rules, price, channel, with(limit), valuation, dropped);
    }

    Candidate priced(Price at) {
        return new Candidate(
                verb, kind, percent, channels, rules, Optional.of(at), channel, limits, valuation, dropped);
    }

    Candidate via(Channel chosen) {
        return new Candidate(
                verb, kind, percent, channels, rules, price, Optional.of(chosen), limits, valuation, dropped);
    }

    Candidate limited(Limit limit) {
        return new Candidate(verb, kind, percent, channels, rules, price, channel, with(limit), valuation, dropped);
    }

    Candidate worth(Valuation value) {
        return new Candidate(verb, kind, percent, channels, rules, price, channel, limits, Optional.of(value), dropped);
    }

    Candidate drop(Dropped.Cause cause, Text why) {
        return new Candidate(
                verb,
                kind,
                percent,
                channels,
                rules,
                price,
                channel,
                limits,
                valuation,
                Optional.of(new End(cause, why)));
    }

    Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        if (percent > 0) {
            arguments.put("percent", percent);
        }
        price.ifPresent(at -> {
            arguments.put("product", at.product());
            arguments.put("listPrice", at.listed());
            arguments.put("price", at.offered());
        });
        return arguments;
    }

    private List<Limit> with(Limit limit) {
        List<Limit> all = new ArrayList<>(limits);
        all.add(limit);
        return List.copyOf(all);
    }
}
