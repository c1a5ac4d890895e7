package perennial.analytics.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What forecasts of amounts were worth against what came: purchases, or money. A figure that these numbers don't define,
 * such as a slope over equal forecasts, is absent.
 *
 * @param count customers judged
 * @param forecast all forecasts together
 * @param actual all that came together
 * @param bias what was forecast too much, by what came: 0 is right, 0.1 is a tenth too much
 * @param mae mean absolute error; it is least for the median of what may come, so that 0 for everybody can be hard to
 *     beat where most don't buy
 * @param rmse root of the mean squared error; it is least for the mean
 * @param spearman rank correlation, equal values sharing the middle of their ranks (Kendall and Stuart 1973, 31.18)
 * @param tiedForecasts share of the customers whose forecast equals that of another; {@code tiedActuals} the same of
 *     what came
 * @param gini normalised Gini: how much of what came the order of the forecasts gathers in front, by how much the best
 *     order would; customers with equal forecasts count as if each had their mean. 0 for chance, 1 for the best order
 * @param slope of the line of least squares from the forecasts to what came: 1 is right, below 1 the forecasts are too
 *     extreme
 * @param topTenth share of what came that comes from the tenth with the highest forecasts; equal forecasts at the border
 *     count in proportion
 * @param deciles ten groups of equal size in ascending order of the forecast
 * @param decileError mean absolute error of the deciles in proportion to what came in each (MAPE); those in which
 *     nothing came don't count
 */
public record ForecastQuality(
        int count,
        double forecast,
        double actual,
        OptionalDouble bias,
        double mae,
        double rmse,
        OptionalDouble spearman,
        double tiedForecasts,
        double tiedActuals,
        OptionalDouble gini,
        OptionalDouble slope,
        OptionalDouble topTenth,
        List<Decile> deciles,
        OptionalDouble decileError) {
    private static final int GROUPS = 10;
    private static final double TOP = 0.1;

    public ForecastQuality {
        deciles = List.copyOf(deciles);
    }

    /** A group of customers with neighbouring forecasts: how many, and the means of forecast and of what came. */
    public record Decile(int customers, double forecast, double actual) {}

    /** @throws IllegalArgumentException unless there is a finite forecast and a finite outcome per customer, and one */
    public static ForecastQuality of(double[] forecast, double[] actual) {
        check(forecast, actual);
        int[] order = Ranks.ascending(forecast);
        double[] shared = sharedWithinTies(forecast, actual, order);
        List<Decile> deciles = deciles(forecast, shared, order);
        double sumForecast = sum(forecast);
        double sumActual = sum(actual);
        double squares = 0;
        double distance = 0;
        for (int i = 0; i < actual.length; i++) {
            double error = forecast[i] - actual[i];
            distance += Math.abs(error);
            squares += error * error;
        }
        return new ForecastQuality(
                actual.length,
                sumForecast,
                sumActual,
                ratio(sumForecast - sumActual, sumActual),
                distance / actual.length,
                Math.sqrt(squares / actual.length),
                correlation(Ranks.middle(forecast), Ranks.middle(actual)),
                tied(forecast),
                tied(actual),
                ratio(gathered(shared), gathered(inOrder(actual, Ranks.ascending(actual)))),
                slope(forecast, actual),
                ratio(top(shared), sumActual),
                deciles,
                decileError(deciles));
    }

    private static void check(double[] forecast, double[] actual) {
        if (forecast.length != actual.length || forecast.length == 0) {
            throw new IllegalArgumentException(forecast.length + " forecasts for " + actual.length + " outcomes");
        }
        for (int i = 0; i < forecast.length; i++) {
            if (!Double.isFinite(forecast[i]) || !Double.isFinite(actual[i])) {
                throw new IllegalArgumentException(
                        "customer " + i + ": a forecast of " + forecast[i] + " and an outcome of " + actual[i]);
            }
        }
    }

    /** What came, in ascending order of the forecasts, equal ones sharing: so no figure depends on the order of a file. */
    private static double[] sharedWithinTies(double[] forecast, double[] actual, int[] order) {
        double[] shared = new double[order.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            double sum = 0;
            while (to < order.length && forecast[order[to]] == forecast[order[from]]) {
                sum += actual[order[to]];
                to++;
            }
            for (int i = from; i < to; i++) {
                shared[i] = sum / (to - from);
            }
            from = to;
        }
        return shared;
    }

    private static double[] inOrder(double[] values, int[] order) {
        double[] sorted = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = values[order[i]];
        }
        return sorted;
    }

    /** How far what came lies towards the end of the order, beyond an even spread. */
    private static double gathered(double[] ascending) {
        double sum = 0;
        for (int i = 0; i < ascending.length; i++) {
            sum += ascending[i] * (i + 0.5 - ascending.length / 2.0);
        }
        return sum;
    }

    private static double top(double[] ascending) {
        double room = TOP * ascending.length;
        double found = 0;
        for (int i = ascending.length - 1; room > 0; i--) {
            double taken = Math.min(1, room);
            found += taken * ascending[i];
            room -= taken;
        }
        return found;
    }

    private static List<Decile> deciles(double[] forecast, double[] shared, int[] order) {
        List<Decile> deciles = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            int from = (int) ((long) group * order.length / GROUPS);
            int to = (int) ((group + 1L) * order.length / GROUPS);
            if (to > from) {
                double said = 0;
                double came = 0;
                for (int i = from; i < to; i++) {
                    said += forecast[order[i]];
                    came += shared[i];
                }
                deciles.add(new Decile(to - from, said / (to - from), came / (to - from)));
            }
        }
        return deciles;
    }

    private static OptionalDouble decileError(List<Decile> deciles) {
        return deciles.stream()
                .filter(decile -> decile.actual() > 0)
                .mapToDouble(decile -> Math.abs(decile.forecast() - decile.actual()) / decile.actual())
                .average();
    }

    private static OptionalDouble slope(double[] x, double[] y) {
        return ratio(covariance(x, y), covariance(x, x));
    }

    private static OptionalDouble correlation(double[] x, double[] y) {
        return ratio(covariance(x, y), Math.sqrt(covariance(x, x) * covariance(y, y)));
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = sum(x) / x.length;
        double meanY = sum(y) / y.length;
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum;
    }

    private static double tied(double[] values) {
        int[] order = Ranks.ascending(values);
        int tied = 0;
        for (int i = 0; i < order.length; i++) {
            boolean likeBefore = i > 0 && values[order[i]] == values[order[i - 1]];
            boolean likeAfter = i + 1 < order.length && values[order[i]] == values[order[i + 1]];
            tied += likeBefore || likeAfter ? 1 : 0;
        }
        return (double) tied / order.length;
    }

    /** Absent where the divisor is 0, or no more than what rounding leaves of a 0. */
    private static OptionalDouble ratio(double part, double whole) {
        return Math.abs(whole) > 1e-12 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
