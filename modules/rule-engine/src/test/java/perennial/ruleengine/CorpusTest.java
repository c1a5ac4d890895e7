package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import perennial.rules.CustomerSnapshot;
import perennial.rules.RuleSource;

/** What tries to be more than a rule is refused, and what a shop may write passes. */
class CorpusTest {
    /** More than the number of evaluations after which Drools compiles a condition to bytecode. */
    private static final int OFTEN = 30;

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("attacks")
    void what_tries_to_be_more_than_a_rule_is_refused(String family, String text) {
        List<RuleSource> sources = List.of(A.source(text));
        assertThat(RuleGuard.check(sources)).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
            assertThat(problem.message().en()).isNotBlank();
            assertThat(problem.message().zh())
                    .isNotBlank()
                    .isNotEqualTo(problem.message().en());
        });
        assertThatThrownBy(() -> RuleBook.compile(sources)).isInstanceOf(RefusedRulesException.class);
        assertThat(Unguarded.outside()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void what_a_shop_may_write_passes_compiles_and_fires_for_whom_it_should(String text) {
        List<RuleSource> sources = List.of(A.source(text));
        assertThat(RuleGuard.check(sources)).isEmpty();
        RuleBook book = RuleBook.compile(sources);
        for (Sentence sentence : book.sentences()) {
            List<CustomerSnapshot> right = Customers.of(sentence.when());
            List<CustomerSnapshot> wrong = Customers.notOf(sentence.when());
            assertThat(right).isNotEmpty();
            assertThat(wrong).isNotEmpty();
            for (int i = 0; i < OFTEN; i++) {
                assertThat(right).allMatch(customer -> fires(book, sentence, customer));
                assertThat(wrong).noneMatch(customer -> fires(book, sentence, customer));
            }
        }
    }

    private static boolean fires(RuleBook book, Sentence sentence, CustomerSnapshot customer) {
        Outcome outcome = book.decide(customer, A.circumstances());
        assertThat(outcome.decisions()).hasSizeLessThanOrEqualTo(3);
        return outcome.fired().contains(sentence.rule().name());
    }

    @Test
    void the_control_corpus_is_large() {
        assertThat(Attacks.valid()).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
    }

    @Test
    void texts_as_long_as_a_text_may_be_are_answered() {
        String open = "(".repeat(Characters.LONGEST_TEXT - 200);
        assertThat(RuleGuard.check(List.of(A.source(A.rule(open, "decisions.keepFullPrice();")))))
                .isNotEmpty();
        assertThat(RuleGuard.check(List.of(A.source("{".repeat(Characters.LONGEST_TEXT)))))
                .isNotEmpty();
        assertThat(RuleGuard.check(List.of(A.source("rule ".repeat(Characters.LONGEST_TEXT / 5)))))
                .isNotEmpty();
        String many = "orders > 1, ".repeat(5_000) + "orders > 2";
        assertThat(RuleGuard.check(List.of(A.source(A.rule(many, "decisions.keepFullPrice();")))))
                .isNotEmpty();
    }

    @Test
    void a_rule_as_large_as_a_rule_may_be_fires() {
        String values = IntStream.range(0, 200).mapToObj(i -> "\"c" + i + '"').collect(Collectors.joining(", "));
        String conditions = "favouriteCategory in (" + values + ")" + ", orders > 1".repeat(59);
        RuleBook book = A.book(conditions, "decisions.keepFullPrice();");
        for (int i = 0; i < 100; i++) {
            Map<String, Object> known = Map.of("orders", 2, "favouriteCategory", "c199");
            assertThat(book.decide(A.customer(known), A.circumstances()).fired())
                    .hasSize(1);
        }
    }

    static Stream<Arguments> attacks() {
        return Stream.concat(Attacks.live().stream(), Attacks.refused().stream())
                .map(attack -> Arguments.of(attack.family(), attack.complete()));
    }

    static Stream<String> valid() {
        return Attacks.valid().stream();
    }
}
