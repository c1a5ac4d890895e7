package perennial.analytics.btyd;

import java.util.Optional;

/** What follows from a past alone, a row per distinct past. */
final class PastValues {
    private final PurchaseModel model;
    private final Optional<Uncertainty> uncertainty;
    private final Optional<GammaGamma> spend;
    private final LifetimeValue.Settings settings;
    private final double tail;
    private final double[] errors;
    final double[] alive;
    final double[] purchases;
    final double[] discounted;

    /** The two ends of the outcome in purchases, and the logarithms of those in money in units of the own scale. */
    final double[][] outcome;

    final double[][] logSpend;

    PastValues(
            Fit<? extends PurchaseModel> fit, Optional<GammaGamma> spend, LifetimeValue.Settings settings, int pasts) {
        this.model = fit.model();
        this.uncertainty = fit.uncertainty();
        this.spend = spend;
        this.settings = settings;
        this.tail = (1 - settings.coverage()) / 2;
        errors = new double[pasts];
        alive = new double[pasts];
        purchases = new double[pasts];
        discounted = new double[pasts];
        outcome = new double[2][pasts];
        logSpend = new double[2][pasts];
    }

    /** The standard error of the logarithm of the expected purchases; empty where parameters have none. */
    Optional<Double> error(int past) {
        return uncertainty.map(known -> errors[past]);
    }

    /** Values rows, each thread by one of its own. */
    interface Row {
        void set(int past, double x, double tx, double T);
    }

    Row rows(Optional<Outlook> outlook) {
        return outlook.<Row>map(known -> new ByOutlook(known.new View())).orElseGet(() -> this::oneByOne);
    }

    private final class ByOutlook implements Row {
        private final Outlook.View view;
        private final Living living = new Living(model);
        private final double[] slopes = new double[living.slopes.length];

        ByOutlook(Outlook.View view) {
            this.view = view;
        }

        @Override
        public void set(int past, double x, double tx, double T) {
            living.at(x, tx, T);
            view.from(T, living);
            double lives = living.alive;
            alive[past] = lives;
            purchases[past] = lives * view.expected();
            discounted[past] = lives * view.discounted();
            outcome[0][past] = lives <= 1 - tail ? 0 : view.purchases((1 - tail) / lives);
            outcome[1][past] = lives <= tail ? 0 : view.purchases(tail / lives);
            if (spend.isPresent()) {
                logSpend[0][past] =
                        outcome[0][past] == 0 ? Double.NEGATIVE_INFINITY : view.logSpend((1 - tail) / lives);
                logSpend[1][past] = outcome[1][past] == 0 ? Double.NEGATIVE_INFINITY : view.logSpend(tail / lives);
            }
            if (lives > 0) {
                uncertainty.ifPresent(known -> errors[past] = known.standardError(slopes()));
            }
        }

        private double[] slopes() {
            for (int k = 0; k < slopes.length; k++) {
                slopes[k] = living.slopes[k] + view.logSlope(k, living);
            }
            return slopes;
        }
    }

    private void oneByOne(int past, double x, double tx, double T) {
        double t = settings.horizon();
        alive[past] = model.pAlive(x, tx, T);
        purchases[past] = model.expectedPurchases(x, tx, T, t);
        discounted[past] = model.discountedPurchases(x, tx, T, t, settings.discount());
        OutcomeInterval counts = model.purchasesInterval(settings.coverage(), x, tx, T, t);
        outcome[0][past] = counts.low();
        outcome[1][past] = counts.high();
        spend.map(each -> new SpendOutcome(each, x, 0)
                        .interval(settings.coverage(), n -> model.probabilityOfAtLeast(n, x, tx, T, t)))
                .ifPresent(money -> {
                    double scale = spend.orElseThrow().gamma();
                    logSpend[0][past] = Math.log(money.low() / scale);
                    logSpend[1][past] = Math.log(money.high() / scale);
                });
        errors[past] = LifetimeValue.logError(model, uncertainty, each -> each.expectedPurchases(x, tx, T, t))
                .orElse(0.0);
    }
}
