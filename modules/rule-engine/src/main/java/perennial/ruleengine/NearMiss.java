package perennial.ruleengine;

import java.util.List;
import java.util.Optional;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Text;

/** A rule that one condition kept from firing for a customer. */
public record NearMiss(Rule rule, Ground missed) {

    static Optional<NearMiss> of(Sentence sentence, CustomerSnapshot snapshot, Wording wording) {
        List<Condition> missed = Ground.conditions(sentence)
                .filter(part -> !Truth.of(part).of(snapshot))
                .limit(2)
                .toList();
        return missed.size() == 1
                ? Optional.of(new NearMiss(sentence.rule(), Ground.of(missed.get(0), snapshot, wording)))
                : Optional.empty();
    }

    /** What was asked and what is so, in words. */
    public Text message() {
        return Messages.text("near-miss", new Text(missed.condition(), missed.condition()), missed.values());
    }
}
