package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.decisions.Decisions;
import perennial.decisions.ejb.Shadows.Beside;
import perennial.decisions.ejb.WholeBase.Contender;
import perennial.decisions.ejb.WholeBase.Setting;
import perennial.decisions.jpa.DecisionRows;
import perennial.decisions.jpa.RuleUses;
import perennial.decisions.model.Case;
import perennial.decisions.model.RuleTally;
import perennial.decisions.model.Takings;
import perennial.kernel.CustomerId;
import perennial.kernel.Progress;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.ruleengine.Outcome;
import perennial.ruleengine.RuleBook;
import perennial.rules.CustomerSnapshot;

/** Decides for the whole base by the one path of the rule engine, and keeps what led to each decision. */
@Stateless
@Local(Decisions.class)
public class Deciding implements Decisions {
    @Inject
    private RuleBooks books;

    @Inject
    private WholeBase base;

    @Inject
    private DecisionRows rows;

    @Inject
    private RuleUses uses;

    @Inject
    private VersionNames versions;

    @Inject
    private Shadows shadows;

    @Override
    public void renew(Run run, Progress progress) {
        rows.forget(run);
        uses.forget(run);
        RuleBook book = books.inForce();
        RuleTally tally = new RuleTally(book);
        Setting setting = base.setting(run);
        Takings takings = new Takings(setting.economics(), setting.effects());
        Contender only = base.contender(book, setting);
        Optional<Beside> beside = shadows.beside(book, setting);
        base.decide(setting, contenders(only, beside, setting), progress, (snapshots, outcomes) -> {
            rows.add(run, cases(snapshots, outcomes.get(0), tally, takings));
            beside.ifPresent(one -> one.add(snapshots, outcomes.get(0), outcomes.get(1)));
        });
        beside.ifPresent(one -> shadows.keep(run, one));
        uses.add(
                run,
                versions.of(run, book, setting.economics()),
                only.budget().rest(),
                new RuleUse(book.version(), tally.fired(), takings.purses(), tally.note()));
    }

    private List<Contender> contenders(Contender live, Optional<Beside> beside, Setting setting) {
        return Stream.concat(Stream.of(live), beside.stream().map(one -> base.contender(one.book(), setting)))
                .toList();
    }

    /** The cases in which any rule fired; all of them are counted. */
    private static List<Case> cases(
            List<CustomerSnapshot> snapshots, List<Outcome> outcomes, RuleTally tally, Takings takings) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Case one = Case.of(snapshots.get(i), outcomes.get(i));
            tally.add(one.known(), one.fired());
            Optional<String> segment = Optional.ofNullable(snapshots.get(i).segment());
            outcomes.get(i).decisions().forEach(decision -> takings.add(decision, segment));
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
