package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import perennial.ruleengine.Condition.AllOf;
import perennial.ruleengine.Condition.AnyOf;

/** Alternatives of a condition, joined by ||, that nobody meets beside the rest of it. Values of a list are none. */
final class DeadAlternatives {
    private final List<Condition> dead = new ArrayList<>();

    private DeadAlternatives() {}

    static List<Condition> of(Condition condition) {
        DeadAlternatives alternatives = new DeadAlternatives();
        alternatives.look(condition, whole -> whole);
        return alternatives.dead;
    }

    /** @param within the whole condition with another one in the place of this part */
    private void look(Condition part, UnaryOperator<Condition> within) {
        if (part instanceof AllOf all) {
            for (int i = 0; i < all.parts().size(); i++) {
                int place = i;
                look(all.parts().get(i), other -> within.apply(with(all, place, other)));
            }
        } else if (part instanceof AnyOf any && !Written.list(any)) {
            any.parts().forEach(alternative -> take(alternative, within));
        }
    }

    private void take(Condition alternative, UnaryOperator<Condition> within) {
        if (Conflict.possible(within.apply(alternative)).filter(List::isEmpty).isPresent()) {
            dead.add(alternative);
        } else {
            look(alternative, within);
        }
    }

    private static AllOf with(AllOf all, int place, Condition other) {
        List<Condition> parts = new ArrayList<>(all.parts());
        parts.set(place, other);
        return new AllOf(parts);
    }
}
