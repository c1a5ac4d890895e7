package perennial.decisions.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import perennial.decisions.Rules;
import perennial.kernel.Words;
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
        return books.inForce().rules().stream()
                .map(rule -> new Rule(
                        rule.code(),
                        rule.path(),
                        words(rule.title()),
                        rule.owner(),
                        words(rule.purpose()),
                        words(rule.reason())))
                .toList();
    }

    @Override
    public List<Problem> check(String drl) {
        Stream<RuleSource> parameters =
                books.sources().stream().filter(source -> source.path().endsWith(PARAMETERS));
        return RuleGuard.check(Stream.concat(parameters, Stream.of(new RuleSource(DRAFT, drl)))
                        .toList())
                .stream()
                .map(problem -> new Problem(problem.line(), problem.column(), words(problem.message()), problem.hint()))
                .toList();
    }

    private static Words words(Text text) {
        return new Words(text.en(), text.zh());
    }
}
