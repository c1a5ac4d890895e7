package perennial.analytics.btyd;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import perennial.kernel.InvalidInputException;

/**
 * What is known of customers beside their purchases and does not change, a column per trait and a row per customer, in
 * the order of their {@link PurchaseSummaries}: the channel that brought them (1 or 0), the logarithm of their first
 * spend, ... Take them near 0, such as less their mean: the model's own parameters are those of a customer with zeros.
 */
public final class Traits {
    private final List<String> names;
    private final double[][] columns;

    private Traits(List<String> names, double[][] columns) {
        this.names = names;
        this.columns = columns;
    }

    /**
     * A column per name.
     *
     * @throws InvalidInputException where lengths differ, a name comes twice, or a column is not of numbers or is the same
     *     for all customers: its effect could not be told from the model's own parameters
     */
    public static Traits of(List<String> names, double[]... columns) {
        if (columns.length != names.size() || names.isEmpty() || new HashSet<>(names).size() != names.size()) {
            throw new InvalidInputException(
                    "traits", names, "traits need a name of their own and a column each", "name each column once");
        }
        for (int c = 0; c < columns.length; c++) {
            check(names.get(c), columns[c], columns[0].length);
        }
        return new Traits(
                List.copyOf(names), Arrays.stream(columns).map(double[]::clone).toArray(double[][]::new));
    }

    private static void check(String name, double[] column, int rows) {
        if (column.length != rows) {
            throw new InvalidInputException(
                    name, column.length, "columns differ in length", "give as many values as the first has: " + rows);
        }
        if (!Arrays.stream(column).allMatch(Double::isFinite)) {
            throw new InvalidInputException(name, "no number", "a trait is a number", "fill or leave out the trait");
        }
        if (Arrays.stream(column).distinct().limit(2).count() < 2) {
            throw new InvalidInputException(
                    name, "one value", "a trait that all customers share explains nothing", "leave out the trait");
        }
    }

    public List<String> names() {
        return names;
    }

    int rows() {
        return columns[0].length;
    }

    double[][] columns() {
        return columns;
    }

    /** The largest size of each trait. */
    double[] sizes() {
        return Arrays.stream(columns)
                .mapToDouble(
                        column -> Arrays.stream(column).map(Math::abs).max().orElse(1))
                .toArray();
    }
}
