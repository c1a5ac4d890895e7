package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.analytics.churn.ChurnStudy.Judged;
import perennial.kernel.InvalidInputException;

class ChurnStudyTest {
    private static final Table MESSY = Customers.messy(600, 1, 5);

    @Test
    void all_models_learn_and_the_best_is_judged_on_customers_that_none_has_seen() {
        List<String> told = new ArrayList<>();
        ChurnStudy study = ChurnStudy.of(
                MESSY, settings(Optional.empty()), InstantSource.system(), words -> told.add(words.english()));

        assertThat(study.models()).extracting(Judged::learner).containsExactlyInAnyOrder(Learner.values());
        assertThat(study.best().learner()).isEqualTo(study.chosen());
        assertThat(study.training().count() + study.test().count()).isEqualTo(600);
        assertThat(study.test().count()).isEqualTo(120);
        assertThat(study.best().quality().auc().value()).isGreaterThan(0.8);
        assertThat(study.best().importances().get(0).column()).isEqualTo("days silent");
        assertThat(told).contains("random forest", "support vector machine");
        assertThat(study.models().stream()
                        .filter(model -> model.learner() == Learner.TREE)
                        .findFirst()
                        .orElseThrow()
                        .tree())
                .isPresent();
    }

    @Test
    void columns_are_read_for_what_they_are_and_those_that_say_nothing_are_left_out_with_a_reason() {
        ChurnStudy study = study(MESSY, Learner.LOGISTIC);

        assertThat(study.columns())
                .extracting(Treatment::column, Treatment::kind)
                .containsExactly(
                        tuple("Customer ID", Treatment.Kind.LEFT_OUT),
                        tuple("days silent", Treatment.Kind.NUMBER),
                        tuple("plan", Treatment.Kind.CATEGORY),
                        tuple("last bill", Treatment.Kind.NUMBER),
                        tuple("joined", Treatment.Kind.DATE),
                        tuple("region", Treatment.Kind.LEFT_OUT));
        assertThat(study.columns().get(0).note().english()).contains("learn it by heart");
        assertThat(study.columns().get(1).unknown()).isPositive();
        assertThat(study.columns().get(5).note().chinese()).contains("相同");
        assertThat(study.target().left()).isEqualTo("churned");
    }

    @Test
    void a_word_among_many_numbers_stands_for_none_and_makes_no_text_of_them() {
        Table table = Customers.with(
                MESSY, "days since a complaint", (row, left) -> row % 3 == 0 ? "never" : Integer.toString(row % 97));
        table = Customers.with(table, "grade", (row, left) -> row % 3 == 0 ? "4+" : Integer.toString(row % 3));
        table = Customers.with(table, "rate", (row, left) -> row % 9 == 0 ? "-inf" : row % 9 + ".25");

        List<Treatment> read = study(table, Learner.LOGISTIC).columns();

        assertThat(read.subList(6, 9))
                .extracting(Treatment::kind, Treatment::unknown)
                .containsExactly(
                        tuple(Treatment.Kind.NUMBER, 200),
                        tuple(Treatment.Kind.CATEGORY, 0),
                        tuple(Treatment.Kind.NUMBER, 67));
        assertThat(read.get(6).note().english()).contains("200 cells");
    }

    @Test
    void a_target_is_read_whatever_its_capitals_and_its_decimals() {
        Table table = Customers.with(
                MESSY,
                "gone",
                (row, left) ->
                        row % 37 == 0 ? " " : (left ? "1" : "0") + (row % 2 == 0 ? ".0" : row % 3 == 0 ? ".00" : ""));

        ChurnTarget target = ChurnTarget.of(table, "gone");

        assertThat(Double.parseDouble(target.left())).isOne();
        assertThat(Double.parseDouble(target.stayed())).isZero();
        assertThat(target.unknown()).isEqualTo(17);
        assertThat(target.isLeft("1.000")).isTrue();
        assertThat(target.isLeft("10")).isFalse();
    }

    @Test
    void a_column_that_was_written_after_the_outcome_is_left_out_unless_it_is_asked_for() {
        Table leaky = Customers.with(MESSY, "reason of leaving", (row, left) -> left ? "price" + row % 3 : "");

        Treatment treated = last(study(leaky, Learner.LOGISTIC));
        assertThat(treated.isUsed()).isFalse();
        assertThat(treated.note().english()).contains("written down after it");

        ChurnStudy asked = ChurnStudy.of(
                leaky,
                new ChurnStudy.Settings(
                        "user status",
                        List.of("Reason_of_leaving"),
                        Optional.of(Learner.LOGISTIC),
                        0.2,
                        42,
                        Duration.ofSeconds(30)),
                InstantSource.system(),
                words -> {});
        assertThat(last(asked).isUsed()).isTrue();
        assertThat(last(asked).note().english()).contains("make sure");
    }

