package perennial.ruleengine;

import java.util.List;
import perennial.rules.Channel;
import perennial.rules.Kind;
import perennial.rules.Vocabulary.Verb;

/**
 * A proposal as the rule's author wrote it.
 *
 * @param numbers the arguments after the kind, in the order of the verb
 * @param channels ways to reach the customer, the preferred one first; none for verbs that reach nobody
 */
record Action(Verb verb, Kind kind, List<Double> numbers, List<Channel> channels) {}
