package perennial.analytics.valuation;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import perennial.analytics.numeric.Variates;
import perennial.kernel.InvalidInputException;

/**
 * Customers who buy and leave as BG/NBD says and spend as Gamma-Gamma says, up to two years after their first purchase,
 * time in days: a file for those who measure and have none at hand. The same seed makes the same customers.
 */
public final class MadeUpShop {
    private static final double R = 0.5;
    private static final double ALPHA = 42;
    private static final double A = 0.8;
    private static final double B = 2.5;
    private static final double P = 6;
    private static final double Q = 4;
    private static final double GAMMA = 15;
    private static final double YOUNGEST = 30;
    private static final double OLDEST = 730;

    private final RandomGenerator chance;
    private final boolean onDayGrid;

    /**
     * What to make.
     *
     * @param onDayGrid whether purchases have a day only, those of one day being one
     */
    public record Settings(int customers, long seed, boolean onDayGrid) {
        public Settings {
            if (!(customers >= 1)) {
                throw new InvalidInputException(
                        "customers", customers, Reasons.words("below-one"), Reasons.words("below-one.fix"));
            }
        }
    }

    private MadeUpShop(Settings settings) {
        this.chance = RandomGeneratorFactory.of("L64X128MixRandom").create(settings.seed());
        this.onDayGrid = settings.onDayGrid();
    }

    public static KnownPasts of(Settings settings) {
        return new MadeUpShop(settings).pasts(settings.customers());
    }

    private KnownPasts pasts(int customers) {
        double[] x = new double[customers];
        double[] tx = new double[customers];
        double[] age = new double[customers];
        double[] spend = new double[customers];
        double[] gaps = new double[customers];
        for (int i = 0; i < customers; i++) {
            age[i] = time(YOUNGEST + (OLDEST - YOUNGEST) * chance.nextDouble());
            double rate = Math.max(1e-12, Variates.gamma(chance, R) / ALPHA);
            double leaving = Variates.beta(chance, A, B);
            double exact = pause(rate);
            for (boolean stays = true; stays && time(exact) <= age[i]; exact += pause(rate)) {
                double gap = time(exact) - tx[i];
                if (gap > 0) {
                    x[i]++;
                    tx[i] += gap;
                    gaps[i] += Math.log(gap);
                    stays = chance.nextDouble() >= leaving;
                }
            }
            spend[i] = x[i] == 0 ? 0 : Variates.gamma(chance, P * x[i]) / x[i] * GAMMA / Variates.gamma(chance, Q);
        }
        return KnownPasts.of(x, tx, age, spend, Arrays.stream(spend).anyMatch(mean -> mean > 0))
                .withGaps(gaps);
    }

    private double pause(double rate) {
        return -Math.log1p(-chance.nextDouble()) / rate;
    }

    private double time(double exact) {
        return onDayGrid ? Math.ceil(exact) : exact;
    }
}
