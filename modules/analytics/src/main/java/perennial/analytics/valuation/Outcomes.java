package perennial.analytics.valuation;

/**
 * What came in a span of time, for the customers known at its beginning; read from the log only when the forecasts are
 * made.
 */
final class Outcomes {
    final double[] purchases;
    final double[] spend;

    private Outcomes(int customers) {
        this.purchases = new double[customers];
        this.spend = new double[customers];
    }

    /** Purchases after the first one, from one time, excluded, to a later one, included. */
    static Outcomes between(PurchaseLog log, KnownPasts known, double after, double until) {
        Outcomes outcomes = new Outcomes(known.customers());
        for (int place = 0; place < known.customers(); place++) {
            int who = known.customer(place);
            for (int i = log.from(who) + 1; i < log.to(who); i++) {
                if (log.time(i) > after && log.time(i) <= until) {
                    outcomes.purchases[place]++;
                    outcomes.spend[place] += log.amount(i);
                }
            }
        }
        return outcomes;
    }
}
