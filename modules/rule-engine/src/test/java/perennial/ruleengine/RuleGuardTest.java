package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.rules.RuleSource;

class RuleGuardTest {
    private static final String CALL = "decisions.keepFullPrice();";

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    recencyy > 3                         |  1 | no attribute named recencyy           | recency
                    orders >= 2.5                        | 11 | orders takes a whole number           |
                    orders > "x"                         | 10 | orders takes a number                 |
                    stage == CHURNED                     | 10 | compared with a text in quotes        | "CHURNED"
                    stage == "CHURND"                    | 10 | stage is one of ACQUISITION           | CHURNED
                    stage > "ACTIVE"                     |  7 | stage is not a number                 | ==
                    emailConsent == 1                    | 17 | true or false                         | true
                    churnProbability > 50                | 20 | churnProbability lies from 0 to 1     |
                    recency > spend                      | 11 | recency (days) and spend (an amount)  |
                    recency > orders                     | 11 | recency (days) and orders (a count)   |
                    orders = 3                           |  8 | = does not compare                    | ==
                    orders == null                       | 11 | orders is always known                |
                    recency > null                       | 11 | orders is always known, or            |
                    recency > 3 + 4                      | 13 | ) is expected here, not +             | )
                    recency / 2 > 4                      |  9 | / does not compare                    |
                    recency > GONE_SILENTT               | 11 | no parameter named GONE_SILENTT       | GONE_SILENT
                    recency > GONE_SILENT                | 11 | recency (days) and GONE_SILENT        |
                    recency > 1e9                        | 11 | 1e9 is no plain number                |
                    eval(true)                           |  1 | eval is not part of the rule language |
                    recency > 3,                         | 13 | an attribute of the customer is expected here |
                    orders in (1, 2.5)                   | 15 | orders takes a whole number           |
                    """)
    void a_wrong_condition_is_pointed_at_with_the_right_word(
            String condition, int column, String message, String hint) {
        String before = "rule \"TE-01 a test\"\nwhen\n  CustomerSnapshot(";
        List<Problem> problems = check(before + condition + ")\nthen\n  " + CALL + "\nend");
        assertThat(problems).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.column()).isEqualTo("  CustomerSnapshot(".length() + column);
        assertThat(problem.message().en()).contains(message.replace("orders is always known, or", "always known, or"));
        assertThat(problem.message().zh()).isNotEqualTo(problem.message().en());
        assertThat(problem.hint().orElse("")).isEqualTo(hint == null ? "" : hint);
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    decisions.sendMesage(WELCOME).by(EMAIL);     | 11 | no decision named sendMesage      | sendMessage
                    decisions.sendMessage(WELCOM).by(EMAIL);     | 23 | sendMessage is for one of         | WELCOME
                    decisions.sendMessage("WELCOME").by(EMAIL);  | 23 | sendMessage is for one of         | WELCOME
                    decisions.sendMessage(CLEARANCE).by(EMAIL);  | 23 | sendMessage is for one of         |
                    decisions.sendMessage(WELCOME);              | 31 | needs a channel                   | .by(EMAIL)
                    decisions.sendMessage(WELCOME).by(FAX);      | 35 | goes by one of EMAIL, SMS         |
                    decisions.sendMessage(WELCOME).by(EMAIL).by(EMAIL); | 41 | the channel EMAIL stands twice |
                    decisions.sendMessage(WELCOME).hashCode();   | 32 | after sendMessage there is no hashCode | by
                    decisions.keepFullPrice().by(EMAIL);         | 27 | after keepFullPrice there is no by | ;
                    decisions.offerCoupon(WELCOME, 90).by(EMAIL); | 32 | percent lies from 1 to 80        |
                    decisions.offerCoupon(WELCOME, 0).by(EMAIL); | 32 | percent lies from 1 to 80         |
                    decisions.offerCoupon(WELCOME, GONE_SILENT).by(EMAIL); | 32 | percent (per cent) and GONE_SILENT (a ratio) |
                    decisions.offerCoupon(WELCOME).by(EMAIL);    | 30 | , is expected here, not )         | ,
                    decisions.keepFullPrice()                    | 28 | ; is expected here, not end       | ;
                    System.exit(0);                              |  1 | does nothing but propose decisions | decisions
                    """)
    void a_wrong_proposal_is_pointed_at_with_the_right_word(String call, int column, String message, String hint) {
        String before = "rule \"TE-01 a test\" when CustomerSnapshot(orders > 1) then\n";
        List<Problem> problems = check(before + call + "  end");
        assertThat(problems).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.message().en()).contains(message);
        assertThat(problem.hint().orElse("")).isEqualTo(hint == null ? "" : hint);
    }

    @Test
    void each_wrong_rule_of_a_file_is_reported_and_the_right_ones_are_read() {
        String text = A.rule("nonsense > 1", CALL)
                + A.rule("orders > 1", CALL)
                + A.rule("orders > 1", "nonsense();").replace("TE-01", "TE-02");
        assertThat(check(text)).extracting(Problem::line).containsExactly(1, 3);
        assertThat(RuleGuard.understand(List.of(A.source(text))).sentences()).hasSize(1);
    }

    @Test
    void a_code_is_taken_once_in_the_whole_book() {
        String rule = A.rule("orders > 1", CALL);
        List<Problem> problems =
                RuleGuard.check(List.of(new RuleSource("a.drl", rule), new RuleSource("b.drl", "\n\n" + rule)));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("b.drl");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message().en()).contains("TE-01 is taken");
        });
    }

    @Test
    void full_width_signs_are_answered_with_the_plain_ones() {
        assertThat(check(A.rule("orders ＞ 1", CALL))).singleElement().satisfies(problem -> {
            assertThat(problem.hint()).contains(">");
            assertThat(problem.message().zh()).contains("＞");
        });
    }

    @Test
    void a_place_in_a_reason_names_an_attribute_or_a_parameter() {
        String rule = A.rule("orders > 1", CALL).replace(" when", " @reason(\"for {ordrs} orders\") when");
        assertThat(check(rule)).singleElement().satisfies(problem -> {
            assertThat(problem.column()).isEqualTo(rule.indexOf("ordrs") + 1);
            assertThat(problem.hint()).contains("orders");
        });
    }

    @Test
    void chinese_texts_and_comments_are_welcome() {
        String rule =
                "// 高价值客户\n" + A.rule("segmentName == \"高消费，已沉默\"", CALL).replace(" when", " @titleZh(\"测试规则\") when");
        assertThat(check(rule)).isEmpty();
    }

    @Test
    void a_file_without_rules_is_refused() {
        assertThat(check("// nothing\n"))
                .extracting(problem -> problem.message().en())
                .containsExactly("a rule book has at least one rule");
    }

    @Test
    void a_text_that_is_too_long_is_not_read() {
        String text = A.rule("orders > 1", CALL) + " ".repeat(Characters.LONGEST_TEXT);
        assertThat(check(text))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().en()).contains("100000 characters"));
    }

    @Test
    void parameters_are_refused_outside_their_bounds_twice_or_without_meaning() {
        assertThat(parameters("A: {value: 3, unit: DAYS, min: 4, max: 5, en: a, zh: b}"))
                .contains("needs a value");
        assertThat(parameters("A: {value: 4, unit: YARDS, min: 4, max: 5, en: a, zh: b}"))
                .contains("needs a value");
        assertThat(parameters("A: {value: 4, unit: DAYS, min: 4, max: 5, en: a}"))
                .contains("needs a value");
        assertThat(parameters("A: {value: .nan, unit: DAYS, min: 4, max: 5, en: a, zh: b}"))
                .contains("needs a value");
        assertThat(parameters("a: {value: 4, unit: DAYS, min: 4, max: 5, en: a, zh: b}"))
                .contains("not of the form");
        assertThat(parameters("[1, 2]")).contains("list of names");
        assertThat(parameters("A: !!java.net.URL {}")).contains("YAML");
        assertThat(parameters("A: &a [*a]")).contains("YAML");
    }

    private static String parameters(String yaml) {
        List<Problem> problems =
                RuleGuard.check(List.of(new RuleSource("parameters.yaml", yaml), A.source(A.rule("orders > 1", CALL))));
        assertThat(problems).hasSize(1);
        return problems.get(0).message().en();
    }

    private static List<Problem> check(String text) {
        String parameters = "GONE_SILENT: {value: 2.5, unit: RATIO, min: 1, max: 9, en: silent, zh: 沉默}";
        return RuleGuard.check(List.of(new RuleSource("parameters.yaml", parameters), A.source(text)));
    }

    @Test
    void a_scenario_about_nobody_there_may_be_is_refused_with_its_file() {
        RuleSource rules = A.source(A.rule("orders > 1", CALL));
        RuleSource scenario = new RuleSource("marketing/test.yaml", "- scenario: a test\n  given: {ordrs: 3}\n");
        assertThat(RuleGuard.check(List.of(rules, scenario))).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("marketing/test.yaml");
            assertThat(problem.message().en()).contains("ordrs");
        });
        assertThat(RuleGuard.check(List.of(rules, new RuleSource("marketing/test.yaml", "scenario: a test"))))
                .hasSize(1);
    }
}
