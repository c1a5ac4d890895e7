package perennial.analytics.btyd;

import java.util.Random;
import perennial.analytics.numeric.Variates;

/** A made-up shop: customers who buy and leave as BG/NBD says, 20 to 80 weeks after their first purchase. */
record Shop(String name, int customers, BgNbd truth) {

    static Shop of(String name, int customers) {
        return new Shop(name, customers, new BgNbd(1, 1, 1, 1));
    }

    Shop rates(double r, double alpha) {
        return new Shop(name, customers, new BgNbd(r, alpha, truth.a(), truth.b()));
    }

    Shop leaving(double a, double b) {
        return new Shop(name, customers, new BgNbd(truth.r(), truth.alpha(), a, b));
    }

    PurchaseSummaries purchases() {
        return purchases(20_240_607);
    }

    PurchaseSummaries purchases(long seed) {
        Random chance = new Random(seed);
        double[] x = new double[customers];
        double[] tx = new double[customers];
        double[] T = new double[customers];
        for (int i = 0; i < customers; i++) {
            T[i] = 20 + chance.nextInt(421) / 7.0;
            double rate = Math.max(1e-12, Variates.gamma(chance, truth.r()) / truth.alpha());
            double leaving = Variates.beta(chance, truth.a(), truth.b());
            double next = -Math.log(chance.nextDouble()) / rate;
            boolean stays = true;
            while (stays && next <= T[i]) {
                x[i]++;
                tx[i] = next;
                stays = chance.nextDouble() >= leaving;
                next += -Math.log(chance.nextDouble()) / rate;
            }
        }
        return PurchaseSummaries.of(x, tx, T);
    }

    @Override
    public String toString() {
        return name;
    }
}
