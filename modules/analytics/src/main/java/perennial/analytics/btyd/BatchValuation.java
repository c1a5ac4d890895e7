package perennial.analytics.btyd;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The values of many customers at once: what follows from a past alone is computed once per distinct past, and what
 * follows from x and T alone is read off an {@link Outlook}. Few customers with a frequency of their own, regular buyers,
 * and those whose spend is of another number of purchases go one by one. The probability of being alive and, for an
 * undiscounted horizon, every expectation are exact; a discounted value is to 1e-9, ends of estimate intervals to 1e-6,
 * ends of a spend's outcome to 1e-3.
 */
final class BatchValuation {
    private static final int WORTH_AN_OUTLOOK = 24;

    private final LifetimeValue one;
    private final PurchaseModel model;
    private final LifetimeValue.Settings settings;
    private final Optional<GammaGamma> spend;
    private final Optional<Uncertainty> uncertainty;
    private final PurchaseSummaries customers;
    private final DistinctRows pasts;

    /** Per distinct past, a row each. */
    private final double[] alive;

    private final double[] purchases;
    private final double[] discounted;
    private final double[] error;
    private final double[][] outcome;
    private final double[][] logSpend;
    private final boolean[] byOutlook;

    BatchValuation(
            LifetimeValue one,
            Fit<? extends PurchaseModel> fit,
            Optional<GammaGamma> spend,
            LifetimeValue.Settings settings,
            PurchaseSummaries customers) {
        this.one = one;
        this.model = fit.model();
        this.uncertainty = fit.uncertainty();
        this.spend = spend;
        this.settings = settings;
        this.customers = customers;
        this.pasts = DistinctRows.of(customers.weights(), customers.x(), customers.tx(), customers.T());
        int rows = pasts.first().length;
        alive = new double[rows];
        purchases = new double[rows];
        discounted = new double[rows];
        error = new double[rows];
        outcome = new double[2][rows];
        logSpend = new double[2][rows];
        byOutlook = new boolean[rows];
        if (model instanceof BetaGeometricModel || model instanceof ParetoNbd) {
            valuePasts();
        }
    }

    private void valuePasts() {
        double[] x = pasts.of(customers.x());
        DistinctRows frequencies = DistinctRows.of(pasts.weight(), x);
        int[][] rows = grouped(frequencies.place(), frequencies.first().length);
        Arrays.stream(rows)
                .parallel()
                .filter(group -> group.length >= WORTH_AN_OUTLOOK)
                .forEach(group -> {
                    double[] ages = Arrays.stream(group)
                            .mapToDouble(row -> customers.T(pasts.first()[row]))
                            .sorted()
                            .distinct()
                            .toArray();
                    Outlook outlook = new Outlook(model, settings, spend, x[group[0]], ages);
                    if (!outlook.isCutShort()) {
                        IntStream.range(0, (group.length + 4095) / 4096)
                                .parallel()
                                .forEach(chunk -> {
                                    double[] shares = new double[Outlook.POINTS];
                                    Slopes slopes = new Slopes();
                                    for (int i = chunk * 4096; i < Math.min(group.length, (chunk + 1) * 4096); i++) {
                                        value(group[i], outlook, shares, slopes);
                                    }
                                });
                    }
                });
    }

    private static int[][] grouped(int[] group, int groups) {
        int[] sizes = new int[groups];
        for (int each : group) {
            sizes[each]++;
        }
        int[][] rows = new int[groups][];
        for (int g = 0; g < groups; g++) {
            rows[g] = new int[sizes[g]];
        }
        for (int row = group.length - 1; row >= 0; row--) {
            rows[group[row]][--sizes[group[row]]] = row;
        }
        return rows;
    }

    private void value(int past, Outlook outlook, double[] shares, Slopes slopes) {
        int row = pasts.first()[past];
        double x = customers.x(row);
        double tx = customers.tx(row);
        double T = customers.T(row);
        outlook.at(T, shares);
        double living = model.pAlive(x, tx, T);
        alive[past] = living;
        purchases[past] = model.expectedPurchases(x, tx, T, settings.horizon());
        discounted[past] = settings.discount() instanceof Discount.None
                ? purchases[past]
                : living * outlook.read(outlook.discounted, shares);
        double tail = (1 - settings.coverage()) / 2;
        outcome[0][past] = living <= 1 - tail ? 0 : outlook.purchases((1 - tail) / living, shares);
        outcome[1][past] = living <= tail ? 0 : outlook.purchases(tail / living, shares);
        if (spend.isPresent()) {
            logSpend[0][past] =
                    outcome[0][past] == 0 ? Double.NEGATIVE_INFINITY : outlook.logSpend((1 - tail) / living, shares);
            logSpend[1][past] =
                    outcome[1][past] == 0 ? Double.NEGATIVE_INFINITY : outlook.logSpend(tail / living, shares);
        }
        error[past] = living == 0 || uncertainty.isEmpty()
                ? 0
                : uncertainty.get().standardError(slopes.of(x, tx, T, living, outlook, shares));
        byOutlook[past] = true;
    }

