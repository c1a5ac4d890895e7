package perennial.decisions.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import perennial.decisions.RuleEffects.Effect;
import perennial.decisions.jpa.EffectRows;
import perennial.decisions.model.EffectTable;
import perennial.ruleengine.Economics;

/** The effects that the business holds true, at hand for live decisions; at most a few seconds old on another node. */
@ApplicationScoped
public class EffectsInForce {
    @Inject
    private EffectRows rows;

    private volatile Optional<Known> known = Optional.empty();

    private record Known(List<Effect> effects, Economics economics) {}

    /** A row was put or removed; sent as an event in its transaction. */
    record Changed() {}

    /** The same object until they change. */
    Economics economics(Currency currency) {
        return known.filter(one -> one.economics().currency().equals(currency))
                .orElseGet(() -> read(currency))
                .economics();
    }

    private Known read(Currency currency) {
        List<Effect> all = rows.all();
        Known fresh = new Known(all, new EffectTable(all).economics(currency));
        known = Optional.of(fresh);
        return fresh;
    }

    /** Once it is there for good; the next decision reads them. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Changed changed) {
        known = Optional.empty();
    }

    /** Takes over what another node has changed. */
    void lookAgain() {
        if (known.filter(one -> !one.effects().equals(rows.all())).isPresent()) {
            known = Optional.empty();
        }
    }
}
