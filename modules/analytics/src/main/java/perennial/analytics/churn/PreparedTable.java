package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * A table made ready for models: divided into the training and the test part, its columns encoded as the training part
 * teaches.
 *
 * @param columns all but the target, in the order of the table
 */
record PreparedTable(
        ChurnTarget target, List<ReadColumn> columns, Encoding encoding, Observations training, Observations test) {
    private static final int LEAST_ROWS = 50;
    private static final int LEAST_OF_EACH = 10;
    private static final int LEAST_TESTED = 2;

    /** @throws InvalidInputException where the table can't be learned from */
    static PreparedTable of(Table table, ChurnStudy.Settings settings) {
        ChurnTarget target = ChurnTarget.of(table, settings.target());
        List<String> cells = table.cells(target.column());
        int[] known = IntStream.range(0, cells.size())
                .filter(row -> Cells.isKnown(cells.get(row)))
                .toArray();
        boolean[] outcomes = new boolean[known.length];
        for (int i = 0; i < known.length; i++) {
            outcomes[i] = target.isLeft(cells.get(known[i]));
        }
        Set<String> asked = asked(table, target, settings.features());
        boolean[] isTest = test(outcomes, settings);
        int[] training = Parts.where(isTest, false);
        List<ReadColumn> columns = Leaks.without(columns(table, target, asked, known), outcomes, training, asked);
        Encoding encoding = Encoding.fit(used(columns), training);
        return new PreparedTable(
                target,
                columns,
                encoding,
                encoding.observations(training, outcomes),
                encoding.observations(Parts.where(isTest, true), outcomes));
    }

    private static List<ReadColumn> used(List<ReadColumn> columns) {
        List<ReadColumn> used = columns.stream().filter(ReadColumn::isUsed).toList();
        if (used.isEmpty()) {
            throw new InvalidInputException(
                    "features",
                    String.join(", ", columns.stream().map(ReadColumn::name).toList()),
                    new Words(
                            "no column is left to learn from: there is none, or all are blank, constant or ids",
                            "没有可供学习的列：没有其他列，或全为空、恒定或编号"),
                    new Words("give columns that tell customers apart", "请给出能区分客户的列"));
        }
        return used;
    }

    private static Set<String> asked(Table table, ChurnTarget target, List<String> features) {
        Set<String> asked = new HashSet<>();
        for (String feature : features) {
            String column = table.columnCalled("features", feature);
            if (column.equals(target.column())) {
                throw new InvalidInputException(
                        "features",
                        feature,
                        new Words("it is the target itself", "它就是目标列"),
                        new Words("name other columns", "请给出其他列"));
            }
            asked.add(column);
        }
        return asked;
    }

    private static List<ReadColumn> columns(Table table, ChurnTarget target, Set<String> asked, int[] known) {
        List<ReadColumn> columns = new ArrayList<>();
        for (String column : table.columns()) {
            if (!column.equals(target.column()) && (asked.isEmpty() || asked.contains(column))) {
                List<String> cells = table.cells(column);
                columns.add(ReadColumn.of(
                        column, IntStream.of(known).mapToObj(cells::get).toList()));
            }
        }
        return columns;
    }

    /** Which of the known rows are in the test part. */
    private static boolean[] test(boolean[] outcomes, ChurnStudy.Settings settings) {
        int left = 0;
        for (boolean outcome : outcomes) {
            left += outcome ? 1 : 0;
        }
        int fewer = Math.min(left, outcomes.length - left);
        if (outcomes.length < LEAST_ROWS || fewer < LEAST_OF_EACH) {
            throw tooFew(outcomes.length, left);
        }
        if (Math.round(settings.test() * fewer) < LEAST_TESTED) {
            throw new InvalidInputException(
                    "test",
                    settings.test(),
                    new Words(
                            "of the " + fewer + " customers of the rarer kind, fewer than two would be tested",
                            "较少的一类共 " + fewer + " 位客户，测试部分将不足两位"),
                    new Words("give a larger share, or more customers", "请给出更大的占比或更多客户"));
        }
        return Parts.share(outcomes, settings.test(), settings.seed());
    }

    private static InvalidInputException tooFew(int rows, int left) {
        return new InvalidInputException(
                "rows",
                rows + " (" + left + " / " + (rows - left) + ")",
                new Words("there are too few customers to learn from and to judge by", "客户太少，不足以学习和评判"),
                new Words(
                        "give at least " + LEAST_ROWS + " customers, " + LEAST_OF_EACH
                                + " who left and as many who stayed",
                        "请给出至少 " + LEAST_ROWS + " 位客户，其中流失与未流失各不少于 " + LEAST_OF_EACH + " 位"));
    }
}
