package perennial.analytics.btyd;

import java.util.function.DoubleUnaryOperator;
import perennial.analytics.numeric.GaussLegendre;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** How much less a purchase counts the later it comes. Time is in the unit of the model that it is used with. */
public sealed interface Discount {

    /**
     * The discounted purchases of the next t, from the expected ones up to any time.
     *
     * @param scale the time over which the expected purchases stop growing evenly
     */
    double of(DoubleUnaryOperator expectedUntil, double t, double scale);

    static Discount none() {
        return new None();
    }

    /**
     * By period: what falls into the k-th period, counted from 1, counts 1 / (1 + rate)^k, as if it all came at the
     * period's end. A last period that the horizon cuts short counts like a whole one.
     *
     * @param rate per period, such as 0.01 for one per cent; 0 is no discount
     * @param period its length
     */
    static Discount perPeriod(double rate, double period) {
        return rate == 0 ? none() : new PerPeriod(rate, period);
    }

    /** Twelve periods a year at the monthly rate that comes to the given rate in a year. */
    static Discount monthly(double yearlyRate, double year) {
        return perPeriod(Math.expm1(Math.log1p(Domain.notNegative("rate", yearlyRate)) / 12), year / 12);
    }

    /** Continuously: a purchase after the time u counts e^(-rate u). */
    static Discount continuous(double rate) {
        return rate == 0 ? none() : new Continuous(rate);
    }

    /** The continuous rate that comes to the given rate in a year. */
    static Discount continuously(double yearlyRate, double year) {
        return continuous(Math.log1p(Domain.notNegative("rate", yearlyRate)) / Domain.positive("year", year));
    }

    /** Every purchase counts 1. */
    record None() implements Discount {
        @Override
        public double of(DoubleUnaryOperator expectedUntil, double t, double scale) {
            return expectedUntil.applyAsDouble(t);
        }
    }

    /** See {@link #perPeriod}. */
    record PerPeriod(double rate, double period) implements Discount {
        /** Beyond that a factor is below 1e-17. */
        private static final double NEGLIGIBLE = 40;

        private static final int MOST_PERIODS = 20_000;

        public PerPeriod {
            Domain.positive("rate", rate);
            Domain.positive("period", period);
        }

        @Override
        public double of(DoubleUnaryOperator expectedUntil, double t, double scale) {
            double log = Math.log1p(rate);
            if (!(Math.min(t / period, NEGLIGIBLE / log) <= MOST_PERIODS)) {
                throw new InvalidInputException(
                        "discount",
                        rate + " per " + period,
                        new Words(
                                "the horizon holds more than " + MOST_PERIODS + " periods that count",
                                "期限内有超过 " + MOST_PERIODS + " 个有效的折现期"),
                        new Words("discount continuously, or by longer periods", "请连续折现，或使用更长的折现期"));
            }
            double sum = 0;
            double before = 0;
            for (int k = 1; (k - 1) * period < t * (1 - 1e-12) && (k - 1) * log < NEGLIGIBLE; k++) {
                double until = expectedUntil.applyAsDouble(Math.min(t, k * period));
                sum += (until - before) * Math.exp(-k * log);
                before = until;
            }
            return sum;
        }
    }

    /** See {@link #continuous}. */
    record Continuous(double rate) implements Discount {
        private static final GaussLegendre RULE = new GaussLegendre(24);
        /** Beyond that a factor is below 1e-21. */
        private static final double NEGLIGIBLE = 50;

        public Continuous {
            Domain.positive("rate", rate);
        }

        /** By parts: e^(-rate t) E(t) + rate times the integral of e^(-rate u) E(u), in pieces of ln(1 + u / scale). */
        @Override
        public double of(DoubleUnaryOperator expectedUntil, double t, double scale) {
            double end = Math.min(t, NEGLIGIBLE / rate);
            double logEnd = Math.log1p(end / scale);
            int pieces = (int) Math.ceil(logEnd);
            double integral = 0;
            for (int i = 0; i < pieces; i++) {
                integral += RULE.integrate(
                        v -> {
                            double u = scale * Math.expm1(v);
                            return scale * Math.exp(v - rate * u) * expectedUntil.applyAsDouble(u);
                        },
                        logEnd * i / pieces,
                        logEnd * (i + 1) / pieces);
            }
            return Math.exp(-rate * end) * expectedUntil.applyAsDouble(end) + rate * integral;
        }
    }
}