    @Test
    void an_id_that_leaks_is_left_out_whatever_it_is_called() {
        Table sorted =
                Customers.with(MESSY, "account", (row, left) -> Integer.toString((left ? 50_000 : 10_000) + row));
        Table hashed =
                Customers.with(MESSY, "account", (row, left) -> (left ? "x" : "y") + Integer.toHexString(row * 7919));

        assertThat(last(study(sorted, Learner.LOGISTIC)).note().english()).contains("AUC 1.000");
        assertThat(last(study(hashed, Learner.LOGISTIC)).isUsed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void where_the_columns_say_nothing_the_interval_of_the_auc_holds_one_half(long seed) {
        ChurnStudy study = study(Customers.messy(1_500, 0, seed), Learner.FOREST);

        assertThat(study.best().quality().auc().contains(0.5)).isTrue();
    }

    @Test
    void the_same_seed_gives_the_same_figures_to_the_bit() {
        for (Learner learner : List.of(Learner.FOREST, Learner.BOOSTED, Learner.SVM, Learner.TREE)) {
            assertThat(study(MESSY, learner).models())
                    .isEqualTo(study(MESSY, learner).models());
        }
    }

    @Test
    void what_the_test_part_holds_changes_no_model() {
        boolean[] isTest = Parts.share(left(MESSY), 0.2, 42);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < isTest.length; i++) {
            List<String> row = new ArrayList<>(MESSY.rows().get(i));
            if (isTest[i]) {
                row.set(1, Integer.toString(99 - i % 7));
            }
            rows.add(row);
        }

        ChurnStudy other = study(new Table(MESSY.columns(), rows), Learner.FOREST);

        assertThat(other.best().rehearsedAuc())
                .isEqualTo(study(MESSY, Learner.FOREST).best().rehearsedAuc());
    }

    @Test
    void a_forest_of_one_leaf_says_the_base_rate_and_unknown_values_are_scored() {
        Observations data = PreparedTable.of(MESSY, settings(Optional.empty())).training();
        Forest stump = Forest.single(data, 3, 240);
        double[] unknown = new double[data.columns().size()];
        Arrays.fill(unknown, Double.NaN);

        double share = 1 / (1 + Math.exp(-stump.scores(new double[][] {unknown})[0]));

        DecisionTree tree = stump.drawn();
        assertThat(tree.split()).isEmpty();
        assertThat(share).isCloseTo((tree.left() + 1.0) / (tree.count() + 2.0), within(1e-12));
    }

    @Test
    void a_tree_finds_the_threshold_of_a_hand_made_case_between_the_two_kinds() {
        double[][] rows = new double[40][1];
        boolean[] left = new boolean[40];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = i < 20 ? i : i + 10;
            left[i] = i >= 20;
        }
        DecisionTree tree = Forest.single(new Observations(List.of(Column.plain("silence")), rows, left), 3, 5)
                .drawn();

        DecisionTree.Split split = tree.split().orElseThrow();
        assertThat(split.column()).isEqualTo("silence");
        assertThat(split.threshold()).isEqualTo(24.5);
        assertThat(split.low()).isEqualTo(new DecisionTree(20, 0, Optional.empty()));
        assertThat(split.high()).isEqualTo(new DecisionTree(20, 20, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1",
                " 12.50 | 12.5",
                "$1,234.5 | 1234.5",
                "12 % | 12",
                "'1e3' | 1000",
                "-7 | -7",
                "(1,250.5) | -1250.5",
                "-$12 | -12",
                "$-12 | -12",
                "(12 | NaN",
                "1,23 | NaN",
                "Infinity | NaN",
                "12f | NaN",
                "1e400 | NaN",
                ". | NaN"
            })
    void a_cell_is_a_number_where_people_would_say_so(String cell, double number) {
        assertThat(Cells.withPoint(Cells.stripped(cell))).isEqualTo(Double.valueOf(number));
        assertThat(Cells.withComma("1.234,5")).isEqualTo(1234.5);
    }

    @Test
    void what_can_not_be_learned_from_is_refused_in_both_languages() {
        refused(MESSY, "status", "no such column", "没有这一列");
        refused(MESSY, "region", "same value", "值都相同");
        refused(MESSY, "days silent", "values, not two", "而不是两个");
        refused(new Table(MESSY.columns(), MESSY.rows().subList(0, 10)), "user status", "too few", "客户太少");
        refused(Customers.with(MESSY, "gone", (row, left) -> " "), "gone", "blank in every row", "每行都为空");
        refused(
                Customers.with(MESSY, "kind", (row, left) -> "abc".substring(row % 3, row % 3 + 1)),
                "kind",
                "3 values",
                "3 个值");
        assertThatThrownBy(() ->
                        new ChurnStudy.Settings("x", List.of(), Optional.empty(), Double.NaN, 1, Duration.ofSeconds(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("0.2");
    }

    private static void refused(Table table, String target, String english, String chinese) {
        assertThatThrownBy(() -> ChurnStudy.of(
                        table,
                        new ChurnStudy.Settings(
                                target, List.of(), Optional.of(Learner.LOGISTIC), 0.2, 1, Duration.ofSeconds(1)),
                        InstantSource.system(),
                        words -> {}))
                .isInstanceOfSatisfying(InvalidInputException.class, refusal -> {
                    assertThat(refusal.reason()).contains(english);
                    assertThat(refusal.reason(Locale.CHINESE)).contains(chinese);
                    assertThat(refusal.fix()).isNotBlank();
                });
    }

    private static boolean[] left(Table table) {
        boolean[] left = new boolean[table.rows().size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = table.rows().get(i).get(6).equals("churned");
        }
        return left;
    }

    private static Treatment last(ChurnStudy study) {
        return study.columns().get(study.columns().size() - 1);
    }

    private static ChurnStudy study(Table table, Learner learner) {
        return ChurnStudy.of(table, settings(Optional.of(learner)), InstantSource.system(), words -> {});
    }

    private static ChurnStudy.Settings settings(Optional<Learner> learner) {
        return new ChurnStudy.Settings("user status", List.of(), learner, 0.2, 42, Duration.ofMinutes(5));
    }
}
