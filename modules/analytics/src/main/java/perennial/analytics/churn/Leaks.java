package perennial.analytics.churn;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import perennial.analytics.evaluation.Auc;
import perennial.kernel.Words;

/** Columns that can not have been known before the outcome was: they say it, in other words. */
final class Leaks {
    private static final double CERTAIN = 0.995;
    private static final double NUMBERING = 0.9;

    private Leaks() {}

    /**
     * The columns, without those that repeat the outcome; of what is asked for by name, and of numbers that could be a
     * very good sign, that is only noted.
     *
     * @param asked names of columns that are kept
     */
    static List<ReadColumn> without(List<ReadColumn> columns, boolean[] outcomes, int[] training, Set<String> asked) {
        List<ReadColumn> judged = columns.stream()
                .map(column -> column.isUsed() ? judged(column, outcomes, training, asked) : column)
                .toList();
        return judged.stream().anyMatch(ReadColumn::isUsed) ? judged : columns;
    }

    private static ReadColumn judged(ReadColumn column, boolean[] outcomes, int[] training, Set<String> asked) {
        double gaps = auc(training, outcomes, row -> column.isKnown(row) ? 1 : 0);
        double alone = Math.max(
                gaps, column.isCategory() ? byLevel(column, outcomes, training) : byValue(column, outcomes, training));
        if (alone < CERTAIN) {
            return column;
        }
        String figure = String.format(Locale.ROOT, "%.3f", alone);
        boolean isCopy = gaps >= CERTAIN || column.isCategory() || distinct(column) <= 2 || isNumbering(column);
        if (isCopy && !asked.contains(column.name())) {
            return column.without(new Words(
                    "it says the outcome by itself (AUC " + figure
                            + "), so it was written down after it; name it in --features to use it all the same",
                    "它本身就说出了结果（AUC " + figure + "），应是事后填写的；若仍要使用，请在 --features 中写明"));
        }
        return column.noted(new Words(
                "it says the outcome nearly by itself (AUC " + figure
                        + "): make sure that it is known before customers leave",
                "它几乎本身就说出了结果（AUC " + figure + "）：请确认它在客户流失之前就已知"));
    }

    private static long distinct(ReadColumn column) {
        return column.cells().stream().filter(Cells::isKnown).distinct().count();
    }

    /** Whole numbers of which hardly one comes twice: given one after the other rather than measured. */
    private static boolean isNumbering(ReadColumn column) {
        return Arrays.stream(column.values()).allMatch(value -> Double.isNaN(value) || value == Math.rint(value))
                && distinct(column) >= NUMBERING * column.cells().size();
    }

    private interface Score {
        double of(int row);
    }

    private static double byValue(ReadColumn column, boolean[] outcomes, int[] training) {
        int[] known = Arrays.stream(training).filter(column::isKnown).toArray();
        return auc(known, outcomes, row -> column.values()[row]);
    }

    /** By the share of the outcome in each level; a level of few rows says little and counts as the others. */
    private static double byLevel(ReadColumn column, boolean[] outcomes, int[] training) {
        Set<String> frequent =
                Level.of(column, training).stream().map(Level::key).collect(Collectors.toSet());
        Map<String, int[]> counts = new HashMap<>();
        for (int row : training) {
            int[] count = counts.computeIfAbsent(level(column, row, frequent), none -> new int[2]);
            count[outcomes[row] ? 1 : 0]++;
        }
        return auc(training, outcomes, row -> {
            int[] count = counts.getOrDefault(level(column, row, frequent), new int[2]);
            return (double) count[1] / (count[0] + count[1]);
        });
    }

    private static String level(ReadColumn column, int row, Set<String> frequent) {
        String key = Level.key(column.cells().get(row));
        return frequent.contains(key) ? key : Level.OTHER.key();
    }

    /** In whichever direction it is better; one half where only one outcome occurs. */
    private static double auc(int[] rows, boolean[] outcomes, Score score) {
        double[] scores = new double[rows.length];
        boolean[] chosen = new boolean[rows.length];
        int positives = 0;
        for (int i = 0; i < rows.length; i++) {
            scores[i] = score.of(rows[i]);
            chosen[i] = outcomes[rows[i]];
            positives += chosen[i] ? 1 : 0;
        }
        if (positives == 0 || positives == rows.length) {
            return 0.5;
        }
        double auc = Auc.of(scores, chosen).value();
        return Math.max(auc, 1 - auc);
    }
}
