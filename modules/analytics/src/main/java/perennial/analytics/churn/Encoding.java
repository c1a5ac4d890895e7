package perennial.analytics.churn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the columns of a table become numbers, learned from the training rows alone: numbers and dates as they are, an
 * unknown one NaN; a category becomes a column of ones and noughts for every level, of two levels one for the second.
 */
final class Encoding {
    private static final double SKEWED = 2;

    private final List<Part> parts;
    private final List<Column> columns;

    private Encoding(List<Part> parts, List<Column> columns) {
        this.parts = parts;
        this.columns = columns;
    }

    /**
     * A column of the table, from a place on among the encoded.
     *
     * @param levels of a category; none of a number
     */
    record Part(ReadColumn source, List<Level> levels, int from) {
        int width() {
            return !source.isCategory() ? 1 : levels.size() == 2 ? 1 : levels.size();
        }

        private void encode(int row, double[] into) {
            if (!source.isCategory()) {
                into[from] = source.values()[row];
                return;
            }
            int level = level(row);
            if (levels.size() == 2) {
                into[from] = level;
            } else {
                into[from + level] = 1;
            }
        }

        /** One that training did not have is as a rare one, where there are such, or else as the first. */
        private int level(int row) {
            String key = Level.key(source.cells().get(row));
            int last = levels.size() - 1;
            for (int i = 0; i <= last; i++) {
                if (levels.get(i).key().equals(key)) {
                    return i;
                }
            }
            return levels.get(last).equals(Level.OTHER) ? last : 0;
        }
    }

    static Encoding fit(List<ReadColumn> sources, int[] training) {
        List<Part> parts = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (ReadColumn source : sources) {
            Part part = new Part(source, source.isCategory() ? Level.of(source, training) : List.of(), columns.size());
            if (source.isCategory()) {
                part.levels().stream()
                        .skip(part.levels().size() - part.width())
                        .forEach(level -> columns.add(Column.plain(source.name() + " = " + level.shown())));
            } else {
                columns.add(new Column(source.name(), isSkewed(source.values(), training), Column.Direction.EITHER));
            }
            parts.add(part);
        }
        return new Encoding(parts, columns);
    }

    /** Amounts, counts and times with a long tail, which a linear model may take by their logarithm. */
    private static boolean isSkewed(double[] values, int[] rows) {
        double[] known = Arrays.stream(rows)
                .mapToDouble(row -> values[row])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double mean = Arrays.stream(known).average().orElse(0);
        double squares = 0;
        double cubes = 0;
        for (double value : known) {
            squares += (value - mean) * (value - mean) / known.length;
            cubes += Math.pow(value - mean, 3) / known.length;
        }
        return Arrays.stream(known).allMatch(value -> value >= 0) && cubes > SKEWED * Math.pow(squares, 1.5);
    }

    List<Part> parts() {
        return parts;
    }

    List<Column> columns() {
        return columns;
    }

    Observations observations(int[] rows, boolean[] outcomes) {
        double[][] encoded = new double[rows.length][columns.size()];
        boolean[] chosen = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (Part part : parts) {
                part.encode(rows[i], encoded[i]);
            }
            chosen[i] = outcomes[rows[i]];
        }
        return new Observations(columns, encoded, chosen);
    }
}
