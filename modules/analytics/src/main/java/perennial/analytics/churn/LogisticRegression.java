package perennial.analytics.churn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import perennial.kernel.InvalidInputException;

/**
 * Logistic regression with an L2 penalty on standardised columns. A skewed column enters by its signed logarithm. What
 * is not known takes the column's median, and a second column that says so, where that happened in training. A weight
 * keeps to its column's direction. The score is a sum that anyone can check: the base is the log-odds of the average customer, each part how far a customer's value
 * moves it.
 */
final class LogisticRegression implements AdditiveClassifier {
    private final Term[] terms;
    private final double intercept;

    private LogisticRegression(Term[] terms, double intercept) {
        this.terms = terms;
        this.intercept = intercept;
    }

    /**
     * One column: standardised value and, where training had gaps, standardised indicator of a gap, with their weights.
     */
    private record Term(
            boolean skewed,
            double median,
            double mean,
            double scale,
            double weight,
            double gapMean,
            double gapScale,
            double gapWeight) {
        static Term of(Column column, double[] values) {
            double[] known = Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .map(value -> column.skewed() ? log(value) : value)
                    .sorted()
                    .toArray();
            double median = known.length == 0 ? 0 : Observations.median(known);
            Term unscaled = new Term(column.skewed(), median, 0, 1, 0, 0, 1, 0);
            double[] filled = Arrays.stream(values).map(unscaled::value).toArray();
            double[] gaps = Arrays.stream(values)
                    .map(value -> Double.isNaN(value) ? 1 : 0)
                    .toArray();
            double mean = mean(filled);
            double gapMean = mean(gaps);
            return new Term(column.skewed(), median, mean, scale(filled, mean), 0, gapMean, scale(gaps, gapMean), 0);
        }

        Term weighted(double weight, double gapWeight) {
            return new Term(skewed, median, mean, scale, weight, gapMean, gapScale, gapWeight);
        }

        double value(double raw) {
            double known = Double.isNaN(raw) ? median : skewed ? log(raw) : raw;
            return (known - mean) / scale;
        }

        double gap(double raw) {
            return ((Double.isNaN(raw) ? 1 : 0) - gapMean) / gapScale;
        }

        double part(double raw) {
            return weight * value(raw) + gapWeight * gap(raw);
        }

        private static double log(double value) {
            return Math.copySign(Math.log1p(Math.abs(value)), value);
        }

        private static double mean(double[] values) {
            return Arrays.stream(values).sum() / values.length;
        }

        /** The standard deviation; a constant column keeps its unit, and gets no weight for want of variation. */
        private static double scale(double[] values, double mean) {
            double squares = 0;
            for (double value : values) {
                squares += (value - mean) * (value - mean);
            }
            double deviation = Math.sqrt(squares / values.length);
            return deviation > 1e-12 * (1 + Math.abs(mean)) ? deviation : 1;
        }
    }

    /** @param penalty of the squared coefficients, at least 0; 1 is the usual one */
    static LogisticRegression fit(Observations data, double penalty) {
        if (!(penalty >= 0)) {
            throw new InvalidInputException("penalty", penalty, "it is at least 0", "give 1, for example");
        }
        List<Column> columns = data.columns();
        Term[] terms = new Term[columns.size()];
        for (int j = 0; j < terms.length; j++) {
            int column = j;
            double[] values =
                    Arrays.stream(data.rows()).mapToDouble(row -> row[column]).toArray();
            terms[j] = Term.of(columns.get(j), values);
        }
        double[] coefficients =
                NewtonLogit.fit(design(terms, data.rows()), data.outcomes(), directions(terms, columns), penalty);
        int next = 0;
        for (int j = 0; j < terms.length; j++) {
            double weight = coefficients[next++];
            terms[j] = terms[j].weighted(weight, hasGaps(terms[j]) ? coefficients[next++] : 0);
        }
        return new LogisticRegression(terms, coefficients[next]);
    }

    /** Of the columns of the design; that something is unknown may speak for either. */
    private static Column.Direction[] directions(Term[] terms, List<Column> columns) {
        List<Column.Direction> directions = new ArrayList<>();
        for (int j = 0; j < terms.length; j++) {
            directions.add(columns.get(j).direction());
            if (hasGaps(terms[j])) {
                directions.add(Column.Direction.EITHER);
            }
        }
        return directions.toArray(Column.Direction[]::new);
    }

    private static boolean hasGaps(Term term) {
        return term.gapMean > 0 && term.gapMean < 1;
    }

    private static double[][] design(Term[] terms, double[][] rows) {
        int width = terms.length
                + (int) Arrays.stream(terms).filter(LogisticRegression::hasGaps).count();
        double[][] design = new double[rows.length][width];
        for (int i = 0; i < rows.length; i++) {
            int next = 0;
            for (int j = 0; j < terms.length; j++) {
                design[i][next++] = terms[j].value(rows[i][j]);
                if (hasGaps(terms[j])) {
                    design[i][next++] = terms[j].gap(rows[i][j]);
                }
            }
        }
        return design;
    }

    @Override
    public double[] scores(double[][] rows) {
        return Arrays.stream(contributions(rows))
                .mapToDouble(parts -> {
                    double sum = 0;
                    for (double part : parts) {
                        sum += part;
                    }
                    return sum;
                })
                .toArray();
    }

    @Override
    public double[][] contributions(double[][] rows) {
        double[][] all = new double[rows.length][terms.length + 1];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < terms.length; j++) {
                all[i][j] = terms[j].part(rows[i][j]);
            }
            all[i][terms.length] = intercept;
        }
        return all;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(terms.length);
        for (Term term : terms) {
            out.writeBoolean(term.skewed);
            for (double number : new double[] {
                term.median, term.mean, term.scale, term.weight, term.gapMean, term.gapScale, term.gapWeight
            }) {
                out.writeDouble(number);
            }
        }
        out.writeDouble(intercept);
    }

    static LogisticRegression read(DataInput in) throws IOException {
        Term[] terms = new Term[in.readInt()];
        for (int j = 0; j < terms.length; j++) {
            terms[j] = new Term(
                    in.readBoolean(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble());
        }
        return new LogisticRegression(terms, in.readDouble());
    }
}
