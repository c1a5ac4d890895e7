package perennial.simulator;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** When customers register: a rush at the opening, slow growth, and more of them in the seasons that move them. */
final class Arrivals {
    private final Map<Season, double[]> cumulated = new EnumMap<>(Season.class);

    Arrivals(ShopCalendar calendar) {
        int weeks = calendar.weeks();
        for (Season season : Season.values()) {
            double[] factors = calendar.season(season == Season.NONE ? Season.SHOP : season);
            double[] sums = new double[weeks];
            double sum = 0;
            for (int week = 0; week < weeks; week++) {
                double rush = 1 + 3 * StrictMath.exp(-week / 5.0);
                double growth = 1 + .5 * week / weeks;
                sum += rush * growth * factors[week];
                sums[week] = sum;
            }
            cumulated.put(season, sums);
        }
    }

    /** A point of model time. */
    double drawn(Season season, RandomStream chance) {
        double[] sums = Objects.requireNonNull(cumulated.get(season));
        double target = chance.uniform() * sums[sums.length - 1];
        int found = Arrays.binarySearch(sums, target);
        return Math.min(found < 0 ? -found - 1 : found, sums.length - 1) + chance.uniform();
    }
}
