package perennial.decisions.model;

import java.util.List;
import java.util.Map;
import perennial.decisions.Decisions.Dropped;
import perennial.decisions.Hindsight.Explanation;
import perennial.decisions.Hindsight.Fired;
import perennial.decisions.Hindsight.Ground;
import perennial.decisions.Hindsight.Missed;
import perennial.kernel.Words;
import perennial.ruleengine.Match;
import perennial.ruleengine.NearMiss;
import perennial.ruleengine.Rule;
import perennial.ruleengine.RuleBook;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Text;

/** Tells what a book makes of a customer, rule by rule. */
public final class Explaining {
    private Explaining() {}

    public static Explanation of(
            RuleBook book,
            CustomerSnapshot snapshot,
            Map<String, String> inputs,
            List<Words> caps,
            List<Dropped> dropped) {
        return new Explanation(
                book.version(),
                book.matches(snapshot).stream().map(Explaining::fired).toList(),
                book.nearMisses(snapshot).stream().map(Explaining::missed).toList(),
                Past.reasons(inputs),
                caps,
                dropped);
    }

    private static Fired fired(Match match) {
        Rule rule = match.rule();
        return new Fired(
                rule.code(),
                words(rule.title()),
                rule.path(),
                match.grounds().stream().map(Explaining::ground).toList());
    }

    private static Missed missed(NearMiss miss) {
        Rule rule = miss.rule();
        return new Missed(rule.code(), words(rule.title()), rule.path(), ground(miss.missed()));
    }

    private static Ground ground(perennial.ruleengine.Ground ground) {
        return new Ground(ground.line(), ground.condition(), words(ground.values()), words(ground.asked()));
    }

    private static Words words(Text text) {
        return new Words(text.en(), text.zh());
    }
}
