package perennial.ruleengine;

import java.util.List;
import perennial.rules.Channel;
import perennial.rules.Kind;

/**
 * What a rule proposed when it fired.
 *
 * @param percent off the price; 0 where the verb gives no discount
 * @param channels ways to reach the customer, the preferred one first
 */
record Proposal(Rule rule, String verb, Kind kind, double percent, List<Channel> channels) {}