    /** The slopes of the logarithm of the expected purchases by those of the parameters. */
    private final class Slopes {
        private final double[] parameters = model.parameters();
        private final double[] slopes = new double[parameters.length];
        private final PurchaseModel[] up = new PurchaseModel[parameters.length];
        private final PurchaseModel[] down = new PurchaseModel[parameters.length];
        private final Optional<OddsOfHavingLeft> odds = model instanceof ParetoNbd pareto
                ? Optional.of(new OddsOfHavingLeft(pareto.r(), pareto.alpha(), pareto.s(), pareto.beta()))
                : Optional.empty();

        Slopes() {
            for (int k = 0; k < parameters.length; k++) {
                up[k] = model.with(Uncertainty.moved(parameters, k, Uncertainty.STEP));
                down[k] = model.with(Uncertainty.moved(parameters, k, -Uncertainty.STEP));
            }
        }

        double[] of(double x, double tx, double T, double living, Outlook outlook, double[] shares) {
            odds.ifPresent(known -> known.evaluate(x, tx, T, true));
            for (int k = 0; k < slopes.length; k++) {
                double ofAlive = odds.isPresent()
                        ? (T == tx ? 0 : -(1 - living) * parameters[k] * odds.get().gradient[k])
                        : Math.log(up[k].pAlive(x, tx, T) / down[k].pAlive(x, tx, T)) / (2 * Uncertainty.STEP);
                slopes[k] = ofAlive + outlook.read(outlook.slopes[k], shares);
            }
            return slopes;
        }
    }

    CustomerValues values(double[] spendPurchases, double[] meanSpend) {
        CustomerValues values = new CustomerValues(customers.rows());
        IntStream.range(0, (customers.rows() + 4095) / 4096).parallel().forEach(chunk -> {
            for (int i = chunk * 4096; i < Math.min(customers.rows(), (chunk + 1) * 4096); i++) {
                int past = pasts.place()[i];
                if (byOutlook[past] && (spend.isEmpty() || spendPurchases[i] == customers.x(i))) {
                    value(values, i, past, spendPurchases[i], meanSpend[i]);
                } else {
                    values.set(
                            i,
                            one.of(customers.x(i), customers.tx(i), customers.T(i), spendPurchases[i], meanSpend[i]));
                }
            }
        });
        return values;
    }

    private void value(CustomerValues values, int row, int past, double spendPurchases, double meanSpend) {
        values.alive[row] = alive[past];
        values.purchases[row] = purchases[past];
        values.purchasesOutcome[0][row] = outcome[0][past];
        values.purchasesOutcome[1][row] = outcome[1][past];
        Optional<Double> ofPurchases = uncertainty.map(known -> error[past]);
        CustomerValues.set(values.purchasesEstimate, row, ofPurchases.map(each -> one.around(purchases[past], each)));
        double mean = spend.map(
                        each -> each.expectedSpend(spendPurchases, meanSpend).orElse(Double.NaN))
                .orElse(Double.NaN);
        values.spend[row] = mean;
        values.value[row] = purchases[past] * mean;
        values.discounted[row] = discounted[past] * mean;
        Optional<Double> ofSpend = Double.isNaN(mean) ? Optional.empty() : one.spendError(spendPurchases, meanSpend);
        CustomerValues.set(
                values.valueEstimate,
                row,
                ofPurchases.flatMap(
                        left -> ofSpend.map(right -> one.around(purchases[past] * mean, Math.hypot(left, right)))));
        for (int end = 0; end < 2; end++) {
            double log = logSpend[end][past];
            values.valueOutcome[end][row] =
                    spend.isEmpty() ? Double.NaN : (spend.get().gamma() + meanSpend * spendPurchases) * Math.exp(log);
        }
    }
}
