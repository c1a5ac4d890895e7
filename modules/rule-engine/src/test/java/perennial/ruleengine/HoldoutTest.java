package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;
import perennial.ruleengine.Dropped.Cause;
import perennial.rules.RuleSource;
import perennial.rules.Text;

class HoldoutTest {
    private static final List<CustomerId> MANY =
            IntStream.range(0, 20_000).mapToObj(i -> new CustomerId("C" + i)).toList();
    private static final Holdout ALL_BUT_NOBODY = new Holdout(Math.nextDown(1.0));

    private static List<CustomerId> held(double share) {
        Holdout holdout = new Holdout(share);
        return MANY.stream().filter(holdout::holds).toList();
    }

    @Test
    void it_has_its_share_of_the_customers_and_always_the_same() {
        assertThat(held(0.05).size() / (double) MANY.size()).isCloseTo(0.05, within(0.005));
        assertThat(held(0.05)).isEqualTo(held(0.05));
        assertThat(held(0)).isEmpty();
    }

    @Test
    void who_is_in_it_stays_when_it_grows() {
        assertThat(held(0.2)).containsAll(held(0.05));
    }

    @Test
    void a_share_that_is_none_is_refused() {
        for (double wrong : new double[] {-0.1, 1, Double.NaN}) {
            assertThatThrownBy(() -> new Holdout(wrong)).isInstanceOf(InvalidInputException.class);
        }
    }

    private static Outcome heldOut(String calls) {
        RuleBook book = RuleBook.compile(List.of(A.source(A.rule("orders >= 0", calls))));
        Circumstances usual = A.circumstances();
        return book.decide(
                A.reachable(Map.of("orders", 2)),
                new Circumstances(
                        usual.now(),
                        usual.rails(),
                        usual.economics(),
                        usual.contacts(),
                        usual.budget(),
                        ALL_BUT_NOBODY));
    }

    @Test
    void who_is_kept_without_offers_gets_none_and_the_trace_says_so() {
        Outcome outcome = heldOut("decisions.sendMessage(WIN_BACK).by(EMAIL);");
        assertThat(outcome.decisions()).isEmpty();
        assertThat(outcome.dropped())
                .singleElement()
                .satisfies(one -> assertThat(one.cause()).isEqualTo(Cause.HOLDOUT));
    }

    @Test
    void orders_are_checked_and_prices_protected_whoever_it_is() {
        assertThat(heldOut("decisions.reviewOrder();").decisions()).hasSize(1);
        assertThat(heldOut("decisions.keepFullPrice();").decisions()).hasSize(1);
    }

    @Test
    void a_rule_that_is_stopped_never_fires_and_its_book_has_another_name() {
        List<RuleSource> sources = List.of(A.source(A.rule("orders >= 0", "decisions.keepFullPrice();")));
        RuleBook book = RuleBook.compile(sources);
        String code = book.rules().get(0).code();
        RuleBook without = RuleBook.compile(sources, text -> new Text(text, text), Set.of(code));
        assertThat(without.decide(A.reachable(Map.of("orders", 2)), A.circumstances())
                        .fired())
                .isEmpty();
        assertThat(without.version()).isNotEqualTo(book.version());
        assertThat(without.stopped()).isEqualTo(book.rules());
        assertThat(RuleBook.compile(sources, text -> new Text(text, text), Set.of("XX-99"))
                        .version())
                .isEqualTo(book.version())
                .isEqualTo(RuleBook.versionOf(sources));
    }
}
