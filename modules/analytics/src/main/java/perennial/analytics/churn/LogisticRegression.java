package perennial.analytics.churn;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
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

    /** A column with the weights of its value and, where training had gaps, of its being unknown. */
    private record Term(Standard standard, double weight, double gapWeight) {
        double part(double raw) {
            return weight * standard.value(raw) + gapWeight * standard.gap(raw);
        }
    }

    /** @param penalty of the squared coefficients, at least 0; 1 is the usual one */
    static LogisticRegression fit(Observations data, double penalty) {
        if (!(penalty >= 0)) {
            throw new InvalidInputException("penalty", penalty, "it is at least 0", "give 1, for example");
        }
        Design design = Design.of(data);
        double[] coefficients =
                NewtonLogit.fit(design.rows(data.rows()), data.outcomes(), design.directions(), penalty);
        Term[] terms = new Term[data.columns().size()];
        int next = 0;
        for (int j = 0; j < terms.length; j++) {
            Standard standard = design.standards().get(j);
            terms[j] = new Term(standard, coefficients[next++], standard.hasGaps() ? coefficients[next++] : 0);
        }
        return new LogisticRegression(terms, coefficients[next]);
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
            Standard standard = term.standard;
            out.writeBoolean(standard.skewed());
            for (double number : new double[] {
                standard.median(),
                standard.mean(),
                standard.scale(),
                term.weight,
                standard.gapMean(),
                standard.gapScale(),
                term.gapWeight
            }) {
                out.writeDouble(number);
            }
        }
        out.writeDouble(intercept);
    }

    static LogisticRegression read(DataInput in) throws IOException {
        Term[] terms = new Term[in.readInt()];
        for (int j = 0; j < terms.length; j++) {
            boolean isSkewed = in.readBoolean();
            double median = in.readDouble();
            double mean = in.readDouble();
            double scale = in.readDouble();
            double weight = in.readDouble();
            Standard standard = new Standard(isSkewed, median, mean, scale, in.readDouble(), in.readDouble());
            terms[j] = new Term(standard, weight, in.readDouble());
        }
        return new LogisticRegression(terms, in.readDouble());
    }
}
