package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.ruleengine.Analysis.Finding;
import perennial.ruleengine.Analysis.Flaw;
import perennial.rules.RuleSource;

class AnalysisTest {
    private static final int HIGHEST = 8;
    private static final String MESSAGE = "decisions.sendMessage(WIN_BACK).by(EMAIL);";
    private static final String COUPON = "decisions.offerCoupon(WIN_BACK, 10).by(EMAIL);";
    private static final String FULL_PRICE = "decisions.keepFullPrice();";

    @ParameterizedTest
    @CsvSource(delimiter = '%', textBlock = """
                    orders > 5, orders < 3                                     % orders < 3
                    orders > 2, orders < 3                                     % orders < 3
                    stage == "ACTIVE", stage in ("CHURNED", "RETENTION")       % stage in ("CHURNED", "RETENTION")
                    recency == null, recency > 3                               % recency > 3
                    recency != null, silence > 1, recency == null              % recency == null
                    spend > averageOrder, averageOrder > medianOrder, spend < medianOrder % spend < medianOrder
                    spend == averageOrder, spend != averageOrder               % spend != averageOrder
                    spend >= 100, averageOrder < 100, spend <= averageOrder    % spend <= averageOrder
                    (orders < 1 || orders > 9), orders in (2, 3)               % orders in (2, 3)
                    emailConsent == true, emailConsent != true                 % emailConsent != true
                    churnProbability > 0.9999999, churnProbability < 0.9999999 % churnProbability < 0.9999999
                    """)
    void a_rule_that_never_fires_is_told_with_the_condition_that_keeps_it(String conditions, String last) {
        Finding finding = only(A.rule(conditions, MESSAGE));
        assertThat(finding.flaw()).isEqualTo(Flaw.UNREACHABLE);
        assertThat(finding.message().en()).contains(last);
        Condition.AllOf when = sentences(A.rule(conditions, MESSAGE)).get(0).when();
        assertThat(Truth.of(when.parts().get(0)).of(finding.example())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders > 2, orders < 4",
                "recency > 2, recency < 3",
                "spend > averageOrder, averageOrder >= medianOrder",
                "segment == segmentBefore, segment != \"s1\"",
                "orders != 0, orders != 1, orders != 2",
                "offerMargin < 0, offerMargin > -1",
                "recency == null || recency > 3, silence != null"
            })
    void a_rule_that_some_customer_meets_has_no_flaw(String conditions) {
        assertThat(Analysis.of(List.of(A.source(A.rule(conditions, MESSAGE)))).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '%', textBlock = """
            recency > 3, orders > 5, stage == "ACTIVE", orders < 3 % no customer meets orders < 3 together with orders > 5
            stage in ("ACTIVE", "CHURNED"), orders > 1, stage == "RETENTION" % no customer meets stage == "RETENTION" together with stage in ("ACTIVE", "CHURNED")
            spend > averageOrder, orders > 3, averageOrder > medianOrder, spend < medianOrder % together with spend > averageOrder, averageOrder > medianOrder
            recency == null, orders > 1, recency < 30 % no customer meets recency < 30 together with recency == null
            orders > 1, churnProbability > 1 % no customer meets churnProbability > 1, as its values are 0 – 1
            spend > spend % TE-01 never fires: no customer meets spend > spend
            """)
    void only_the_conditions_that_do_not_go_together_are_named(String conditions, String told) {
        Finding finding = only(A.rule(conditions, MESSAGE));
        assertThat(finding.message().en()).endsWith(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '%', textBlock = """
            (orders > 5 && orders < 3) || recency > 30            % (orders > 5 && orders < 3)
            stage == "ACTIVE", (stage == "CHURNED" && orders > 1) || recency > 30 % (stage == "CHURNED" && orders > 1)
            orders < 3, recency > 30 || (silence > 2 && (orders > 5 || spend > 7)) % orders > 5
            """)
    void an_alternative_that_never_holds_in_a_rule_that_fires_is_told(String conditions, String dead) {
        Finding finding = only(A.rule(conditions, MESSAGE));
        assertThat(finding.flaw()).isEqualTo(Flaw.UNREACHABLE);
        assertThat(finding.message().en())
                .startsWith("TE-01 fires, but never for " + dead.replaceAll("^\\((.*)\\)$", "$1"));
        assertThat(Truth.of(sentences(A.rule(conditions, MESSAGE)).get(0).when())
                        .of(finding.example()))
                .isTrue();
    }

    @Test
    void two_prices_for_the_same_customers_are_told_once() {
        assertThat(findings(A.rule("orders > 5", COUPON), A.rule("orders >= 6", COUPON.replace("10", "20"))))
                .extracting(Finding::flaw)
                .containsExactly(Flaw.CONTRADICTORY, Flaw.OPPOSING);
    }

    @Test
    void a_gap_of_what_is_not_known_is_told_as_such() {
        Finding finding = only(
                A.rule("recency == null, valueRank < 0.5", MESSAGE),
                A.rule("recency >= 30, valueRank < 0.5", MESSAGE),
                A.rule("recency >= 30, valueRank >= 0.5", MESSAGE));
        assertThat(finding.flaw()).isEqualTo(Flaw.GAP);
        assertThat(finding.message().en()).contains("recency == null, valueRank >= 0.5");
        assertThat(finding.example().recency()).isNull();
        assertThat(finding.example().valueRank()).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void a_notice_opposes_nothing() {
        String moment = "moment == \"ORDER\"";
        assertThat(findings(
                        A.rule(moment, "decisions.sendNotice(ORDER_CHECK).by(EMAIL);"),
                        A.rule(moment, "decisions.blockOrder();"),
                        A.rule(moment, "decisions.keepQuiet();")))
                .isEmpty();
    }

    @Test
    void the_line_of_the_condition_is_told_where_one_keeps_a_rule_from_firing() {
        Finding finding = only(A.rule("orders > 5,\n  recency > 3,\n  orders < 3", MESSAGE));
        assertThat(finding.line()).isEqualTo(3);
    }

    @Test
    void two_rules_that_say_the_same_in_other_words_are_duplicates() {
        Finding finding = only(
                A.rule("orders > 1, stage in (\"ACTIVE\", \"RETENTION\")", MESSAGE),
                A.rule("(stage == \"RETENTION\" || stage == \"ACTIVE\") && orders >= 2", MESSAGE));
        assertThat(finding.flaw()).isEqualTo(Flaw.DUPLICATE);
        assertThat(finding.rules()).extracting(Rule::code).containsExactly("TE-02", "TE-01");
        assertThat(finding.rules()).extracting(Rule::line).containsExactly(2, 1);
        assertThat(finding.attributes()).containsExactly("stage", "orders");
    }

    @Test
    void a_narrower_rule_that_proposes_the_same_is_without_effect() {
        Finding finding = only(A.rule("orders > 5, recency > 30", MESSAGE), A.rule("orders > 3", MESSAGE));
        assertThat(finding.flaw()).isEqualTo(Flaw.SHADOWED);
        assertThat(finding.rules().get(0).code()).isEqualTo("TE-01");
        assertThat(finding.example().orders()).isGreaterThan(5);
    }

    @Test
    void a_rule_within_several_alternatives_of_another_is_without_effect() {
        Finding finding = only(
                A.rule("orders >= 3, orders <= 6", MESSAGE),
                A.rule("(orders > 1 && orders < 5) || orders in (5, 6, 7)", MESSAGE));
        assertThat(finding.flaw()).isEqualTo(Flaw.SHADOWED);
    }

    @Test
    void a_rule_whose_proposals_are_always_dropped_is_without_effect() {
        List<Finding> findings = findings(A.rule("orders > 5", COUPON), A.rule("orders > 3", FULL_PRICE));
        assertThat(findings).extracting(Finding::flaw).containsExactly(Flaw.SHADOWED, Flaw.OPPOSING);
    }

    @Test
    void what_excludes_each_other_contradicts_in_one_rule_and_in_two_for_the_same_customers() {
        assertThat(findings(A.rule("orders > 5", COUPON + FULL_PRICE)))
                .extracting(Finding::flaw)
                .containsExactly(Flaw.CONTRADICTORY);
        assertThat(findings(A.rule("orders > 5", COUPON), A.rule("orders >= 6", FULL_PRICE)))
                .extracting(Finding::flaw)
                .containsExactly(Flaw.CONTRADICTORY, Flaw.OPPOSING);
        assertThat(findings(A.rule("orders > 5", COUPON), A.rule("orders >= 6", COUPON.replace("10", "20"))))
                .extracting(Finding::flaw)
                .contains(Flaw.CONTRADICTORY);
    }

    @Test
    void rules_that_overlap_for_some_oppose_there() {
        Finding finding = only(A.rule("orders > 5", FULL_PRICE), A.rule("recency > 30", COUPON));
        assertThat(finding.flaw()).isEqualTo(Flaw.OPPOSING);
        assertThat(finding.message().zh()).contains("TE-01", "TE-02", "keepFullPrice");
        assertThat(finding.example().orders()).isGreaterThan(5);
        assertThat(finding.example().recency()).isGreaterThan(30);
        assertThat(findings(A.rule("orders > 5", FULL_PRICE), A.rule("orders < 3", COUPON)))
                .isEmpty();
    }

    @Test
    void a_table_that_leaves_customers_out_between_its_rows_has_a_gap() {
        Finding finding = only(
                A.rule("stage == \"ACTIVE\", recency >= 0, recency < 30", MESSAGE),
                A.rule("stage == \"ACTIVE\", recency >= 45, recency < 60", COUPON));
        assertThat(finding.flaw()).isEqualTo(Flaw.GAP);
        assertThat(finding.message().en()).contains("recency >= 30, recency < 45");
        assertThat(finding.example().recency()).isBetween(30.0, 45.0);
    }

    @Test
    void a_grid_of_two_numbers_is_seen_as_a_table() {
        List<String> rows = new ArrayList<>();
        for (String orders : List.of("orders >= 1, orders < 5", "orders >= 5, orders < 20")) {
            rows.add(A.rule(orders + ", valueRank < 0.5", MESSAGE));
            rows.add(A.rule(orders + ", valueRank >= 0.5", COUPON));
        }
        assertThat(findings(rows.toArray(String[]::new))).isEmpty();
        rows.remove(1);
        Finding finding = only(rows.toArray(String[]::new));
        assertThat(finding.flaw()).isEqualTo(Flaw.GAP);
        assertThat(finding.example().orders()).isLessThan(5);
        assertThat(finding.example().valueRank()).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void alternatives_that_multiply_are_left_and_told_as_left() {
        String many = IntStream.range(0, 12)
                .mapToObj(i -> "(recency > " + i + " || spend > " + i + " || orders > " + i + ")")
                .collect(Collectors.joining(", "));
        Analysis analysis = Analysis.of(List.of(A.source(A.rule(many, MESSAGE))));
        assertThat(analysis.complete()).isFalse();
        assertThat(analysis.findings()).isEmpty();
    }

    @Test
    void what_is_found_is_what_trying_every_customer_finds() {
        Random random = new Random(7);
        int unreachable = 0;
        int within = 0;
        List<Map<String, Object>> everybody = everybody();
        for (int trial = 0; trial < 400; trial++) {
            List<Sentence> pair =
                    sentences(A.rule(condition(random, 2), MESSAGE), A.rule(condition(random, 2), MESSAGE));
            List<Finding> found = new Analyst(pair).analysis().findings();
            List<Boolean> one =
                    everybody.stream().map(all -> holds(pair.get(0), all)).toList();
            List<Boolean> two =
                    everybody.stream().map(all -> holds(pair.get(1), all)).toList();
            boolean oneEver = one.contains(true);
            boolean twoEver = two.contains(true);
            assertThat(never(found, "TE-01")).isEqualTo(!oneEver);
            assertThat(never(found, "TE-02")).isEqualTo(!twoEver);
            boolean oneWithin = oneEver && IntStream.range(0, one.size()).noneMatch(i -> one.get(i) && !two.get(i));
            boolean twoWithin = twoEver && IntStream.range(0, two.size()).noneMatch(i -> two.get(i) && !one.get(i));
            assertThat(found.stream().anyMatch(finding -> finding.flaw() == Flaw.DUPLICATE))
                    .as("%s", pair)
                    .isEqualTo(oneWithin && twoWithin);
            assertThat(with(found, Flaw.SHADOWED, "TE-01")).isEqualTo(oneWithin && !twoWithin);
            assertThat(with(found, Flaw.SHADOWED, "TE-02")).isEqualTo(twoWithin && !oneWithin);
            found.stream()
                    .filter(finding -> finding.flaw() != Flaw.UNREACHABLE && finding.flaw() != Flaw.GAP)
                    .forEach(finding -> assertThat(pair)
                            .allMatch(sentence -> Truth.of(sentence.when()).of(finding.example())));
            unreachable += oneEver && twoEver ? 0 : 1;
            within += oneWithin || twoWithin ? 1 : 0;
        }
        assertThat(unreachable).isPositive();
        assertThat(within).isGreaterThan(5);
    }

    private static boolean never(List<Finding> found, String code) {
        return found.stream().anyMatch(finding -> finding.message().en().startsWith(code + " never fires"));
    }

    private static boolean with(List<Finding> found, Flaw flaw, String code) {
        return found.stream()
                .anyMatch(finding ->
                        finding.flaw() == flaw && finding.rules().get(0).code().equals(code));
    }

    private static boolean holds(Sentence sentence, Map<String, Object> known) {
        return Truth.holds(sentence.when(), known);
    }

    /** Whole numbers up to well over what a rule names, or unknown. */
    private static List<Map<String, Object>> everybody() {
        List<Integer> unknownOrNumber =
                IntStream.rangeClosed(-1, HIGHEST).boxed().toList();
        List<Map<String, Object>> everybody = new ArrayList<>();
        for (int orders = 0; orders <= HIGHEST; orders++) {
            for (int visits : unknownOrNumber) {
                for (int bad : unknownOrNumber) {
                    Map<String, Object> known = new HashMap<>(Map.of("orders", orders));
                    if (visits >= 0) {
                        known.put("visits30", visits);
                    }
                    if (bad >= 0) {
                        known.put("badCases", bad);
                    }
                    everybody.add(known);
                }
            }
        }
        return everybody;
    }

    private static String condition(Random random, int depth) {
        if (depth > 0 && random.nextInt(5) < 3) {
            String joint = random.nextBoolean() ? " || " : " && ";
            return "(" + condition(random, depth - 1) + joint + condition(random, depth - 1) + ")";
        }
        List<String> names = List.of("orders", "visits30", "badCases");
        String name = names.get(random.nextInt(3));
        if (name.equals("visits30") && random.nextInt(4) == 0) {
            return "visits30 " + (random.nextBoolean() ? "==" : "!=") + " null";
        }
        String sign = List.of("==", "!=", "<", "<=", ">", ">=").get(random.nextInt(6));
        boolean other = random.nextInt(4) == 0;
        return name + " " + sign + " " + (other ? names.get(random.nextInt(3)) : String.valueOf(1 + random.nextInt(3)));
    }

    private static Finding only(String... rules) {
        List<Finding> findings = findings(rules);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message().zh()).containsPattern("\\p{IsHan}");
        return findings.get(0);
    }

    private static List<Finding> findings(String... rules) {
        Analysis analysis = Analysis.of(List.of(book(rules)));
        assertThat(analysis.complete()).isTrue();
        return analysis.findings();
    }

    private static List<Sentence> sentences(String... rules) {
        return RuleGuard.understand(List.of(book(rules))).sentences();
    }

    /** The rules with codes of their own, one a line. */
    private static RuleSource book(String... rules) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rules.length; i++) {
            text.append(rules[i].replace("TE-01", "TE-0" + (i + 1)));
        }
        return A.source(text.toString());
    }
}
