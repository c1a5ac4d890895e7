package perennial.analytics.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * How values become comparable before customers are clustered, as learnt from one base and applied to any row after it.
 * For each column, in this order: its shape is made even where it is skewed (log1p), values that are not known take the
 * median of the known ones, the outermost values count as the limit next to them, and what is left is standardised to
 * mean 0 and standard deviation 1. Columns that can't tell customers apart are left out, with the reason.
 *
 * @param columns the columns that are used, in the order of the prepared coordinates
 * @param dropped the columns that are left out
 */
public record Preparation(List<Column> columns, List<Dropped> dropped) {
    public Preparation {
        columns = List.copyOf(columns);
        dropped = List.copyOf(dropped);
    }

    /**
     * What was learnt of a column. Median, limits, mean and deviation are on the scale that is clustered: of log1p of
     * the values where {@code log} is set. A column without limits has the largest double as its limits.
     *
     * @param skewness of the known values as given, the third standardised moment
     * @param median what stands in for a value that is not known
     * @param low values below count as this one
     * @param high values above count as this one
     * @param mean subtracted by the standardisation
     * @param deviation divided by in the standardisation
     * @param filled rows whose value was not known
     * @param limited rows whose value lay outside the limits
     */
    public record Column(
            String name,
            boolean log,
            double skewness,
            double median,
            double low,
            double high,
            double mean,
            double deviation,
            int filled,
            int limited) {

        /** The standardised coordinate of a value as given; NaN counts as the median. */
        double standardised(double value) {
            double scaled = Double.isNaN(value) ? median : log ? Math.log1p(Math.max(value, 0)) : value;
            return (Math.min(Math.max(scaled, low), high) - mean) / deviation;
        }

        /** The value, in the column's own unit, that has a standardised coordinate. */
        public double original(double standardised) {
            double scaled = standardised * deviation + mean;
            return log ? Math.expm1(scaled) : scaled;
        }
    }

    /** A column that is left out, and why. */
    public record Dropped(String name, Reason reason) {
        public enum Reason {
            /** Too few of its values are known. */
            MOSTLY_UNKNOWN,
            /** It holds the same value for everybody, or for all but the outermost. */
            CONSTANT
        }
    }

    /**
     * The rules by which a base is prepared.
     *
     * @param skewness columns without negative values that are more skewed than this are put on a log1p scale
     * @param tail the share of the outermost values at either end that counts as the value next to them; in whole
     *     rows, rounded
     * @param reach values further from the mean than so many standard deviations count as lying there
     * @param leastKnown columns with a smaller share of known values are left out
     * @param standardise whether columns are brought to mean 0 and deviation 1
     */
    public record Rules(double skewness, double tail, double reach, double leastKnown, boolean standardise) {
        public Rules {
            require(skewness >= 0, "skewness", skewness, "must be at least 0", "give a limit such as 1");
            require(
                    tail >= 0 && tail < 0.5,
                    "tail",
                    tail,
                    "must be at least 0 and below 0.5",
                    "give a share such as 0.01");
            require(reach >= 1, "reach", reach, "must be at least 1", "give a number of deviations such as 3");
            require(
                    leastKnown > 0 && leastKnown <= 1,
                    "leastKnown",
                    leastKnown,
                    "must be above 0 and at most 1",
                    "give a share such as 0.5");
        }

        /** Skewness limit 1, tails of 1 % at either end, a reach of 3 deviations, at least half of the values known. */
        public static Rules usual() {
            return new Rules(1, 0.01, 3, 0.5, true);
        }

        /** Columns as they are given: only gaps are filled and constant columns left out. */
        public static Rules raw() {
            return new Rules(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, 0.5, false);
        }

        private static void require(boolean holds, String field, double value, String reason, String fix) {
            if (!holds) {
                throw new InvalidInputException(field, value, reason, fix);
            }
        }
    }

    /** Learns a preparation from a base. A base in which no column tells customers apart is refused. */
    public static Preparation fit(Matrix base, Rules rules) {
        List<Column> columns = new ArrayList<>();
        List<Dropped> dropped = new ArrayList<>();
        for (String name : base.columns()) {
            ColumnShape shape = ColumnShape.of(base.column(name));
            Optional<Column> column = shape.mostlyKnown(rules) ? shape.column(name, rules) : Optional.empty();
            column.ifPresentOrElse(
                    columns::add,
                    () -> dropped.add(new Dropped(
                            name, shape.mostlyKnown(rules) ? Dropped.Reason.CONSTANT : Dropped.Reason.MOSTLY_UNKNOWN)));
        }
        if (columns.isEmpty()) {
            throw new InvalidInputException(
                    "columns",
                    base.columns(),
                    new Words("none of them tells customers apart", "没有一列能区分客户"),
                    new Words(
                            "choose a column that is known for most customers and differs between them",
                            "请选择大多数客户已知且互不相同的列"));
        }
        return new Preparation(columns, dropped);
    }

    /** The standardised coordinates of every row, row after row, in the order of {@link #columns()}. */
    public double[] apply(Matrix matrix) {
        int[] from = columns.stream()
                .mapToInt(column -> matrix.indexOf(column.name()))
                .toArray();
        double[] points = new double[matrix.rows() * from.length];
        for (int j = 0; j < from.length; j++) {
            Column column = columns.get(j);
            for (int row = 0; row < matrix.rows(); row++) {
                points[row * from.length + j] = column.standardised(matrix.get(row, from[j]));
            }
        }
        return points;
    }
}
