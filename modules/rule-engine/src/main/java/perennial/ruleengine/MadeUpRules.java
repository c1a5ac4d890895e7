package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import perennial.rules.RuleSource;
import perennial.rules.ShippedRules;

/** Rules beside the shipped ones, for a book of the size that is to be measured. Each has thresholds of its own. */
final class MadeUpRules {
    private static final long SEED = 60;
    private static final List<String> RULES = List.of(
            "silence >= %.2f, valueRank > %.2f) then decisions.sendMessage(WIN_BACK).by(EMAIL);",
            "churnProbability > %2$.2f, spend > %3$d, orders >= 2) then decisions.offerCoupon(WIN_BACK, 10).by(SMS);",
            "cartAge < %.2f, cartByMedian > %.2f) then decisions.sendMessage(CART_REMINDER).by(PUSH).by(EMAIL);",
            "categoryShare > %2$.2f, breadth >= 3, recency < %3$d) then decisions.sendMessage(CROSS_SELL).by(EMAIL);");

    private MadeUpRules() {}

    /** The shipped rules with as many others as make up so many. */
    static List<RuleSource> besideTheShipped(int rules) {
        List<RuleSource> sources = new ArrayList<>(ShippedRules.sources());
        int shipped = RuleGuard.understand(sources).sentences().size();
        SplittableRandom random = new SplittableRandom(SEED);
        StringBuilder text = new StringBuilder();
        for (int i = shipped; i < rules; i++) {
            String conditions = RULES.get(i % RULES.size());
            text.append("rule \"ZZ-%d made up\" when CustomerSnapshot(".formatted(i))
                    .append(String.format(
                            Locale.ROOT,
                            conditions,
                            random.nextDouble(1, 4),
                            random.nextDouble(0.2, 0.9),
                            random.nextInt(100)))
                    .append(" end\n");
        }
        sources.add(new RuleSource("marketing/made-up.drl", text.toString()));
        return sources;
    }
}
