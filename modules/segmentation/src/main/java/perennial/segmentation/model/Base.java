package perennial.segmentation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import perennial.analytics.clustering.Matrix;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.kernel.CustomerId;

/** The buyers of a shop as segmentation sees them: how lately, how often, for how much, how large a basket, which way. */
public final class Base {
    /** With fewer buyers a segment would be a handful of people. */
    public static final int FEWEST_BUYERS = 100;

    private static final List<Feature> COLUMNS =
            List.of(Feature.RECENCY, Feature.FREQUENCY, Feature.SPEND, Feature.AVERAGE_ORDER, Feature.TREND);
    private static final int WIDTH = COLUMNS.size();
    private static final int SPEND = COLUMNS.indexOf(Feature.SPEND);

    private final List<CustomerId> customers = new ArrayList<>();
    private double[] values = new double[1024 * WIDTH];

    /** Takes a customer in; one who never bought is in no segment. */
    public void add(Features features) {
        if (features.get(Feature.RECENCY).isEmpty()) {
            return;
        }
        int next = customers.size() * WIDTH;
        if (next == values.length) {
            values = Arrays.copyOf(values, 2 * next);
        }
        for (Feature column : COLUMNS) {
            values[next++] = features.orElse(column, Double.NaN);
        }
        customers.add(features.customer());
    }

    public List<CustomerId> customers() {
        return customers;
    }

    public boolean isTooSmall() {
        return customers.size() < FEWEST_BUYERS;
    }

    /** What the customer of a row spent so far, in major units. */
    public double spend(int row) {
        return values[row * WIDTH + SPEND];
    }

    public Matrix matrix() {
        return Matrix.of(
                COLUMNS.stream().map(Feature::label).toList(), Arrays.copyOf(values, customers.size() * WIDTH));
    }
}
