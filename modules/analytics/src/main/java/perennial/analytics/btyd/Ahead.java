package perennial.analytics.btyd;

import java.util.Arrays;

/** What is to come for a customer who is alive now: purchases of one frequency and age, and of one phase. */
sealed interface Ahead {
    double expected(double t);

    double discounted(double t, Discount discount);

    /** Probabilities of at least 1, 2, ... purchases, up to one that is negligible or to the last that is wanted. */
    double[] tail(double t, double negligible, int most);

    /** @param phase how many events of a purchase have come since the last one; 0 but for regular buyers */
    static Ahead of(PurchaseModel model, int phase, double x, double age) {
        if (model instanceof BetaGeometricModel bg) {
            return new AfterPurchases(bg.inPhase(phase, x, age));
        }
        double last = x == 0 ? 0 : age;
        return new AtRandom(model, x, last, age, model.pAlive(x, last, age));
    }

    /** Of purchases at random the time of the last one says nothing about what is to come. */
    record AtRandom(PurchaseModel model, double x, double last, double age, double alive) implements Ahead {
        @Override
        public double expected(double t) {
            return model.expectedPurchases(x, last, age, t) / alive;
        }

        @Override
        public double discounted(double t, Discount discount) {
            return model.discountedPurchases(x, last, age, t, discount) / alive;
        }

        @Override
        public double[] tail(double t, double negligible, int most) {
            if (model instanceof ParetoNbd pareto) {
                return new EarlyPurchases(pareto.r() + x, pareto.alpha() + age, pareto.s(), pareto.beta() + age, t)
                        .tail(negligible, most);
            }
            double[] tail = new double[most];
            int size = 0;
            for (double least = 1; size < most && least > negligible; size++) {
                least = model.probabilityOfAtLeast(size + 1, x, last, age, t) / alive;
                tail[size] = least;
            }
            return Arrays.copyOf(tail, size);
        }
    }

    /** Where customers leave after purchases; of regular buyers it does say something, by the phase. */
    record AfterPurchases(FutureWhileAlive future) implements Ahead {
        @Override
        public double expected(double t) {
            return future.expected(t);
        }

        @Override
        public double discounted(double t, Discount discount) {
            return discount.of(future::expected, t, future.bend());
        }

        @Override
        public double[] tail(double t, double negligible, int most) {
            return future.tail(t, negligible, most);
        }
    }
}
