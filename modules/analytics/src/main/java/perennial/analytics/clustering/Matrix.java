package perennial.analytics.clustering;

import java.util.HashSet;
import java.util.List;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.kernel.InvalidInputException;

/** Rows of customers and named columns, in one flat array, row after row; NaN is a value that is not known. */
public final class Matrix {
    private final List<String> columns;
    private final double[] values;

    private Matrix(List<String> columns, double[] values) {
        this.columns = columns;
        this.values = values;
    }

    /**
     * Takes the array over without copying it.
     *
     * @param values the value of row i and column j at i * columns + j; infinite values are refused
     */
    public static Matrix of(List<String> columns, double[] values) {
        if (columns.isEmpty() || new HashSet<>(columns).size() < columns.size()) {
            throw new InvalidInputException(
                    "columns", columns, "there must be columns, each with a name of its own", "name each column once");
        }
        if (values.length % columns.size() != 0) {
            throw new InvalidInputException(
                    "values",
                    values.length,
                    "rows of " + columns.size() + " columns can't fill it evenly",
                    "give every row a value in every column, NaN where it is not known");
        }
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new InvalidInputException(
                        columns.get(i % columns.size()),
                        values[i],
                        "row " + (i / columns.size() + 1) + " holds an infinite value",
                        "give a number, or NaN where it is not known");
            }
        }
        return new Matrix(List.copyOf(columns), values);
    }

    /** A row for each customer, in their order, and a column for each chosen feature, named by its label. */
    public static Matrix of(List<Features> customers, List<Feature> chosen) {
        double[] values = new double[customers.size() * chosen.size()];
        int next = 0;
        for (Features customer : customers) {
            for (Feature feature : chosen) {
                values[next++] = customer.orElse(feature, Double.NaN);
            }
        }
        return of(chosen.stream().map(Feature::label).toList(), values);
    }

    public List<String> columns() {
        return columns;
    }

    public int rows() {
        return values.length / columns.size();
    }

    public double get(int row, int column) {
        return values[row * columns.size() + column];
    }

    /** A copy of one column. */
    public double[] column(String name) {
        int column = indexOf(name);
        double[] copy = new double[rows()];
        for (int row = 0; row < copy.length; row++) {
            copy[row] = get(row, column);
        }
        return copy;
    }

    /** Where a column stands; an unknown name is refused. */
    int indexOf(String name) {
        int column = columns.indexOf(name);
        if (column < 0) {
            throw new InvalidInputException(
                    "columns",
                    columns,
                    "the column " + name + " is missing",
                    "give every column that the fit was given");
        }
        return column;
    }
}
