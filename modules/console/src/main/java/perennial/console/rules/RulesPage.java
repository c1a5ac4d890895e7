package perennial.console.rules;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import perennial.console.shell.Format;
import perennial.decisions.Decisions;
import perennial.decisions.Decisions.RuleUse;
import perennial.decisions.RuleSimulations.Purse;
import perennial.decisions.RuleVersions;
import perennial.decisions.RuleVersions.State;
import perennial.decisions.RuleVersions.Version;
import perennial.decisions.Rules;
import perennial.decisions.Rules.Rule;
import perennial.overview.Overview;

/** The rules in force with what each did, and what is written or waits. */
@Named
@RequestScoped
public class RulesPage {
    private static final Set<State> OPEN = EnumSet.of(State.DRAFT, State.PROPOSED, State.SCHEDULED, State.REJECTED);

    private static final String NOTHING = "–";

    @Inject
    private Rules rules;

    @Inject
    private RuleVersions versions;

    @Inject
    private Decisions decisions;

    @Inject
    private Overview overview;

    @Inject
    private FindingsLines findings;

    @Inject
    private Format format;

    private List<Line> lines = List.of();
    private List<Version> all = List.of();

    /**
     * @param fired for how many customers of the run in force; a dash where that run did not use it
     * @param cost of the decisions that name it first, as all that follows; a dash where there are none
     */
    public record Line(
            String code,
            String title,
            String file,
            String owner,
            String purpose,
            String fired,
            String decided,
            String cost,
            String gain,
            boolean isStopped) {}

    @PostConstruct
    void look() {
        Optional<RuleUse> use = overview.inForce().map(decisions::use);
        lines = rules.inForce().stream().map(rule -> line(rule, use)).toList();
        all = versions.all();
    }

    private Line line(Rule rule, Optional<RuleUse> use) {
        Optional<Long> fired = use.map(known -> known.fired().get(rule.name()));
        Optional<Purse> money = use.map(known -> known.money().get(rule.name()));
        return new Line(
                rule.code(),
                format.of(rule.title()),
                rule.file(),
                rule.owner(),
                format.of(rule.purpose()),
                fired.map(format::whole).orElse(NOTHING),
                money.map(purse -> format.whole(purse.decisions())).orElse(NOTHING),
                money.map(findings::cost).orElse(NOTHING),
                money.map(findings::gain).orElse(NOTHING),
                rule.isStopped());
    }

    public List<Line> getLines() {
        return lines;
    }

    /** Drafts, proposals and what is scheduled. */
    public List<Version> getOpen() {
        return all.stream().filter(version -> OPEN.contains(version.state())).toList();
    }

    /** Those that are or were live, the newest first. */
    public List<Version> getPast() {
        return all.stream().filter(version -> !OPEN.contains(version.state())).toList();
    }

    public List<String> getFiles() {
        return lines.stream().map(Line::file).collect(Collectors.toCollection(TreeSet::new)).stream()
                .toList();
    }

    public boolean isProposed(Version version) {
        return version.state() == State.PROPOSED || version.state() == State.SCHEDULED;
    }
}
