package perennial.decisions.model;

import java.util.List;
import perennial.ruleengine.RuleBook;
import perennial.ruleengine.Scenario;
import perennial.rules.ShippedRules;

/**
 * The first decisions of a new book are slow, while its network is built and its conditions are compiled: they are made
 * for customers out of examples, before anybody real waits for one.
 */
public final class Warming {
    private static final int ROUNDS = 3;

    private Warming() {}

    /** The same book. */
    public static RuleBook warmed(RuleBook book) {
        List<Scenario> examples = ShippedRules.scenarios().stream()
                .flatMap(file -> Scenario.read(file).stream())
                .toList();
        for (int i = 0; i < ROUNDS; i++) {
            examples.forEach(example -> example.failures(book));
        }
        return book;
    }
}
