package perennial.console.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import perennial.console.shell.Format;
import perennial.decisions.Decisions;
import perennial.decisions.RuleEffects.Source;
import perennial.decisions.RuleSimulations;
import perennial.decisions.RuleSimulations.Example;
import perennial.decisions.RuleSimulations.Findings;
import perennial.decisions.RuleSimulations.Gain;
import perennial.decisions.RuleSimulations.Pair;
import perennial.decisions.RuleSimulations.Purse;
import perennial.decisions.RuleSimulations.RuleFinding;
import perennial.decisions.RuleSimulations.Simulation;
import perennial.decisions.RuleSimulations.Told;

/** What a simulation found, as the lines of tables that people read. */
@Named
@RequestScoped
public class FindingsLines {
    @Inject
    private Format format;

    @Inject
    private Decisions decisions;

    @Inject
    private RuleSimulations simulations;

    private final Map<Long, Optional<Simulation>> seen = new HashMap<>();

    /** The last one of a version, read once a request. */
    Optional<Simulation> last(long version) {
        return seen.computeIfAbsent(version, simulations::last);
    }

    void lookAgain() {
        seen.clear();
    }

    public record Count(String name, String live, String draft, String change) {}

    /** @param isNever whether the rule would fire for nobody */
    public record RuleLine(
            String name, String fired, String change, String decided, String cost, String gain, boolean isNever) {}

    public record ExampleLine(String customer, String live, String draft) {}

    public List<Count> kinds(Findings findings) {
        return findings.kinds().entrySet().stream()
                .map(kind -> count(format.of(decisions.title(kind.getKey())), kind.getValue()))
                .toList();
    }

    public List<Count> dropped(Findings findings) {
        return findings.dropped().entrySet().stream()
                .map(cause -> count(format.known(phrases(), "cause.", cause.getKey()), cause.getValue()))
                .toList();
    }

    private Count count(String name, Pair pair) {
        return new Count(name, format.whole(pair.live()), format.whole(pair.draft()), format.change(pair.change()));
    }

    public List<RuleLine> rules(Findings findings) {
        return findings.rules().stream()
                .map(rule -> new RuleLine(
                        name(rule),
                        format.whole(rule.fired().draft()),
                        format.change(rule.fired().change()),
                        format.whole(rule.decided().draft()),
                        format.money(rule.money().cost()),
                        gain(rule.money()),
                        rule.isInDraft() && rule.fired().draft() == 0))
                .toList();
    }

    private String name(RuleFinding rule) {
        return format.of(decisions.rule(rule.rule()));
    }

    public String cost(Purse purse) {
        return format.money(purse.cost());
    }

    /** With its interval and where it is known from; a dash where no effect is known. */
    public String gain(Purse purse) {
        return purse.gain().map(this::gain).orElse("–");
    }

    private String gain(Gain gain) {
        String source = phrases().getString(gain.source() == Source.ASSUMED ? "source.assumed" : "source.experiment");
        return format.money(gain.expected()) + " [" + format.money(gain.lower()) + " – " + format.money(gain.upper())
                + "] " + source;
    }

    public List<ExampleLine> examples(Findings findings) {
        return lines(findings.examples());
    }

    List<ExampleLine> lines(List<Example> examples) {
        return examples.stream()
                .map(example ->
                        new ExampleLine(example.customer().value(), told(example.live()), told(example.draft())))
                .toList();
    }

    private String told(List<Told> all) {
        return all.isEmpty()
                ? phrases().getString("nothing")
                : all.stream().map(this::told).collect(Collectors.joining("; "));
    }

    private String told(Told one) {
        String verb = format.of(decisions.meaning(one.action().getOrDefault("verb", "")));
        String percent =
                one.action().containsKey("percent") ? " " + one.action().get("percent") + " %" : "";
        String channel = one.action().containsKey("channel")
                ? " · " + format.known(phrases(), "channel.", one.action().getOrDefault("channel", ""))
                : "";
        return format.of(decisions.title(one.kind())) + ": " + verb + percent + channel;
    }

    private ResourceBundle phrases() {
        return ResourceBundle.getBundle("perennial.console.rules.phrases", format.locale());
    }
}
