package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import perennial.decisions.RuleShadows;
import perennial.decisions.RuleVersions.State;
import perennial.decisions.UnknownRuleVersionException;
import perennial.decisions.jpa.RuleVersionRows;
import perennial.decisions.jpa.ShadowRows;
import perennial.decisions.model.Mandate;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;

@Stateless
@Local(RuleShadows.class)
public class Shadowing implements RuleShadows {
    private static final List<State> NOT_YET_LIVE = List.of(State.PROPOSED, State.SCHEDULED);

    @Inject
    private ShadowRows rows;

    @Inject
    private RuleVersionRows versions;

    @Inject
    private Succession succession;

    @Inject
    private Event<Object> events;

    @Override
    public void start(long version, String actor) {
        succession.begin();
        Mandate.require(
                versions.find(version).orElseThrow(() -> new UnknownRuleVersionException(version)), NOT_YET_LIVE);
        rows.goingOn().ifPresent(other -> {
            throw new ConflictException(
                    new Words("version " + other + " is in the shadow", "版本 " + other + " 正在影子运行"),
                    new Words("end it first", "请先结束它"));
        });
        rows.begin(version, succession.now(), actor);
        tell(version, "rules.shadow-begun", actor);
    }

    @Override
    public void stop(long version, String actor) {
        succession.begin();
        if (of(version).filter(Shadow::isOn).isEmpty()) {
            throw new ConflictException(
                    new Words("version " + version + " is not in the shadow", "版本 " + version + " 未在影子运行"),
                    new Words("look at it again", "请重新查看"));
        }
        rows.end(version, succession.now());
        tell(version, "rules.shadow-ended", actor);
    }

    private void tell(long version, String act, String actor) {
        succession.tell(actor, act, Long.toString(version));
        events.fire(new Shadows.Changed());
    }

    @Override
    public Optional<Shadow> of(long version) {
        return rows.of(version);
    }
}
