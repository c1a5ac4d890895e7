package perennial.decisions.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import perennial.decisions.RuleDrafts.Manuscript;
import perennial.decisions.RuleVersions.Change;
import perennial.decisions.Rules.Problem;
import perennial.kernel.Words;
import perennial.ruleengine.RuleGuard;
import perennial.ruleengine.TableRules;
import perennial.rules.Domain;
import perennial.rules.RuleSource;
import perennial.rules.Text;
import perennial.rules.Vocabulary;
import perennial.rules.Vocabulary.Verb;

/** Whole rule books as texts: put together, compared, and held against the guard. */
public final class Editions {
    /** Within a text that the guard has let through. */
    private static final Pattern PROPOSAL = Pattern.compile("decisions\\s*\\.\\s*(\\w+)\\s*\\(");

    private Editions() {}

    /** A book with some of its files written anew. */
    public static List<RuleSource> with(List<RuleSource> book, Manuscript manuscript) {
        Map<String, String> texts = texts(book);
        manuscript
                .files()
                .forEach((path, text) ->
                        text.ifPresentOrElse(written -> texts.put(path, written), () -> texts.remove(path)));
        return texts.entrySet().stream()
                .map(file -> new RuleSource(file.getKey(), file.getValue()))
                .toList();
    }

    /** The files in which two books differ, by path. */
    public static List<Change> between(List<RuleSource> before, List<RuleSource> after) {
        Map<String, String> old = texts(before);
        Map<String, String> now = texts(after);
        Set<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        return paths.stream()
                .map(path -> new Change(path, Optional.ofNullable(old.get(path)), Optional.ofNullable(now.get(path))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /** What keeps a book from living; a rule that proposes what another folder is for is among it. */
    public static List<Problem> problems(List<RuleSource> book) {
        List<Problem> problems = RuleGuard.check(book).stream()
                .map(problem -> new Problem(
                        problem.path(), problem.line(), problem.column(), words(problem.message()), problem.hint()))
                .toList();
        return problems.isEmpty()
                ? book.stream()
                        .map(file -> TableRules.inPlace(file, book))
                        .flatMap(file -> misplaced(file).stream())
                        .toList()
                : problems;
    }

    private static List<Problem> misplaced(RuleSource file) {
        List<Problem> problems = new ArrayList<>();
        List<String> lines = file.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher proposal = PROPOSAL.matcher(lines.get(i));
            while (proposal.find()) {
                Optional<Domain> domain =
                        Vocabulary.standard().verb(proposal.group(1)).map(Verb::domain);
                if (domain.filter(meant -> !file.path().startsWith(folder(meant)))
                        .isPresent()) {
                    problems.add(misplaced(file, i + 1, proposal.start() + 1, folder(domain.get())));
                }
            }
        }
        return problems;
    }

    private static Problem misplaced(RuleSource file, int line, int column, String folder) {
        return new Problem(
                file.path(),
                line,
                column,
                new Words(
                        "a rule that proposes this stands in a file under " + folder,
                        "提出此项的规则应位于 " + folder + " 下的文件中"),
                Optional.empty());
    }

    private static String folder(Domain domain) {
        return domain.name().toLowerCase(Locale.ROOT) + "/";
    }

    private static Map<String, String> texts(List<RuleSource> book) {
        return book.stream()
                .collect(Collectors.toMap(RuleSource::path, RuleSource::text, (one, other) -> other, TreeMap::new));
    }

    private static Words words(Text text) {
        return new Words(text.en(), text.zh());
    }
}
