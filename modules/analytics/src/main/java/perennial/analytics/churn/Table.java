package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * Customers as a file has them: a row each, with a cell of text for every column.
 *
 * @param columns their names, each once
 */
public record Table(List<String> columns, List<List<String>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new InvalidInputException(
                        "row",
                        row.size() + " / " + columns.size(),
                        new Words("it has not a cell for every column", "该行的单元格数与列数不符"),
                        new Words("give every row all columns", "请让每行都有全部列"));
            }
        }
    }

    /** Under the names of a header: blanks around them don't count, one without a name is told by its place, a second one of a name by its number. */
    public static Table under(List<String> header, List<List<String>> rows) {
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = Cells.stripped(header.get(i));
            String first = name.isEmpty() ? "column " + (i + 1) : name;
            String own = first;
            for (int n = 2; !taken.add(own); n++) {
                own = first + " (" + n + ")";
            }
            names.add(own);
        }
        return new Table(names, rows);
    }

    List<String> cells(String column) {
        int place = columns.indexOf(column);
        return rows.stream().map(row -> Cells.stripped(row.get(place))).toList();
    }

    /** The column called so, or, where only one is, called so but for capitals and what stands between words. */
    String columnCalled(String field, String name) {
        if (columns.contains(Cells.stripped(name))) {
            return Cells.stripped(name);
        }
        List<String> alike = columns.stream()
                .filter(column -> letters(column).equals(letters(name)))
                .toList();
        if (alike.size() == 1 && !letters(name).isEmpty()) {
            return alike.get(0);
        }
        throw new InvalidInputException(
                field,
                name,
                new Words("the file has no such column", "文件中没有这一列"),
                new Words("name one of: " + String.join(", ", columns), "请给出其中之一：" + String.join("、", columns)));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.\\-]+", "");
    }
}
