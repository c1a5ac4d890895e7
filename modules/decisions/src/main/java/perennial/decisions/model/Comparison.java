package perennial.decisions.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import perennial.decisions.RuleSimulations.Example;
import perennial.decisions.RuleSimulations.Findings;
import perennial.decisions.RuleSimulations.Pair;
import perennial.decisions.RuleSimulations.RuleFinding;
import perennial.decisions.RuleSimulations.Told;
import perennial.ruleengine.Decision;
import perennial.ruleengine.Dropped;
import perennial.ruleengine.Economics;
import perennial.ruleengine.Outcome;
import perennial.ruleengine.Rule;
import perennial.ruleengine.RuleBook;
import perennial.rules.CustomerSnapshot;

/** Counts, customer by customer, what two rule books decide, and for whom they decide differently. */
public final class Comparison {
    private static final int EXAMPLES = 20;

    private final RuleBook live;
    private final RuleBook draft;
    private final Economics economics;
    private final EffectTable effects;
    private final Till liveTill;
    private final Till draftTill;
    private final Map<String, Pair> kinds = new TreeMap<>();
    private final Map<String, Pair> dropped = new TreeMap<>();
    private final Map<String, Pair> fired = new HashMap<>();
    private final Map<String, Pair> decided = new HashMap<>();
    private final Map<String, Till> tills = new HashMap<>();
    private final List<Example> examples = new ArrayList<>();
    private long customers;
    private long changed;
    private long gained;
    private long lost;

    public Comparison(RuleBook live, RuleBook draft, EffectTable effects, Economics economics) {
        this.live = live;
        this.draft = draft;
        this.effects = effects;
        this.economics = economics;
        this.liveTill = new Till(economics, effects);
        this.draftTill = new Till(economics, effects);
    }

    /**
     * What both made of one customer, compared as it is stored and shown, so that what differs for nobody who reads it does
     * not count as a difference.
     */
    public void add(CustomerSnapshot snapshot, Outcome byLive, Outcome byDraft) {
        customers++;
        Optional<String> segment = Optional.ofNullable(snapshot.segment());
        count(byLive, true, segment, liveTill);
        count(byDraft, false, segment, draftTill);
        // Most are decided alike, and what is equal reads the same.
        if (!byLive.decisions().equals(byDraft.decisions())) {
            compare(byLive, byDraft);
        }
    }

    private void compare(Outcome byLive, Outcome byDraft) {
        List<Told> before = Case.told(byLive);
        List<Told> after = Case.told(byDraft);
        if (!before.equals(after)) {
            changed++;
            gained += before.isEmpty() ? 1 : 0;
            lost += after.isEmpty() ? 1 : 0;
            if (examples.size() < EXAMPLES) {
                examples.add(new Example(byLive.customer(), before, after));
            }
        }
    }

    private void count(Outcome outcome, boolean isLive, Optional<String> segment, Till till) {
        outcome.fired().forEach(rule -> count(fired, rule, isLive));
        for (Dropped one : outcome.dropped()) {
            count(dropped, Case.label(one.cause()), isLive);
        }
        for (Decision decision : outcome.decisions()) {
            count(kinds, Case.label(decision.kind()), isLive);
            count(decided, decision.rules().get(0), isLive);
            till.add(decision, segment);
            if (!isLive) {
                tills.computeIfAbsent(decision.rules().get(0), rule -> new Till(economics, effects))
                        .add(decision, segment);
            }
        }
    }

    private static void count(Map<String, Pair> counts, String what, boolean isLive) {
        counts.merge(what, Pair.NONE.plus(isLive, 1), (one, more) -> one.plus(isLive, 1));
    }

    public Findings findings() {
        return new Findings(
                live.version(),
                draft.version(),
                customers,
                changed,
                gained,
                lost,
                kinds,
                rules(),
                dropped,
                liveTill.purse(),
                draftTill.purse(),
                List.copyOf(examples));
    }

    private List<RuleFinding> rules() {
        List<String> ofDraft = draft.rules().stream().map(Rule::name).toList();
        return Stream.concat(live.rules().stream().map(Rule::name), ofDraft.stream())
                .distinct()
                .sorted()
                .map(rule -> new RuleFinding(
                        rule,
                        fired.getOrDefault(rule, Pair.NONE),
                        decided.getOrDefault(rule, Pair.NONE),
                        ofDraft.contains(rule),
                        Optional.ofNullable(tills.get(rule))
                                .orElseGet(() -> new Till(economics, effects))
                                .purse()))
                .toList();
    }
}
