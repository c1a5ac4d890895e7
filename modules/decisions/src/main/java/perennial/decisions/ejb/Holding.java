package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import perennial.decisions.RuleEffects;
import perennial.decisions.RuleVersions.Person;
import perennial.decisions.UnknownEffectException;
import perennial.decisions.jpa.EffectRows;
import perennial.decisions.model.EffectTable;
import perennial.kernel.Act;

/** What the business holds true about its offers. */
@Stateless
@Local(RuleEffects.class)
public class Holding implements RuleEffects {
    @Inject
    private EffectRows rows;

    @Inject
    private Event<Object> events;

    @Override
    public List<Effect> all() {
        return rows.all();
    }

    @Override
    public List<Lever> levers() {
        return EffectTable.levers();
    }

    @Override
    public void put(Effect effect, Person by) {
        EffectTable.requireLever(effect.lever());
        rows.put(effect, by.name());
        tell(effect.lever(), by, "rules.effect-put");
    }

    @Override
    public void remove(Lever lever, Person by) {
        if (!rows.remove(lever)) {
            throw new UnknownEffectException(lever);
        }
        tell(lever, by, "rules.effect-removed");
    }

    private void tell(Lever lever, Person by, String act) {
        events.fire(new EffectsInForce.Changed());
        events.fire(new Act(
                by.name(),
                act,
                lever.verb() + " " + lever.kind()
                        + lever.segment().map(" "::concat).orElse("")));
    }
}
