package perennial.console.rules;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import perennial.console.shell.Format;
import perennial.decisions.Decisions;
import perennial.decisions.RuleReviews;
import perennial.decisions.RuleReviews.Cover;
import perennial.decisions.RuleReviews.Finding;
import perennial.decisions.RuleReviews.Place;
import perennial.decisions.RuleReviews.Review;
import perennial.decisions.RuleReviews.Trial;

/** What is questionable about a version's rules, as the lines of tables that people read. */
@Named
@RequestScoped
public class ReviewPanel {
    @Inject
    private RuleReviews reviews;

    @Inject
    private Decisions decisions;

    @Inject
    private Format format;

    private final Map<Long, Review> seen = new HashMap<>();

    /** @param example what is asked of the customer, each in words with its value */
    public record FlawLine(String label, String rules, String file, int line, String message, List<String> example) {}

    public record TrialLine(String file, String scenario, List<String> failures) {}

    public record CoverLine(String code, List<String> untested) {}

    public Review of(long version) {
        return seen.computeIfAbsent(version, reviews::of);
    }

    public List<FlawLine> flaws(long version) {
        return of(version).findings().stream().map(this::line).toList();
    }

    private FlawLine line(Finding finding) {
        return new FlawLine(
                format.of(finding.label()),
                finding.rules().stream().map(Place::code).collect(Collectors.joining(", ")),
                finding.first().file(),
                finding.line(),
                format.of(finding.message()),
                finding.example().entrySet().stream().map(this::told).toList());
    }

    private String told(Map.Entry<String, String> fact) {
        return format.of(decisions.meaning(fact.getKey())) + ": " + value(fact.getValue());
    }

    private String value(String kept) {
        ResourceBundle phrases = ResourceBundle.getBundle("perennial.console.rules.phrases", format.locale());
        String key = "fact." + kept;
        return phrases.containsKey(key) ? phrases.getString(key) : format.of(decisions.name(kept));
    }

    /** Those that did not come out as they say. */
    public List<TrialLine> failed(long version) {
        return of(version).failed().stream().map(this::line).toList();
    }

    private TrialLine line(Trial trial) {
        return new TrialLine(
                trial.file(),
                trial.scenario(),
                trial.failures().stream().map(format::of).toList());
    }

    /** The rules of which something is left untested. */
    public List<CoverLine> untested(long version) {
        return of(version).cover().stream()
                .filter(cover -> !cover.isFull())
                .map(this::line)
                .toList();
    }

    private CoverLine line(Cover cover) {
        return new CoverLine(
                cover.rule().code(), cover.untested().stream().map(format::of).toList());
    }
}
