package perennial.analytics.churn;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * The column of a table that says who left.
 *
 * @param left the value that says so
 * @param stayed the other value
 * @param unknown rows that say neither; they are left out
 */
public record ChurnTarget(String column, String left, String stayed, int unknown) {
    private static final Set<String> LEFT = Set.of(
            "1",
            "yes",
            "y",
            "true",
            "t",
            "churn",
            "churned",
            "left",
            "exited",
            "lost",
            "cancelled",
            "canceled",
            "inactive",
            "attrited",
            "attrited customer",
            "gone",
            "closed",
            "是",
            "流失",
            "已流失");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?");
    private static final int SHOWN = 5;

    /** @throws InvalidInputException unless the column is there and has exactly two values */
    static ChurnTarget of(Table table, String name) {
        String column = table.columnCalled("target", name);
        List<String> cells = table.cells(column);
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        cells.stream().filter(Cells::isKnown).forEach(cell -> {
            counts.merge(key(cell), 1, Integer::sum);
            names.putIfAbsent(key(cell), cell);
        });
        if (counts.size() != 2) {
            throw refused(column, counts, names);
        }
        String left = left(counts);
        String stayed = counts.keySet().stream()
                .filter(key -> !key.equals(left))
                .findFirst()
                .orElseThrow();
        int known = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new ChurnTarget(
                column, names.getOrDefault(left, left), names.getOrDefault(stayed, stayed), cells.size() - known);
    }

    /** The value that is a word for it; where none or both are, the rarer one. */
    private static String left(Map<String, Integer> counts) {
        List<String> words = counts.keySet().stream().filter(LEFT::contains).toList();
        return words.size() == 1
                ? words.get(0)
                : counts.entrySet().stream()
                        .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .orElseThrow();
    }

    private static InvalidInputException refused(
            String column, Map<String, Integer> counts, Map<String, String> names) {
        if (counts.isEmpty()) {
            return new InvalidInputException(
                    "target",
                    column,
                    new Words("the column is blank in every row", "该列每行都为空"),
                    new Words("name a column that says who left", "请给出说明谁已流失的列"));
        }
        if (counts.size() == 1) {
            return new InvalidInputException(
                    "target",
                    column,
                    new Words(
                            "everybody has the same value, " + names.values()
                                    + ": there is nobody to tell from the others",
                            "所有人的值都相同：" + names.values() + "，无从区分"),
                    new Words("give customers of both kinds", "请给出两类客户"));
        }
        String most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(entry -> names.get(entry.getKey()) + " × " + entry.getValue())
                .collect(Collectors.joining(", "));
        return new InvalidInputException(
                "target",
                column,
                new Words(
                        "it has " + counts.size() + " values, not two: " + most,
                        "它有 " + counts.size() + " 个值，而不是两个：" + most),
                new Words(
                        "name a column of two values, or turn these into two: left, and not",
                        "请给出只有两个值的列，或把这些值归为两类：流失与未流失"));
    }

    /** Capitals and a full stop make no difference, and neither does it how a number is written: 1, 1.0, 1.00. */
    private static String key(String cell) {
        String word = cell.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        return NUMBER.matcher(word).matches()
                ? new BigDecimal(word).stripTrailingZeros().toPlainString()
                : word;
    }

    boolean isLeft(String cell) {
        return key(cell).equals(key(left));
    }
}
