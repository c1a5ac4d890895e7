package perennial.ruleengine;

import java.util.List;
import java.util.Optional;
import perennial.rules.CustomerSnapshot;

/**
 * A rule all of whose conditions hold of a customer.
 *
 * @param grounds the conditions, in the order in which they are written
 */
public record Match(Rule rule, List<Ground> grounds) {

    static Optional<Match> of(Sentence sentence, CustomerSnapshot snapshot, Wording wording) {
        return Truth.of(sentence.when()).of(snapshot)
                ? Optional.of(new Match(
                        sentence.rule(),
                        Ground.conditions(sentence)
                                .map(condition -> Ground.of(condition, snapshot, wording))
                                .toList()))
                : Optional.empty();
    }
}
