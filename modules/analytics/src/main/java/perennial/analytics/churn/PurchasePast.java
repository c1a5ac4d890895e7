package perennial.analytics.churn;

import java.util.List;
import perennial.analytics.btyd.MbgNbd;
import perennial.analytics.features.Feature;

/** Where a row of features holds x, T and the days since the last purchase: all that a purchase model asks. */
record PurchasePast(int frequency, int recency, int age) {
    private static final List<Feature> NEEDED = List.of(Feature.FREQUENCY, Feature.RECENCY, Feature.AGE);

    PurchasePast(List<Feature> features) {
        this(features.indexOf(Feature.FREQUENCY), features.indexOf(Feature.RECENCY), features.indexOf(Feature.AGE));
    }

    static boolean isKnownFrom(List<Feature> features) {
        return features.containsAll(NEEDED);
    }

    /** Not a number where the three are unknown, or can't be together. */
    double probabilityAlive(MbgNbd model, double[] row) {
        double x = row[frequency];
        double tx = lastAge(row);
        return isPossible(row) ? model.pAlive(x, tx, row[age]) : Double.NaN;
    }

    private boolean isPossible(double[] row) {
        double x = row[frequency];
        double tx = lastAge(row);
        return x >= 0 && tx >= 0 && tx <= row[age] && (x == 0 || tx > 0);
    }

    private double lastAge(double[] row) {
        return row[frequency] == 0 ? 0 : row[age] - row[recency];
    }
}
