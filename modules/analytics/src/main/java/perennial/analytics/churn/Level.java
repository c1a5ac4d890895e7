package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A value of a category as it is told apart and as it is shown: capitals make no difference. */
record Level(String key, String shown) {
    /** That nothing is known is a level as well, and so are all the rare ones together. */
    static final Level UNKNOWN = new Level("", "?");

    static final Level OTHER = new Level("\u0000", "...");

    private static final int MOST = 30;
    private static final double RARE = 0.01;
    private static final int LEAST = 5;

    static String key(String cell) {
        return Cells.isKnown(cell) ? cell.toLowerCase(Locale.ROOT) : UNKNOWN.key;
    }

    /** The levels in the rows, by their names; the rare ones, and those beyond the thirty most frequent, are others. */
    static List<Level> of(ReadColumn column, int[] rows) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (int row : rows) {
            String cell = column.cells().get(row);
            counts.merge(key(cell), 1, Integer::sum);
            names.putIfAbsent(key(cell), cell);
        }
        double least = Math.max(LEAST, RARE * rows.length);
        List<String> frequent = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .sorted(Comparator.naturalOrder())
                .toList();
        List<Level> levels = new ArrayList<>();
        for (String key : frequent) {
            levels.add(key.equals(UNKNOWN.key) ? UNKNOWN : new Level(key, names.getOrDefault(key, key)));
        }
        if (frequent.size() < counts.size()) {
            levels.add(OTHER);
        }
        return levels;
    }
}
