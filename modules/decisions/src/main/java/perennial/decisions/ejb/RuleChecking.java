package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.decisions.RuleVocabulary;
import perennial.decisions.Rules;
import perennial.decisions.model.Catalogue;
import perennial.kernel.Words;
import perennial.ruleengine.RuleBook;
import perennial.ruleengine.RuleGuard;
import perennial.ruleengine.TableRules;
import perennial.rules.RuleSource;
import perennial.rules.Text;

@Stateless
@Local(Rules.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RuleChecking implements Rules {
    private static final String DRAFT = "draft.drl";
    private static final String TABLE = "draft.csv";

    @Inject
    private RuleBooks books;

    @Override
    public List<Rule> inForce() {
        RuleBook book = books.inForce();
        return Stream.concat(
                        book.rules().stream().map(rule -> told(rule, false)),
                        book.stopped().stream().map(rule -> told(rule, true)))
                .sorted(Comparator.comparing(Rule::file).thenComparing(Rule::code))
                .toList();
    }

    private static Rule told(perennial.ruleengine.Rule rule, boolean isStopped) {
        return new Rule(
                rule.code(),
                rule.path(),
                words(rule.title()),
                rule.owner(),
                words(rule.purpose()),
                words(rule.reason()),
                isStopped);
    }

    @Override
    public List<Problem> check(String drl) {
        return check(new RuleSource(DRAFT, drl));
    }

    @Override
    public List<Problem> checkTable(String csv) {
        return check(new RuleSource(TABLE, csv));
    }

    @Override
    public Optional<String> rulesOf(String csv) {
        return TableRules.written(new RuleSource(TABLE, csv), books.inForce().sources());
    }

    private List<Problem> check(RuleSource file) {
        Stream<RuleSource> parameters = books.inForce().sources().stream().filter(RuleSource::holdsParameters);
        return RuleGuard.check(Stream.concat(parameters, Stream.of(file)).toList()).stream()
                .map(problem -> new Problem(
                        problem.path(), problem.line(), problem.column(), words(problem.message()), problem.hint()))
                .toList();
    }

    @Override
    public RuleVocabulary vocabulary() {
        return Catalogue.of(books.inForce());
    }

    private static Words words(Text text) {
        return new Words(text.en(), text.zh());
    }
}
