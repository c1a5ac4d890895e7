package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import perennial.decisions.Decisions;
import perennial.decisions.jpa.DecisionRows;
import perennial.decisions.jpa.RuleUses;
import perennial.decisions.model.Base;
import perennial.decisions.model.Case;
import perennial.decisions.model.Known;
import perennial.decisions.model.RuleTally;
import perennial.decisions.model.Snapshots;
import perennial.kernel.CustomerId;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.ruleengine.Budget;
import perennial.ruleengine.Circumstances;
import perennial.ruleengine.Economics;
import perennial.ruleengine.Outcome;
import perennial.ruleengine.RuleBook;
import perennial.rules.CustomerSnapshot;

/** Decides for the whole base by the one path of the rule engine, and keeps what led to each decision. */
@Stateless
@Local(Decisions.class)
public class Deciding implements Decisions {
    @Inject
    private Stations stations;

    @Inject
    private RuleBooks books;

    @Inject
    private Policy policy;

    @Inject
    private Contacts contacts;

    @Inject
    private DecisionRows rows;

    @Inject
    private RuleUses uses;

    @Override
    public void renew(Run run, Progress progress) {
        rows.forget(run);
        uses.forget(run);
        progress.total(stations.customers());
        RuleBook book = books.inForce();
        Base base = stations.base(run);
        Snapshots snapshots = new Snapshots(base, run.asOf());
        Economics economics = Economics.assumed(base.currency());
        Budget budget = policy.budget(base.currency());
        RuleTally tally = new RuleTally(book.rules(), books.sources());
        stations.each(run, known -> {
            Circumstances circumstances = circumstances(run, known, economics, budget);
            rows.add(run, cases(book, known.stream().map(snapshots::of).toList(), circumstances, tally));
            progress.advance(known.size());
        });
        uses.add(
                run,
                Backgrounds.versions(run, book, stations.models(run)),
                policy.limits() ? OptionalLong.of(budget.left()) : OptionalLong.empty(),
                new RuleUse(book.version(), tally.fired(), tally.note()));
    }

    /** Money once spent is spent for all customers of the run. */
    private Circumstances circumstances(Run run, List<Known> known, Economics economics, Budget budget) {
        List<CustomerId> ids =
                known.stream().map(one -> one.row().features().customer()).toList();
        return new Circumstances(run.asOf(), policy.rails(), economics, contacts.before(run, ids), budget);
    }

    /** The cases in which any rule fired; all of them are counted. */
    private static List<Case> cases(
            RuleBook book, List<CustomerSnapshot> snapshots, Circumstances circumstances, RuleTally tally) {
        List<Outcome> outcomes =
                book.decideAll(snapshots.stream(), circumstances).toList();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Case one = Case.of(snapshots.get(i), outcomes.get(i));
            tally.add(one.known(), one.fired());
            if (!one.fired().isEmpty()) {
                cases.add(one);
            }
        }
        return cases;
    }

    @Override
    public List<Decision> of(Run run, CustomerId customer) {
        return rows.of(run, customer);
    }

    @Override
    public List<Decision> page(Run run, long after, int limit) {
        return rows.page(run, after, limit);
    }

    @Override
    public Optional<Trace> trace(Run run, CustomerId customer) {
        return rows.trace(run, customer);
    }

    @Override
    public Map<String, Long> counts(Run run) {
        return rows.counts(run);
    }

    @Override
    public Map<CustomerId, Long> counts(Run run, Collection<CustomerId> customers) {
        return rows.counts(run, customers);
    }

    @Override
    public Words title(String kind) {
        return Case.title(kind);
    }

    @Override
    public Words rule(String name) {
        return books.inForce().rules().stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(rule -> new Words(name, rule.code() + " " + rule.title().zh()))
                .orElseGet(() -> new Words(name, name));
    }

    @Override
    public Words name(String text) {
        return Case.name(text);
    }

    @Override
    public Words meaning(String word) {
        return Case.meaning(word);
    }

    @Override
    public RuleUse use(Run run) {
        return uses.of(run).orElseThrow(() -> new IllegalStateException("run " + run.id() + " has not decided yet"));
    }
}
