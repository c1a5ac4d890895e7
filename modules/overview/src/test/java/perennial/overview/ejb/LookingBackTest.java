package perennial.overview.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import perennial.activity.Histories;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.analytics.lifecycle.LifeCycle;
import perennial.analytics.lifecycle.Rhythm;
import perennial.analytics.lifecycle.Stage;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.overview.Overview.Earlier;

class LookingBackTest {
    private static final Run RUN = new Run(1, Instant.parse("2025-06-02T00:00:00Z"));
    private static final LifeCycle LIFE_CYCLE = new LifeCycle(LifeCycle.Settings.standard());

    /** Customers of this shop come back after 20 days, so three times as long a silence means that they have left. */
    private static final Rhythm RHYTHM = new Rhythm(OptionalDouble.of(20), 100);

    private static final History JUST_BOUGHT = registered("just-bought", 40, 3);
    private static final History JUST_KNOWN = registered("just-known", 3, 3);
    private static final History GONE_QUIET = registered("gone-quiet", 62, 62);

    /** @param purchases days before the run */
    private static History registered(String id, int registered, int... purchases) {
        return new History(
                new CustomerId(id),
                Optional.of(daysBefore(registered)),
                Arrays.stream(purchases)
                        .mapToObj(days -> new Purchase(
                                id + days,
                                daysBefore(days),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        .toList(),
                List.of(),
                List.of());
    }

    private static Instant daysBefore(int days) {
        return RUN.asOf().minus(Duration.ofDays(days));
    }

    private static Map<Stage, Long> counts(Instant then) {
        return LookingBack.counts(
                new Remembered(List.of(JUST_BOUGHT, JUST_KNOWN, GONE_QUIET)),
                customer -> LIFE_CYCLE.place(customer, RHYTHM),
                then);
    }

    @Test
    void a_week_before_customers_stood_where_they_would_have_been_placed_then() {
        assertThat(counts(Earlier.before(RUN)))
                .isEqualTo(Map.of(
                        Stage.ACQUISITION, 1L,
                        Stage.CONVERSION, 1L,
                        Stage.RETENTION, 0L,
                        Stage.ACTIVE, 0L,
                        Stage.CHURNED, 0L));
    }

    @Test
    void as_of_the_run_they_are_where_it_placed_them() {
        assertThat(counts(RUN.asOf())).containsEntry(Stage.CONVERSION, 2L).containsEntry(Stage.CHURNED, 1L);
    }

    /** Histories held in memory. */
    private record Remembered(List<History> all) implements Histories {
        @Override
        public void each(Instant cut, Consumer<History> reader) {
            all.stream()
                    .map(history -> history.before(cut))
                    .filter(history -> history.registered().isPresent())
                    .forEach(reader);
        }

        @Override
        public void eachPurchaseTime(Instant cut, Consumer<PurchaseTime> reader) {
            each(
                    cut,
                    history -> history.purchases()
                            .forEach(purchase -> reader.accept(new PurchaseTime(history.customer(), purchase.at()))));
        }

        @Override
        public Optional<History> of(CustomerId customer, Instant cut) {
            return all.stream()
                    .filter(history -> history.customer().equals(customer))
                    .map(history -> history.before(cut))
                    .findFirst();
        }

        @Override
        public Map<CustomerId, History> ofSome(Collection<CustomerId> customers, Set<Event.Kind> events, Instant cut) {
            Map<CustomerId, History> some = new HashMap<>();
            customers.forEach(customer -> of(customer, cut).ifPresent(history -> some.put(customer, history)));
            return some;
        }

        @Override
        public FeatureFold fold() {
            return new FeatureFold(FeatureFold.Settings.ordersOnly(ZoneOffset.UTC, 2));
        }
    }
}
