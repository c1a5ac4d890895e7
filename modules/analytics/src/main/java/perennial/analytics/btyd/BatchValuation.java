package perennial.analytics.btyd;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The values of many customers at once: what follows from a past alone is computed once per distinct past, and what
 * follows from x, T and the phase of a regular buyer alone is read off an {@link Outlook}; pasts of a rare frequency go
 * one by one. Spends of another number of purchases than x do too. Expectations and discounted values are to 1e-9,
 * ends of estimate intervals to 1e-6, ends of a spend's outcome to 1e-3.
 */
final class BatchValuation {
    private static final int WORTH_AN_OUTLOOK = 24;
    private static final int TOGETHER = 4_096;

    private final LifetimeValue one;
    private final PurchaseModel model;
    private final Optional<GammaGamma> spend;
    private final LifetimeValue.Settings settings;
    private final PurchaseSummaries customers;
    private final DistinctRows pasts;
    private final PastValues values;

    BatchValuation(
            LifetimeValue one,
            Fit<? extends PurchaseModel> fit,
            Optional<GammaGamma> spend,
            LifetimeValue.Settings settings,
            PurchaseSummaries customers) {
        this.one = one;
        this.model = fit.model();
        this.spend = spend;
        this.settings = settings;
        this.customers = customers;
        this.pasts = DistinctRows.of(customers.weights(), customers.x(), customers.tx(), customers.T());
        this.values = new PastValues(fit, spend, settings, pasts.first().length);
        valuePasts();
    }

    private void valuePasts() {
        DistinctRows frequencies = DistinctRows.of(pasts.weight(), pasts.of(customers.x()));
        Arrays.stream(grouped(frequencies.place(), frequencies.first().length))
                .parallel()
                .forEach(this::valueAlike);
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

    /** @param group pasts of one frequency */
    private void valueAlike(int[] group) {
        Optional<Outlook> outlook = group.length < WORTH_AN_OUTLOOK ? Optional.empty() : Optional.of(outlook(group));
        Optional<Outlook> usable = outlook.filter(found -> !found.isCutShort());
        IntStream.range(0, (group.length + TOGETHER - 1) / TOGETHER).parallel().forEach(chunk -> {
            PastValues.Row row = values.rows(usable);
            for (int i = chunk * TOGETHER; i < Math.min(group.length, (chunk + 1) * TOGETHER); i++) {
                int first = pasts.first()[group[i]];
                row.set(group[i], customers.x(first), customers.tx(first), customers.T(first));
            }
        });
    }

    private Outlook outlook(int[] group) {
        double[] ages = Arrays.stream(group)
                .mapToDouble(row -> customers.T(pasts.first()[row]))
                .sorted()
                .distinct()
                .toArray();
        return new Outlook(model, settings, spend, customers.x(pasts.first()[group[0]]), ages);
    }

    CustomerValues values(double[] spendPurchases, double[] meanSpend) {
        CustomerValues all = new CustomerValues(customers.rows());
        IntStream.range(0, (customers.rows() + TOGETHER - 1) / TOGETHER)
                .parallel()
                .forEach(chunk -> {
                    for (int i = chunk * TOGETHER; i < Math.min(customers.rows(), (chunk + 1) * TOGETHER); i++) {
                        value(all, i, spendPurchases[i], meanSpend[i]);
                    }
                });
        return all;
    }

    private void value(CustomerValues all, int row, double spendPurchases, double meanSpend) {
        if (spend.isPresent() && spendPurchases != customers.x(row)) {
            all.set(row, one.of(customers.x(row), customers.tx(row), customers.T(row), spendPurchases, meanSpend));
            return;
        }
        int past = pasts.place()[row];
        double purchases = values.purchases[past];
        all.alive[row] = values.alive[past];
        all.purchases[row] = purchases;
        all.purchasesOutcome[0][row] = values.outcome[0][past];
        all.purchasesOutcome[1][row] = values.outcome[1][past];
        Optional<Double> ofPurchases = values.error(past);
        CustomerValues.set(all.purchasesEstimate, row, ofPurchases.map(each -> one.around(purchases, each)));
        double mean = spend.map(
                        each -> each.expectedSpend(spendPurchases, meanSpend).orElse(Double.NaN))
                .orElse(Double.NaN);
        all.spend[row] = mean;
        all.value[row] = purchases * mean;
        all.discounted[row] = values.discounted[past] * mean;
        Optional<Double> ofSpend = Double.isNaN(mean) ? Optional.empty() : one.spendError(spendPurchases, meanSpend);
        CustomerValues.set(
                all.valueEstimate,
                row,
                ofPurchases.flatMap(
                        left -> ofSpend.map(right -> one.around(purchases * mean, Math.hypot(left, right)))));
        for (int end = 0; end < 2; end++) {
            double scale =
                    spend.map(each -> each.gamma() + meanSpend * spendPurchases).orElse(Double.NaN);
            all.valueOutcome[end][row] = scale * Math.exp(values.logSpend[end][past]);
        }
    }
}
