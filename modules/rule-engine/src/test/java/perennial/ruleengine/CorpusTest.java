package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import perennial.rules.RuleSource;

/** What tries to be more than a rule is refused, and what a shop may write passes. */
class CorpusTest {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("attacks")
    void what_tries_to_be_more_than_a_rule_is_refused(String family, String text) {
        assertThat(RuleGuard.check(List.of(A.source(text)))).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.column()).isPositive();
            assertThat(problem.message().en()).isNotBlank();
            assertThat(problem.message().zh()).isNotBlank();
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void what_a_shop_may_write_passes_and_compiles(String text) {
        List<RuleSource> sources = List.of(A.source(text));
        assertThat(RuleGuard.check(sources)).isEmpty();
        Outcome outcome = RuleBook.compile(sources).decide(A.reachable(Map.of("orders", 2)), A.circumstances());
        assertThat(outcome.version()).isNotBlank();
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

    static Stream<Arguments> attacks() throws IOException {
        Map<?, ?> families = (Map<?, ?>) load("attacks.yaml");
        return families.entrySet().stream()
                .flatMap(family -> ((List<?>) Objects.requireNonNull(family.getValue()))
                        .stream().map(text -> Arguments.of(family.getKey(), filled(String.valueOf(text)))));
    }

    static Stream<String> valid() throws IOException {
        return ((List<?>) load("valid.yaml")).stream().map(text -> filled(String.valueOf(text)));
    }

    private static String filled(String text) {
        return text.replace("WHEN", "CustomerSnapshot(orders > 1)").replace("BODY", "decisions.keepFullPrice();");
    }

    private static Object load(String file) throws IOException {
        try (InputStream yaml = Objects.requireNonNull(CorpusTest.class.getResourceAsStream(file))) {
            return Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromInputStream(yaml));
        }
    }
}
