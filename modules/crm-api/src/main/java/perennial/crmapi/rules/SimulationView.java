package perennial.crmapi.rules;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.MoneyView;
import perennial.decisions.RuleSimulations.Example;
import perennial.decisions.RuleSimulations.Findings;
import perennial.decisions.RuleSimulations.Gain;
import perennial.decisions.RuleSimulations.Pair;
import perennial.decisions.RuleSimulations.Purse;
import perennial.decisions.RuleSimulations.RuleFinding;
import perennial.decisions.RuleSimulations.Simulation;
import perennial.decisions.RuleSimulations.Told;
import perennial.kernel.Words;

/**
 * @param total 0 while that is not known
 * @param failure null unless it failed
 * @param findings null unless it is completed
 */
public record SimulationView(
        long version,
        long run,
        Instant asOf,
        String status,
        long done,
        long total,
        Instant started,
        String actor,
        @Nullable String failure,
        @Nullable String failureZh,
        @Nullable FindingsView findings) {
    static SimulationView of(Simulation simulation) {
        return new SimulationView(
                simulation.version(),
                simulation.run().id(),
                simulation.run().asOf(),
                simulation.status().name().toLowerCase(Locale.ROOT),
                simulation.done(),
                simulation.total(),
                simulation.started(),
                simulation.actor(),
                simulation.failure().map(Words::english).orElse(null),
                simulation.failure().map(Words::chinese).orElse(null),
                simulation.findings().map(FindingsView::of).orElse(null));
    }

    /** @param neverFired the rules of the draft that fire for nobody */
    public record FindingsView(
            String live,
            String draft,
            long customers,
            long changed,
            long gained,
            long lost,
            Map<String, PairView> kinds,
            List<RuleFindingView> rules,
            List<String> neverFired,
            Map<String, PairView> dropped,
            PurseView liveMoney,
            PurseView draftMoney,
            List<ExampleView> examples) {
        static FindingsView of(Findings findings) {
            return new FindingsView(
                    findings.live(),
                    findings.draft(),
                    findings.customers(),
                    findings.changed(),
                    findings.gained(),
                    findings.lost(),
                    pairs(findings.kinds()),
                    findings.rules().stream().map(RuleFindingView::of).toList(),
                    findings.neverFired(),
                    pairs(findings.dropped()),
                    PurseView.of(findings.liveMoney()),
                    PurseView.of(findings.draftMoney()),
                    findings.examples().stream().map(ExampleView::of).toList());
        }

        private static Map<String, PairView> pairs(Map<String, Pair> pairs) {
            Map<String, PairView> views = new LinkedHashMap<>();
            pairs.forEach((name, pair) -> views.put(name, PairView.of(pair)));
            return views;
        }
    }

    public record PairView(long live, long draft) {
        static PairView of(Pair pair) {
            return new PairView(pair.live(), pair.draft());
        }
    }

    public record RuleFindingView(String rule, boolean inDraft, PairView fired, PairView decided, PurseView money) {
        static RuleFindingView of(RuleFinding rule) {
            return new RuleFindingView(
                    rule.rule(),
                    rule.isInDraft(),
                    PairView.of(rule.fired()),
                    PairView.of(rule.decided()),
                    PurseView.of(rule.money()));
        }
    }

    /** @param gain null where no effect is known; then the ends and the source are null too */
    public record PurseView(
            long decisions,
            MoneyView cost,
            @Nullable MoneyView gain,
            @Nullable MoneyView gainLower,
            @Nullable MoneyView gainUpper,
            @Nullable String source,
            long unknown) {
        static PurseView of(Purse purse) {
            return new PurseView(
                    purse.decisions(),
                    MoneyView.of(purse.cost()),
                    purse.gain().map(Gain::expected).map(MoneyView::of).orElse(null),
                    purse.gain().map(Gain::lower).map(MoneyView::of).orElse(null),
                    purse.gain().map(Gain::upper).map(MoneyView::of).orElse(null),
                    purse.gain()
                            .map(gain -> gain.source().name().toLowerCase(Locale.ROOT))
                            .orElse(null),
                    purse.unknown());
        }
    }

    public record ExampleView(String customer, List<ToldView> live, List<ToldView> draft) {
        static ExampleView of(Example example) {
            return new ExampleView(
                    example.customer().value(),
                    example.live().stream().map(ToldView::of).toList(),
                    example.draft().stream().map(ToldView::of).toList());
        }
    }

    public record ToldView(String kind, Map<String, String> action, String reason, String reasonZh) {
        static ToldView of(Told told) {
            return new ToldView(
                    told.kind(),
                    told.action(),
                    told.reason().english(),
                    told.reason().chinese());
        }
    }
}
