package perennial.decisions.model;

import java.util.Currency;
import java.util.Optional;
import perennial.decisions.RuleEffects.Effect;
import perennial.decisions.RuleEffects.Source;
import perennial.decisions.RuleSimulations.Gain;
import perennial.decisions.RuleSimulations.Purse;
import perennial.kernel.Money;
import perennial.ruleengine.Decision;
import perennial.ruleengine.Economics;
import perennial.ruleengine.Valuation;

/** Adds up what decisions cost and bring; the ends of the gain move with those of each effect, all at once. */
final class Till {
    private final Economics economics;
    private final EffectTable effects;
    private long decisions;
    private long unknown;
    private long cost;
    private long gain;
    private double lower;
    private double upper;
    private boolean isMeasured = true;

    Till(Economics economics, EffectTable effects) {
        this.economics = economics;
        this.effects = effects;
    }

    void add(Decision decision, Optional<String> segment) {
        decisions++;
        decision.valuation().ifPresentOrElse(value -> add(decision, value, segment), () -> addUnknown(decision));
    }

    private void add(Decision decision, Valuation value, Optional<String> segment) {
        cost += value.cost().minor();
        gain += value.gain().minor();
        Optional<Effect> effect = effects.of(decision.verb(), Case.label(decision.kind()), segment);
        double uplift = effect.map(Effect::uplift).filter(known -> known > 0).orElse(1.0);
        lower += value.gain().minor() * effect.map(Effect::lower).orElse(1.0) / uplift;
        upper += value.gain().minor() * effect.map(Effect::upper).orElse(1.0) / uplift;
        isMeasured &= value.source() == Economics.Source.EXPERIMENT;
    }

    private void addUnknown(Decision decision) {
        unknown++;
        cost += decision.channel()
                .map(channel -> economics.contactCost().getOrDefault(channel, 0L))
                .orElse(0L);
    }

    Purse purse() {
        Currency currency = economics.currency();
        Optional<Gain> known = decisions == unknown
                ? Optional.empty()
                : Optional.of(new Gain(
                        new Money(gain, currency),
                        new Money(Math.round(lower), currency),
                        new Money(Math.round(upper), currency),
                        isMeasured ? Source.EXPERIMENT : Source.ASSUMED));
        return new Purse(decisions, new Money(cost, currency), known, unknown);
    }
}
