package perennial.ruleengine;

import java.util.List;

/**
 * A rule as the guard understood it.
 *
 * @param whenWritten the tokens between the pattern's parentheses
 * @param thenWritten the tokens between then and end
 */
record Sentence(
        Rule rule, Condition.AllOf when, List<Action> then, List<String> whenWritten, List<String> thenWritten) {}
