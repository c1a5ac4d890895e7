package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.kernel.Money;
import perennial.rules.CustomerSnapshot;
import perennial.rules.RuleSource;
import perennial.rules.ShippedRules;
import perennial.rules.Text;

class RuleBookTest {

    @Test
    void a_batch_decides_as_one_by_one_with_a_budget_that_runs_out() {
        RuleBook book = RuleBook.compile(ShippedRules.sources());
        List<CustomerSnapshot> customers = customers(2_500);
        Circumstances alone = A.circumstances(GuardRails.standard(), ContactHistory.NONE, budget());
        Circumstances together = A.circumstances(GuardRails.standard(), ContactHistory.NONE, budget());
        List<Outcome> oneByOne =
                customers.stream().map(customer -> book.decide(customer, alone)).toList();
        assertThat(book.decideAll(customers.stream(), together).toList()).isEqualTo(oneByOne);
        assertThat(together.budget().left()).isEqualTo(alone.budget().left());
        assertThat(oneByOne.stream().flatMap(outcome -> outcome.dropped().stream()))
                .anyMatch(dropped -> dropped.cause() == Dropped.Cause.BUDGET);
        assertThat(oneByOne.stream().flatMap(outcome -> outcome.decisions().stream()))
                .hasSizeGreaterThan(500);
    }

    @Test
    void a_long_stream_is_decided_as_it_is_read() {
        RuleBook book = A.book("orders > 1", "decisions.keepFullPrice();");
        Stream<CustomerSnapshot> endless = Stream.generate(() -> A.customer(Map.of("orders", 2)));
        assertThat(book.decideAll(endless, A.circumstances()).limit(10)).hasSize(10);
    }

    @Test
    void the_version_depends_on_texts_and_parameters_and_on_nothing_else() {
        List<RuleSource> sources = new ArrayList<>(ShippedRules.sources());
        String version = RuleBook.compile(sources).version();
        Collections.shuffle(sources, new Random(1));
        assertThat(RuleBook.compile(sources).version()).isEqualTo(version);
        sources.replaceAll(source -> new RuleSource(source.path(), source.text().replace("value: 2.5", "value: 2.6")));
        assertThat(RuleBook.compile(sources).version()).isNotEqualTo(version);
    }

    @Test
    void a_refused_book_says_where_and_why() {
        assertThatThrownBy(() -> A.book("ordrs > 1", "decisions.keepFullPrice();"))
                .isInstanceOf(RefusedRulesException.class)
                .hasMessage("marketing/test.drl:1:53: a customer has no attribute named ordrs (orders?)");
    }

    @Test
    void the_reason_carries_the_values_in_both_languages() {
        String rule = "rule \"TE-01 a test\" @reason(\"{spend} in {orders} orders, {churnProbability} to leave, "
                + "last {recency} days ago, {silence} pauses, e-mail {emailConsent}, {cartValue}\") "
                + "@reasonZh(\"{spend}；{churnProbability}；{emailConsent}；{cartValue}\") "
                + "when CustomerSnapshot(orders > 1) then decisions.keepFullPrice(); end";
        Map<String, Object> known = Map.of(
                "orders",
                3,
                "spend",
                123_456,
                "churnProbability",
                0.615,
                "recency",
                62.5,
                "silence",
                2.25,
                "emailConsent",
                true);
        Outcome outcome = RuleBook.compile(List.of(A.source(rule))).decide(A.customer(known), A.circumstances());
        assertThat(outcome.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.reason().en())
                    .isEqualTo("1,234.56 EUR in 3 orders, 62 % to leave, last 63 days ago, 2.3 pauses, e-mail yes, "
                            + "not known");
            assertThat(decision.reason().zh()).isEqualTo("1,234.56 EUR；62%；是；未知");
        });
    }

    @Test
    void the_reason_calls_a_code_by_its_name() {
        String rule = A.rule("orders > 1", "decisions.keepFullPrice();")
                .replaceFirst("when", "@reason(\"Mainly {churnReason}\") @reasonZh(\"主要是{churnReason}\") when");
        RuleBook book =
                RuleBook.compile(List.of(A.source(rule)), code -> new Text("the name of " + code, code + "的名字"));
        Outcome outcome = book.decide(A.customer(Map.of("orders", 2, "churnReason", "silence")), A.circumstances());
        assertThat(outcome.decisions())
                .singleElement()
                .extracting(Decision::reason)
                .isEqualTo(new Text("Mainly the name of silence", "主要是silence的名字"));
    }

    @Test
    void two_rules_that_propose_the_same_are_one_decision_with_both_names() {
        String rules = A.rule("orders > 1", "decisions.keepFullPrice();")
                + A.rule("orders > 0", "decisions.keepFullPrice();").replace("TE-01", "TE-02");
        Outcome outcome =
                RuleBook.compile(List.of(A.source(rules))).decide(A.customer(Map.of("orders", 2)), A.circumstances());
        assertThat(outcome.decisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.rules())
                        .containsExactly("TE-01 a rule of a test", "TE-02 a rule of a test"));
        assertThat(outcome.dropped()).isEmpty();
    }

    @Test
    void many_threads_decide_with_one_book() {
        RuleBook book = RuleBook.compile(ShippedRules.sources());
        List<CustomerSnapshot> customers = customers(400);
        List<Outcome> expected = customers.stream()
                .map(customer -> book.decide(customer, A.circumstances()))
                .toList();
        assertThat(customers.parallelStream()
                        .map(customer -> book.decide(customer, A.circumstances()))
                        .toList())
                .isEqualTo(expected);
    }

    private static Budget budget() {
        return Budget.of(new Money(5_000, A.EURO));
    }

    private static List<CustomerSnapshot> customers(int count) {
        Random random = new Random(7);
        List<String> stages = List.of("ACQUISITION", "CONVERSION", "RETENTION", "ACTIVE", "CHURNED");
        return Stream.generate(() -> {
                    Map<String, Object> known = new HashMap<>();
                    known.put("customer", "C" + random.nextInt(1_000_000));
                    known.put("stage", stages.get(random.nextInt(5)));
                    known.put("orders", random.nextInt(9));
                    known.put("recency", random.nextDouble() * 300);
                    known.put("silence", random.nextDouble() * 4);
                    known.put("spendRank", random.nextDouble());
                    known.put("couponShare", random.nextDouble());
                    known.put("expectedPurchases", random.nextDouble());
                    known.put("cartAge", random.nextDouble() * 20);
                    known.put("offerStockCover", random.nextDouble() * 400);
                    known.putAll(Map.of("offerProduct", "P", "offerListPrice", 2_000, "offerCost", 900));
                    return A.reachable(known);
                })
                .limit(count)
                .toList();
    }
}
