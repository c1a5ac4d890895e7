package perennial.profiles.ejb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import perennial.activity.FeatureRows;
import perennial.analytics.features.Feature;
import perennial.analytics.features.Features;
import perennial.analytics.features.Tastes;
import perennial.kernel.CustomerId;
import perennial.kernel.Progress;
import perennial.kernel.Run;

/** The features of a small base of customers, held in memory and the same as of every run. */
final class Base implements FeatureRows {
    private static final Tastes NONE =
            new Tastes(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of());

    private final Map<String, Map<Feature, Double>> customers = new TreeMap<>();

    Base neverBought(String id) {
        customers.put(id, Map.of());
        return this;
    }

    Base boughtOnce(String id, double silence) {
        return put(id, 0, silence, Map.of(Feature.LAST_AGE, 0.0));
    }

    /** So many days between purchase days, each time. */
    Base boughtEvery(double gap, int purchaseDays, String id, double silence) {
        int gaps = purchaseDays - 1;
        return put(id, gaps, silence, Map.of(Feature.GAP_MEAN, gap, Feature.LAST_AGE, gap * gaps));
    }

    /** Enough customers who came back after so many days that the shop has a rhythm. */
    Base withTypicalGap(double gap) {
        for (int i = 0; i < 30; i++) {
            boughtEvery(gap, 2, "typical-" + i, 0);
        }
        return this;
    }

    private Base put(String id, double frequency, double silence, Map<Feature, Double> rest) {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        features.put(Feature.FREQUENCY, frequency);
        features.put(Feature.RECENCY, silence);
        features.putAll(rest);
        customers.put(id, features);
        return this;
    }

    @Override
    public void renew(Run run, Progress progress) {
        progress.total(0);
    }

    @Override
    public void each(Run run, Consumer<FeatureRow> reader) {
        new ArrayList<>(customers.keySet())
                .forEach(id -> of(run, new CustomerId(id)).ifPresent(reader));
    }

    @Override
    public Optional<FeatureRow> of(Run run, CustomerId customer) {
        return Optional.ofNullable(customers.get(customer.value()))
                .map(known -> new FeatureRow(Features.of(customer, run.asOf(), known), NONE, Optional.empty()));
    }

    @Override
    public Map<CustomerId, FeatureRow> of(Run run, Collection<CustomerId> some) {
        return some.stream()
                .flatMap(customer -> of(run, customer).stream())
                .collect(Collectors.toMap(row -> row.features().customer(), Function.identity()));
    }

    @Override
    public Map<Feature, Spread> spreads(Run run) {
        throw new UnsupportedOperationException("no stage rests on how features lie over the base");
    }
}
