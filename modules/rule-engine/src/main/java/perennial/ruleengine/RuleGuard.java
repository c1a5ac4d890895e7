package perennial.ruleengine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import perennial.ruleengine.RuleReader.Reading;
import perennial.rules.RuleSource;

/**
 * Stands before any compilation of rules: what it lets through is a closed tree of comparisons and proposals, whatever
 * the text tried to be. In order: characters, the guard's own grammar with types, units and ranges, and agreement with
 * what Drools' own parser read. Scenarios are read and never compiled.
 */
public final class RuleGuard {
    private static final int MOST_RULES = 1_000;
    private static final int MOST_FILES = 200;
    private static final int LONGEST_BOOK = 2_000_000;

    private RuleGuard() {}

    /** What is wrong with a rule book; empty when it would compile. */
    public static List<Problem> check(List<RuleSource> sources) {
        return understand(sources).problems();
    }

    static Understanding understand(List<RuleSource> sources) {
        Optional<Problem> unfit = unfit(sources);
        return unfit.isPresent()
                ? new Understanding(List.of(), Parameters.read(List.of()), List.of(unfit.get()))
                : read(sources);
    }

    /** What keeps a book from being read at all. */
    private static Optional<Problem> unfit(List<RuleSource> sources) {
        long length =
                sources.stream().mapToLong(source -> source.text().length()).sum();
        if (sources.size() > MOST_FILES || length > LONGEST_BOOK) {
            return Optional.of(new Problem(
                    "", 1, 1, Messages.text("large-book", "" + MOST_FILES, "" + LONGEST_BOOK), Optional.empty()));
        }
        Set<String> paths = new HashSet<>();
        return sources.stream()
                .map(RuleSource::path)
                .filter(path -> !paths.add(path))
                .findFirst()
                .map(path -> new Problem(path, 1, 1, Messages.text("file-twice", path), Optional.empty()));
    }

    private static Understanding read(List<RuleSource> sources) {
        Parameters parameters = Parameters.read(sources.stream()
                .filter(RuleSource::holdsParameters)
                .sorted(Comparator.comparing(RuleSource::path))
                .toList());
        List<Sentence> sentences = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(parameters.problems());
        sources.stream()
                .filter(RuleSource::holdsRules)
                .sorted(Comparator.comparing(RuleSource::path))
                .forEach(source -> {
                    Reading reading = read(source, parameters);
                    sentences.addAll(reading.sentences());
                    problems.addAll(reading.problems());
                });
        problems.addAll(ofTheBook(sentences, problems.isEmpty()));
        sources.stream()
                .filter(RuleSource::holdsScenarios)
                .sorted(Comparator.comparing(RuleSource::path))
                .forEach(source -> Scenario.problem(source).ifPresent(problems::add));
        return new Understanding(List.copyOf(sentences), parameters, List.copyOf(problems));
    }

    /** Everything that was understood of a book, and everything that was not. */
    record Understanding(List<Sentence> sentences, Parameters parameters, List<Problem> problems) {}

    private static Reading read(RuleSource source, Parameters parameters) {
        Optional<Problem> hidden = Characters.problem(source);
        if (hidden.isPresent()) {
            return new Reading(List.of(), List.of(hidden.get()));
        }
        return source.holdsTable() ? table(source, parameters) : rules(source, parameters);
    }

    private static Reading table(RuleSource source, Parameters parameters) {
        GridReader.Reading table = GridReader.read(source, parameters);
        return table.grid()
                .map(grid -> cells(grid, rules(new RuleSource(source.path(), grid.aligned()), parameters)))
                .orElseGet(() -> new Reading(List.of(), table.problems()));
    }

    private static Reading cells(Grid grid, Reading reading) {
        Map<String, CellRule> byCode = grid.rules().collect(Collectors.toMap(CellRule::code, Function.identity()));
        List<Sentence> sentences = reading.sentences().stream()
                .map(sentence -> sentence.of(
                        Objects.requireNonNull(byCode.get(sentence.rule().code()))))
                .toList();
        return new Reading(sentences, reading.problems());
    }

    private static Reading rules(RuleSource source, Parameters parameters) {
        Reading reading = RuleReader.read(source, parameters);
        if (!reading.problems().isEmpty()) {
            return reading;
        }
        return SecondReader.disagreement(source, reading.sentences())
                .map(problem -> new Reading(List.of(), List.of(problem)))
                .orElse(reading);
    }

    private static List<Problem> ofTheBook(List<Sentence> sentences, boolean sound) {
        List<Problem> problems = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Sentence sentence : sentences) {
            if (!codes.add(sentence.rule().code())) {
                problems.add(
                        problem(sentence.rule(), "rule-twice", sentence.rule().code()));
            }
        }
        if (sentences.size() > MOST_RULES) {
            problems.add(problem(sentences.get(MOST_RULES).rule(), "many-rules", "" + MOST_RULES));
        }
        if (sentences.isEmpty() && sound) {
            problems.add(new Problem("", 1, 1, Messages.text("no-rules", ""), Optional.empty()));
        }
        return problems;
    }

    private static Problem problem(Rule rule, String key, String value) {
        return new Problem(rule.path(), rule.line(), 1, Messages.text(key, value), Optional.empty());
    }
}
