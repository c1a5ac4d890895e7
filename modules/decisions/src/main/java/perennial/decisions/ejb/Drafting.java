package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.decisions.RefusedDraftException;
import perennial.decisions.RuleDrafts;
import perennial.decisions.RuleVersions;
import perennial.decisions.RuleVersions.Change;
import perennial.decisions.RuleVersions.Deed;
import perennial.decisions.RuleVersions.Person;
import perennial.decisions.RuleVersions.Remark;
import perennial.decisions.RuleVersions.State;
import perennial.decisions.RuleVersions.Version;
import perennial.decisions.Rules.Problem;
import perennial.decisions.UnknownRuleVersionException;
import perennial.decisions.ejb.Succession.Heir;
import perennial.decisions.jpa.RuleVersionRows;
import perennial.decisions.jpa.ShadowRows;
import perennial.decisions.jpa.SimulationRows;
import perennial.decisions.model.Editions;
import perennial.decisions.model.Mandate;
import perennial.ruleengine.RuleBook;
import perennial.rules.RuleSource;

@Stateless
@Local(RuleDrafts.class)
public class Drafting implements RuleDrafts {
    private static final List<State> IN_HAND = List.of(State.DRAFT, State.REJECTED);
    private static final List<State> PROPOSED = List.of(State.PROPOSED);
    private static final List<State> NOT_YET_LIVE = List.of(State.PROPOSED, State.SCHEDULED);

    @Inject
    private RuleVersionRows rows;

    @Inject
    private SimulationRows simulations;

    @Inject
    private ShadowRows shadows;

    @Inject
    private Succession succession;

    @Override
    public Version write(Manuscript manuscript, Person by) {
        long turn = succession.begin();
        long live = succession.inForce().version();
        List<RuleSource> book = sound(live, manuscript);
        long id = rows.add(Optional.of(live), manuscript.title(), State.DRAFT, RuleBook.versionOf(book), book);
        succession.note(id, turn, Deed.Kind.WRITTEN, "rules.drafted", new Remark(by, ""));
        return find(id);
    }

    @Override
    public Version change(long id, Manuscript manuscript, Person by) {
        long turn = succession.begin();
        Mandate.require(find(id), IN_HAND);
        long live = succession.inForce().version();
        List<RuleSource> book = sound(live, manuscript);
        simulations.forget(id);
        shadows.forget(id);
        rows.rewrite(id, live, manuscript.title(), RuleBook.versionOf(book), book);
        succession.note(id, turn, Deed.Kind.CHANGED, "rules.changed", new Remark(by, ""));
        return find(id);
    }

    private List<RuleSource> sound(long base, Manuscript manuscript) {
        List<RuleSource> book = Editions.with(rows.files(base), manuscript);
        List<Problem> problems = Editions.problems(book);
        if (!problems.isEmpty()) {
            throw new RefusedDraftException(problems);
        }
        return book;
    }

    @Override
    public List<Problem> check(long version, RuleVersions.File file) {
        Manuscript manuscript = new Manuscript("-", Map.of(file.path(), Optional.of(file.text())));
        return Editions.problems(Editions.with(rows.files(find(version).id()), manuscript));
    }

    @Override
    public void delete(long id, Person by) {
        succession.begin();
        Mandate.require(find(id), IN_HAND);
        simulations.forget(id);
        shadows.forget(id);
        rows.delete(id);
        succession.tell(by.name(), "rules.deleted", Long.toString(id));
    }

    @Override
    public void propose(long id, Remark remark) {
        long turn = succession.begin();
        Version draft = find(id);
        Mandate.require(draft, List.of(State.DRAFT));
        Mandate.requireNewest(draft, succession.inForce().version());
        List<Change> changes = changes(draft);
        Mandate.requireChange(changes);
        Mandate.requireKeeper(remark.by(), changes);
        rows.state(id, State.PROPOSED, Optional.empty());
        succession.note(id, turn, Deed.Kind.PROPOSED, "rules.proposed", remark);
    }

    @Override
    public void approve(long id, Optional<Instant> from, Remark remark) {
        requireApproval(id, remark.by());
        Optional<Instant> due = from.filter(at -> at.isAfter(succession.now()));
        Optional<Heir> heir = due.isPresent() ? Optional.empty() : Optional.of(succession.prepare(id));
        long turn = succession.begin();
        requireApproval(id, remark.by());
        heir.ifPresentOrElse(
                ready -> succession.put(ready, turn, remark.by().name()), () -> rows.state(id, State.SCHEDULED, due));
        succession.note(id, turn, Deed.Kind.APPROVED, "rules.approved", remark);
    }

    private void requireApproval(long id, Person by) {
        Version proposal = find(id);
        Mandate.require(proposal, PROPOSED);
        Mandate.requireAnother(by, proposal);
        Mandate.requireJudge(by, changes(proposal));
        Mandate.requireNewest(proposal, succession.inForce().version());
    }

    @Override
    public void reject(long id, Remark remark) {
        long turn = succession.begin();
        Version proposal = find(id);
        Mandate.require(proposal, NOT_YET_LIVE);
        if (!proposal.isBy(remark.by().name())) {
            Mandate.requireJudge(remark.by(), changes(proposal));
        }
        rows.state(id, State.REJECTED, Optional.empty());
        succession.note(id, turn, Deed.Kind.REJECTED, "rules.rejected", remark);
    }

    private List<Change> changes(Version version) {
        return Editions.between(version.base().map(rows::files).orElse(List.of()), rows.files(version.id()));
    }

    private Version find(long id) {
        return rows.find(id).orElseThrow(() -> new UnknownRuleVersionException(id));
    }
}
