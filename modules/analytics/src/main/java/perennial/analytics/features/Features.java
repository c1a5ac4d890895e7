package perennial.analytics.features;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import perennial.kernel.CustomerId;

/** One customer's features as of an instant; a feature that the history can't tell is absent. */
public final class Features {
    private final CustomerId customer;
    private final Instant asOf;
    private final double[] values;

    private Features(CustomerId customer, Instant asOf, double[] values) {
        this.customer = customer;
        this.asOf = asOf;
        this.values = values;
    }

    /** Values that are missing from the map are not known. */
    public static Features of(CustomerId customer, Instant asOf, Map<Feature, Double> known) {
        double[] values = new double[Feature.values().length];
        Arrays.fill(values, Double.NaN);
        known.forEach((feature, value) -> values[feature.ordinal()] = value);
        return new Features(customer, asOf, values);
    }

    /**
     * Takes the array over.
     *
     * @param values by the ordinal of the feature; NaN stands for one that is not known
     */
    public static Features of(CustomerId customer, Instant asOf, double[] values) {
        return new Features(customer, asOf, values);
    }

    public CustomerId customer() {
        return customer;
    }

    public Instant asOf() {
        return asOf;
    }

    public OptionalDouble get(Feature feature) {
        double value = values[feature.ordinal()];
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The value, or the given one where it is not known. */
    public double orElse(Feature feature, double other) {
        double value = values[feature.ordinal()];
        return Double.isNaN(value) ? other : value;
    }

    /** What is known, by feature. */
    public Map<Feature, Double> known() {
        Map<Feature, Double> known = new EnumMap<>(Feature.class);
        for (Feature feature : Feature.values()) {
            get(feature).ifPresent(value -> known.put(feature, value));
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Features that
                && customer.equals(that.customer)
                && asOf.equals(that.asOf)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * customer.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return customer + " as of " + asOf + " " + known();
    }
}
