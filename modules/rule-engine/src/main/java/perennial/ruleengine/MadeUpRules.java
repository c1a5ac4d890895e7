package perennial.ruleengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Kind;
import perennial.rules.RuleSource;
import perennial.rules.ShippedRules;

/**
 * Rules beside the shipped ones, for a book of the size that is to be measured; the same written by hand. Each has
 * thresholds of its own.
 */
final class MadeUpRules implements ByHand {
    private static final long SEED = 60;
    private static final List<String> RULES = List.of(
            "silence >= %.2f, valueRank > %.2f) then decisions.sendMessage(WIN_BACK).by(EMAIL);",
            "churnProbability > %2$.2f, spend > %3$d, orders >= 2) then decisions.offerCoupon(WIN_BACK, 10).by(SMS);",
            "cartAge < %.2f, cartByMedian > %.2f) then decisions.sendMessage(CART_REMINDER).by(PUSH).by(EMAIL);",
            "categoryShare > %2$.2f, breadth >= 3, recency < %3$d) then decisions.sendMessage(CROSS_SELL).by(EMAIL);");

    private final List<MadeUp> rules;

    private MadeUpRules(List<MadeUp> rules) {
        this.rules = rules;
    }

    private record MadeUp(String code, int pattern, double factor, double share, int whole) {
        private static MadeUp drawn(int number, SplittableRandom random) {
            return new MadeUp(
                    "ZZ-" + number,
                    number % RULES.size(),
                    hundredths(random.nextDouble(1, 4)),
                    hundredths(random.nextDouble(0.2, 0.9)),
                    random.nextInt(100));
        }

        /** A threshold that is as exact in a text. */
        private static double hundredths(double drawn) {
            return Math.round(drawn * 100) / 100.0;
        }

        private String text() {
            String conditions = String.format(Locale.ROOT, RULES.get(pattern), factor, share, whole);
            return "rule \"" + code + " made up\" when CustomerSnapshot(" + conditions + " end\n";
        }
    }

    /** As many rules as make up so many with the shipped ones. */
    static MadeUpRules besideTheShipped(int all) {
        int shipped = RuleGuard.understand(ShippedRules.sources()).sentences().size();
        SplittableRandom random = new SplittableRandom(SEED);
        List<MadeUp> rules = new ArrayList<>();
        for (int i = shipped; i < all; i++) {
            rules.add(MadeUp.drawn(i, random));
        }
        return new MadeUpRules(rules);
    }

    /** The shipped rules with these. */
    List<RuleSource> sources() {
        StringBuilder text = new StringBuilder();
        rules.forEach(rule -> text.append(rule.text()));
        List<RuleSource> sources = new ArrayList<>(ShippedRules.sources());
        sources.add(new RuleSource("marketing/made-up.drl", text.toString()));
        return sources;
    }

    @Override
    public void decide(CustomerSnapshot c, Recorder decisions) {
        for (MadeUp rule : rules) {
            switch (rule.pattern()) {
                case 0 -> winBack(rule, c, decisions);
                case 1 -> winBackByCoupon(rule, c, decisions);
                case 2 -> cart(rule, c, decisions);
                default -> crossSell(rule, c, decisions);
            }
        }
    }

    private static void winBack(MadeUp rule, CustomerSnapshot c, Recorder decisions) {
        if (c.silence() != null
                && c.silence() >= rule.factor()
                && c.valueRank() != null
                && c.valueRank() > rule.share()) {
            decisions.begin(rule.code(), c);
            decisions.sendMessage(Kind.WIN_BACK).by(Channel.EMAIL);
        }
    }

    private static void winBackByCoupon(MadeUp rule, CustomerSnapshot c, Recorder decisions) {
        if (c.churnProbability() != null
                && c.churnProbability() > rule.share()
                && c.spend() != null
                && c.spend() > rule.whole()
                && c.orders() >= 2) {
            decisions.begin(rule.code(), c);
            decisions.offerCoupon(Kind.WIN_BACK, 10).by(Channel.SMS);
        }
    }

    private static void cart(MadeUp rule, CustomerSnapshot c, Recorder decisions) {
        if (c.cartAge() != null
                && c.cartAge() < rule.factor()
                && c.cartByMedian() != null
                && c.cartByMedian() > rule.share()) {
            decisions.begin(rule.code(), c);
            decisions.sendMessage(Kind.CART_REMINDER).by(Channel.PUSH).by(Channel.EMAIL);
        }
    }

    private static void crossSell(MadeUp rule, CustomerSnapshot c, Recorder decisions) {
        if (c.categoryShare() != null
                && c.categoryShare() > rule.share()
                && c.breadth() != null
                && c.breadth() >= 3
                && c.recency() != null
                && c.recency() < rule.whole()) {
            decisions.begin(rule.code(), c);
            decisions.sendMessage(Kind.CROSS_SELL).by(Channel.EMAIL);
        }
    }
}
