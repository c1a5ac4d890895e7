package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.kernel.InvalidInputException;
import perennial.rules.RuleSource;

/** What is large, deep, hidden or made to look like something else. */
class GuardLimitsTest {
    private static final String CALL = "decisions.keepFullPrice();";

    @ParameterizedTest(name = "U+{0}")
    @ValueSource(
            strings = {
                "3164", "FFA0", "115F", "2800", "034F", "180B", "FE0F", "E0041", "E0101", "00AD", "202E", "2066",
                "200D", "FEFF", "00A0", "2003", "0085", "E000", "000B", "0000", "1D173"
            })
    void a_character_that_shows_as_nothing_is_refused_even_in_a_text(String code) {
        String hidden = Character.toString(Integer.parseInt(code, 16));
        String text = A.rule("favouriteCategory == \"Te" + hidden + "a\"", CALL);
        assertThat(check(text)).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo(text.indexOf(hidden) + 1);
            assertThat(problem.message().en()).contains(String.format("%04X", Integer.parseInt(code, 16)));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "VI\u0420, VI[U+0420]",
        "\u0410ctive, [U+0410]ctive",
        "t\u0435a, t[U+0435]a",
        "e\u0301t\u00e9, e[U+0301]t[U+00E9]",
        "\u03bfrders, [U+03BF]rders"
    })
    void a_word_that_looks_like_another_is_refused(String word, String told) {
        String text = "// a remark\n" + A.rule("favouriteCategory == \"a " + word + "\"", CALL);
        assertThat(check(text)).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo(text.lines().toList().get(1).indexOf(word) + 1);
            assertThat(problem.message().en()).contains(told);
            assertThat(problem.message().zh()).contains(told);
        });
    }

    @Test
    void a_lone_carriage_return_that_some_editors_show_as_a_new_line_is_refused() {
        assertThat(check(A.rule("orders > 1", CALL + " // a remark\r decisions.blockOrder();\n")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().en()).contains("U+000D"));
    }

    @Test
    void lengths_are_bounded_where_drools_would_break_or_a_reader_give_up() {
        assertThat(messages(A.rule("favouriteCategory == \"" + "x".repeat(201) + "\"", CALL)))
                .containsExactly("this text has at most 200 characters; shorten it");
        assertThat(messages(A.rule("o".repeat(101) + " > 1", CALL)))
                .containsExactly("a word has at most 100 characters");
        assertThat(messages(A.rule("orders > " + "1".repeat(101), CALL)))
                .containsExactly("a word has at most 100 characters");
        assertThat(messages(
                        A.rule("orders > 1", CALL).replace(" when", " @reason(\"" + "x".repeat(1_001) + "\") when")))
                .containsExactly("this text has at most 1000 characters; shorten it");
        assertThat(messages(A.rule("orders > 1", CALL).replace("a rule of", "{nonsense} of")))
                .containsExactly("there is no attribute or parameter named nonsense");
    }

    @Test
    void the_values_of_all_lists_of_a_rule_are_counted_together() {
        String list =
                IntStream.range(0, 150).mapToObj(i -> "\"c" + i + '"').collect(Collectors.joining(", ", "(", ")"));
        assertThat(messages(A.rule("favouriteCategory in " + list + ", segment in " + list, CALL)))
                .containsExactly("a list has at most 200 values");
    }

    @Test
    void problems_are_told_up_to_a_number_that_somebody_may_read() {
        assertThat(check("rule \"\" ".repeat(5_000))).hasSize(50);
    }

    @Test
    void a_book_of_too_many_or_too_long_files_or_of_one_twice_is_not_read() {
        RuleSource file = A.source(A.rule("orders > 1", CALL));
        assertThat(RuleGuard.check(List.of(file, file)))
                .extracting(problem -> problem.message().en())
                .containsExactly("the file marketing/test.drl stands twice");
        List<RuleSource> many = IntStream.range(0, 201)
                .mapToObj(i -> new RuleSource("f" + i + ".drl", file.text()))
                .toList();
        assertThat(RuleGuard.check(many))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().zh()).contains("200 个文件"));
        List<RuleSource> lengthy = IntStream.range(0, 21)
                .mapToObj(i -> new RuleSource("f" + i + ".drl", " ".repeat(100_000)))
                .toList();
        assertThat(RuleGuard.check(lengthy)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void parameters_nested_without_end_are_refused(String open) {
        String yaml = open.repeat(90_000 / open.length());
        List<Problem> problems =
                RuleGuard.check(List.of(new RuleSource("parameters.yaml", yaml), A.source(A.rule("orders > 1", CALL))));
        assertThat(problems).hasSize(1);
    }

    @Test
    void more_parameters_than_a_file_may_have_are_refused_at_once() {
        String yaml = IntStream.range(0, 9_000).mapToObj(i -> "A" + i + ": 0\n").collect(Collectors.joining());
        assertThat(RuleGuard.check(
                        List.of(new RuleSource("parameters.yaml", yaml), A.source(A.rule("orders > 1", CALL)))))
                .extracting(problem -> problem.message().en())
                .containsExactly("a file has at most 500 parameters; part it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void scenarios_nested_without_end_are_refused(String open) {
        RuleSource file = new RuleSource("scenarios.yaml", open.repeat(90_000 / open.length()));
        assertThatThrownBy(() -> Scenario.read(file)).isInstanceOf(InvalidInputException.class);
    }

    /** A text that Drools, MVEL or its bytecode would take for more than a text compares as it stands. */
    @Test
    void signs_in_texts_stay_signs() {
        List<String> texts = List.of(
                "' + '",
                "a' || 'b",
                "#{orders}",
                "@{orders}",
                "${orders}",
                "// x",
                "/* x */",
                "x */ y",
                "%s %n",
                "true",
                "null",
                "1",
                "1.0",
                "a,b;c",
                "(",
                ")",
                "[]",
                "}{",
                " ",
                "",
                "  a  ",
                "a && b",
                "== \u4e2d",
                "?.",
                "!",
                "str[x]",
                "\u3000",
                "a\tb",
                "end",
                "\u201cquoted\u201d",
                "\ud83d\udc51");
        for (String text : texts) {
            RuleBook book = A.book("favouriteCategory == \"" + text + "\" && orders > 1", CALL);
            for (int i = 0; i < 30; i++) {
                assertThat(book.decide(A.customer(category(text)), A.circumstances())
                                .fired())
                        .as(text)
                        .hasSize(1);
                assertThat(book.decide(A.customer(category(text + "x")), A.circumstances())
                                .fired())
                        .as(text)
                        .isEmpty();
            }
        }
    }

    @Test
    void many_rules_of_many_proposals_leave_no_more_decisions_than_the_rails_allow() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 99; i++) {
            text.append(A.rule("orders > 0", ("decisions.offerPrice(CLEARANCE, 1." + i + ");").repeat(5))
                    .replace("TE-01", String.format("TE-%02d", i)));
        }
        RuleBook book = RuleBook.compile(List.of(A.source(text.toString())));
        Outcome outcome = book.decide(A.reachable(Map.of("orders", 2)), A.circumstances());
        assertThat(outcome.fired()).hasSize(99);
        assertThat(outcome.decisions()).hasSizeLessThanOrEqualTo(3);
    }

    private static Map<String, Object> category(String text) {
        return new HashMap<>(Map.of("orders", 2, "favouriteCategory", text));
    }

    private static List<String> messages(String text) {
        return check(text).stream().map(problem -> problem.message().en()).toList();
    }

    private static List<Problem> check(String text) {
        return RuleGuard.check(List.of(A.source(text)));
    }
}
