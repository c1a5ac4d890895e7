package perennial.analytics.churn;

import java.util.Arrays;
import java.util.List;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;

/** Rows of numbers by column with their outcomes; what is not known is NaN. */
final class Observations {
    private final List<Column> columns;
    private final double[][] rows;
    private final boolean[] outcomes;

    Observations(List<Column> columns, double[][] rows, boolean[] outcomes) {
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.outcomes = outcomes;
    }

    static Observations of(List<Feature> features, List<Example> examples) {
        double[][] rows = new double[examples.size()][];
        Arrays.setAll(rows, i -> row(features, examples.get(i).features()));
        return new Observations(features.stream().map(Factors::column).toList(), rows, outcomes(examples));
    }

    static double[] row(List<Feature> features, Features of) {
        return features.stream()
                .mapToDouble(feature -> of.orElse(feature, Double.NaN))
                .toArray();
    }

    static double[][] rows(List<Feature> features, List<Features> of) {
        double[][] rows = new double[of.size()][];
        Arrays.setAll(rows, i -> row(features, of.get(i)));
        return rows;
    }

    static boolean[] outcomes(List<Example> examples) {
        boolean[] outcomes = new boolean[examples.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = examples.get(i).churned();
        }
        return outcomes;
    }

    /** Some of the rows, in the order given. */
    Observations rows(int[] chosen) {
        boolean[] theirs = new boolean[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            theirs[i] = outcomes[chosen[i]];
        }
        return new Observations(
                columns, Arrays.stream(chosen).mapToObj(i -> rows[i]).toArray(double[][]::new), theirs);
    }

    /** The same rows with all columns as they are, none by its logarithm. */
    Observations plain() {
        return new Observations(
                columns.stream()
                        .map(column -> new Column(column.name(), false, column.direction()))
                        .toList(),
                rows,
                outcomes);
    }

    List<Column> columns() {
        return columns;
    }

    double[][] rows() {
        return rows;
    }

    boolean[] outcomes() {
        return outcomes;
    }

    int count() {
        return rows.length;
    }

    /** The known values of a column in ascending order. */
    double[] known(int column) {
        return Arrays.stream(rows)
                .mapToDouble(row -> row[column])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    /** The middle of ascending values: the mean of the two middle ones where their number is even. */
    static double median(double[] ascending) {
        int middle = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
    }
}
