package perennial.ruleengine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table of prices or discounts: each filled cell is a rule for the customers of its row and its column. It stands for
 * rules and is nothing else; what is checked, shown and compiled is those.
 *
 * @param code the letters of its rules' codes
 * @param notes of all its rules, such as owner
 * @param call of the verb, with # where a cell's number goes
 * @param when bands that all its rules ask for
 */
record Grid(
        String code,
        String title,
        Map<String, String> notes,
        String call,
        List<Band> when,
        List<Band> columns,
        List<Row> rows) {
    static final String NUMBER = "#";
    static final String LINE = "\n";

    /** @param line of the table's file */
    record Row(int line, Band band, List<Cell> cells) {
        boolean fills(Band column) {
            return cells.stream().anyMatch(cell -> cell.column().equals(column));
        }
    }

    /**
     * @param condition as a rule says it; empty for everybody
     * @param written as the table says it
     * @param line of the table's file
     * @param parts the condition as the guard understands it
     */
    record Band(String attribute, String condition, String written, int line, List<Condition> parts) {
        boolean asks() {
            return !condition.isEmpty();
        }
    }

    /**
     * @param place of the cell in the table, from 1, whether those before it are filled or not
     * @param number a number, or the name of one
     */
    record Cell(int place, Band column, String number) {}

    /** The rules as somebody would write them. */
    String pretty() {
        return rules().map(rule -> rule.written(LINE)).collect(Collectors.joining(LINE + LINE, "", LINE));
    }

    /** The same rules, each on the line of the table that holds its cell, so that places in both are the same. */
    String aligned() {
        Map<Integer, List<CellRule>> byLine =
                rules().collect(Collectors.groupingBy(rule -> rule.row().line()));
        int last = byLine.keySet().stream().mapToInt(line -> line).max().orElse(0);
        return IntStream.rangeClosed(1, last)
                .mapToObj(line -> byLine.getOrDefault(line, List.of()).stream()
                        .map(rule -> rule.written(" "))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(LINE));
    }

    Stream<CellRule> rules() {
        return rows.stream().flatMap(row -> row.cells().stream().map(cell -> new CellRule(this, row, cell)));
    }
}
