package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import perennial.decisions.RuleVersions;
import perennial.decisions.UnknownRuleException;
import perennial.decisions.UnknownRuleVersionException;
import perennial.decisions.ejb.Succession.Heir;
import perennial.decisions.jpa.RuleVersionRows;
import perennial.decisions.model.Editions;
import perennial.decisions.model.Mandate;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;
import perennial.ruleengine.Rule;

@Stateless
@Local(RuleVersions.class)
public class Publishing implements RuleVersions {
    @Inject
    private RuleVersionRows rows;

    @Inject
    private RuleBooks books;

    @Inject
    private Succession succession;

    @Override
    public List<Version> all() {
        return rows.all();
    }

    @Override
    public Version find(long id) {
        return rows.find(id).orElseThrow(() -> new UnknownRuleVersionException(id));
    }

    @Override
    public List<File> files(long id) {
        return rows.files(find(id).id()).stream()
                .map(file -> new File(file.path(), file.text()))
                .toList();
    }

    @Override
    public List<Change> changes(long id) {
        return Editions.between(find(id).base().map(rows::files).orElse(List.of()), rows.files(id));
    }

    @Override
    public InForce inForce() {
        return succession.inForce();
    }

    @Override
    public void rollBack(long live, Remark remark) {
        long before = Mandate.before(find(inForce().version()), live);
        Mandate.requireJudge(remark.by(), changes(live));
        Heir heir = succession.prepare(before);
        long turn = succession.begin();
        succession.put(heir, turn, remark.by().name());
        succession.note(before, turn, Deed.Kind.RESTORED, "rules.rolled-back", remark);
    }

    @Override
    public void stop(String code, Remark remark) {
        InForce now = inForce();
        if (now.stopped().contains(code)) {
            throw new ConflictException(
                    new Words("rule " + code + " is stopped", "规则 " + code + " 已停用"),
                    new Words("lift the stop to have it fire again", "如需恢复，请解除停用"));
        }
        Set<String> stopped = new TreeSet<>(now.stopped());
        stopped.add(code);
        change(code, stopped, "rules.stopped", remark);
    }

    @Override
    public void resume(String code, Remark remark) {
        InForce now = inForce();
        if (!now.stopped().contains(code)) {
            throw new ConflictException(
                    new Words("rule " + code + " is not stopped", "规则 " + code + " 未停用"),
                    new Words("look at the rules again", "请重新查看规则"));
        }
        Set<String> stopped = new TreeSet<>(now.stopped());
        stopped.remove(code);
        change(code, stopped, "rules.resumed", remark);
    }

    private void change(String code, Set<String> stopped, String act, Remark remark) {
        Mandate.requireJudge(remark.by(), rule(code).path());
        Heir heir = succession.prepare(inForce().version(), stopped);
        succession.put(heir, succession.begin(), remark.by().name());
        succession.tell(remark.by().name(), act, code);
    }

    private Rule rule(String code) {
        return Stream.concat(books.inForce().rules().stream(), books.inForce().stopped().stream())
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new UnknownRuleException(code));
    }
}
