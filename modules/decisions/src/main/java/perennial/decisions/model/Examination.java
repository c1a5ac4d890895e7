package perennial.decisions.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import perennial.decisions.RuleReviews.Cover;
import perennial.decisions.RuleReviews.Finding;
import perennial.decisions.RuleReviews.Place;
import perennial.decisions.RuleReviews.Review;
import perennial.decisions.RuleReviews.Trial;
import perennial.kernel.Words;
import perennial.ruleengine.Analysis;
import perennial.ruleengine.Coverage;
import perennial.ruleengine.Coverage.Boundary;
import perennial.ruleengine.Rule;
import perennial.ruleengine.RuleBook;
import perennial.ruleengine.Scenario;
import perennial.rules.RuleSource;
import perennial.rules.Text;

/** Looks at a compiled book for what is questionable about it, and holds its own scenarios against it. */
public final class Examination {
    private Examination() {}

    public static Review of(RuleBook book) {
        Analysis analysis = Analysis.of(book);
        List<RuleSource> files =
                book.sources().stream().filter(RuleSource::holdsScenarios).toList();
        List<Scenario> scenarios =
                files.stream().flatMap(file -> Scenario.read(file).stream()).toList();
        return new Review(
                analysis.findings().stream().map(Examination::finding).toList(),
                analysis.complete(),
                files.stream().flatMap(file -> trials(file, book)).toList(),
                Coverage.of(book, scenarios).rules().stream()
                        .map(Examination::cover)
                        .toList());
    }

    private static Stream<Trial> trials(RuleSource file, RuleBook book) {
        return Scenario.read(file).stream()
                .map(scenario -> new Trial(file.path(), scenario.name(), words(scenario.failures(book))));
    }

    private static Finding finding(Analysis.Finding finding) {
        return new Finding(
                finding.flaw().name().toLowerCase(Locale.ROOT),
                words(finding.flaw().label()),
                finding.rules().stream().map(Examination::place).toList(),
                finding.line(),
                words(finding.message()),
                example(finding));
    }

    private static Map<String, String> example(Analysis.Finding finding) {
        Map<String, String> example = new LinkedHashMap<>(Case.inputs(finding.example()));
        example.keySet().retainAll(finding.attributes());
        return example;
    }

    private static Cover cover(Coverage.Cover cover) {
        return new Cover(
                place(cover.rule()),
                cover.firedBy(),
                cover.keptBy(),
                cover.boundaries().size(),
                (int) cover.boundaries().stream().filter(Boundary::tested).count(),
                words(cover.untested()));
    }

    private static Place place(Rule rule) {
        return new Place(rule.code(), rule.path(), rule.line());
    }

    private static List<Words> words(List<Text> texts) {
        return texts.stream().map(Examination::words).toList();
    }

    private static Words words(Text text) {
        return new Words(text.en(), text.zh());
    }
}
