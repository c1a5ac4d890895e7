package perennial.analytics.btyd;

/** What is to come for a customer who is alive now: purchases of one frequency and age, and of one phase. */
sealed interface Ahead {
    double expected(double t);

    double discounted(double t, Discount discount);

    double atLeast(int n, double t);

    /** @param phase how many events of a purchase have come since the last one; 0 but for regular buyers */
    static Ahead of(PurchaseModel model, int phase, double x, double age) {
        if (model instanceof RegularModel regular) {
            return new OfRegular(regular.inPhase(phase, x, age));
        }
        double last = x == 0 ? 0 : age;
        return new AtRandom(model, x, last, age, model.pAlive(x, last, age));
    }

    /** Of purchases at random the time of the last one says nothing about what is to come. */
    record AtRandom(PurchaseModel model, double x, double tx, double T, double alive) implements Ahead {
        @Override
        public double expected(double t) {
            return model.expectedPurchases(x, tx, T, t) / alive;
        }

        @Override
        public double discounted(double t, Discount discount) {
            return model.discountedPurchases(x, tx, T, t, discount) / alive;
        }

        @Override
        public double atLeast(int n, double t) {
            return model.probabilityOfAtLeast(n, x, tx, T, t) / alive;
        }
    }

    /** Of regular ones it does, by the phase. */
    record OfRegular(RegularFuture future) implements Ahead {
        @Override
        public double expected(double t) {
            return future.expected(t);
        }

        @Override
        public double discounted(double t, Discount discount) {
            return discount.of(future::expected, t, future.bend());
        }

        @Override
        public double atLeast(int n, double t) {
            return future.atLeast(n, t);
        }
    }
}
