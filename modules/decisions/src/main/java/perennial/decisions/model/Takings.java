package perennial.decisions.model;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import perennial.decisions.RuleSimulations.Purse;
import perennial.ruleengine.Decision;
import perennial.ruleengine.Economics;

/** What each rule is expected to cost and to bring: a decision counts for the rule that it names first. */
public final class Takings {
    private final Economics economics;
    private final EffectTable effects;
    private final Map<String, Till> tills = new TreeMap<>();

    public Takings(Economics economics, EffectTable effects) {
        this.economics = economics;
        this.effects = effects;
    }

    public void add(Decision decision, Optional<String> segment) {
        tills.computeIfAbsent(decision.rules().get(0), rule -> new Till(economics, effects))
                .add(decision, segment);
    }

    /** By rule; one that no decision names is not in it. */
    public Map<String, Purse> purses() {
        Map<String, Purse> purses = new TreeMap<>();
        tills.forEach((rule, till) -> purses.put(rule, till.purse()));
        return purses;
    }
}
