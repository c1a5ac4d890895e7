package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import perennial.decisions.Rules;
import perennial.kernel.Words;
import perennial.ruleengine.RuleBook;
import perennial.ruleengine.RuleGuard;
import perennial.rules.RuleSource;
import perennial.rules.Text;

@Stateless
@Local(Rules.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RuleChecking implements Rules {
    private static final String DRAFT = "draft.drl";
    private static final String PARAMETERS = ".yaml";

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
        Stream<RuleSource> parameters = books.inForce().sources().stream()
                .filter(source -> source.path().endsWith(PARAMETERS));
        return RuleGuard.check(Stream.concat(parameters, Stream.of(new RuleSource(DRAFT, drl)))
                        .toList())
                .stream()
                .map(problem -> new Problem(
                        problem.path(), problem.line(), problem.column(), words(problem.message()), problem.hint()))
                .toList();
    }

    private static Words words(Text text) {
        return new Words(text.en(), text.zh());
    }
}
