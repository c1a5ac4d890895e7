package perennial.ruleengine;

import java.util.List;
import java.util.Optional;
import perennial.rules.Text;

/**
 * A rule as the guard understood it.
 *
 * @param whenWritten the tokens between the pattern's parentheses
 * @param thenWritten the tokens between then and end
 * @param cell of the table that stands for it; empty for a rule that is written out
 */
record Sentence(
        Rule rule,
        Condition.AllOf when,
        List<Action> then,
        List<String> whenWritten,
        List<String> thenWritten,
        Optional<CellRule> cell) {

    Sentence of(CellRule from) {
        return new Sentence(rule, when, then, whenWritten, thenWritten, Optional.of(from));
    }

    /** By which people find it: its code, and where it stands in a table. */
    Text called() {
        return cell.map(CellRule::called).orElseGet(() -> new Text(rule.code(), rule.code()));
    }
}
