package perennial.analytics.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.kernel.CustomerId;

class FeaturesTest {
    private static final CustomerId ANN = new CustomerId("ann");
    private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void what_is_not_given_is_not_known() {
        Features features = Features.of(ANN, NEW_YEAR, Map.of(Feature.ORDERS, 2.0));

        assertThat(features.get(Feature.ORDERS)).hasValue(2);
        assertThat(features.get(Feature.SPEND)).isEmpty();
        assertThat(features.orElse(Feature.SPEND, 7)).isEqualTo(7);
        assertThat(features.known()).containsOnlyKeys(Feature.ORDERS);
    }

    @Test
    void equal_values_of_one_customer_at_one_instant_are_equal() {
        Features one = Features.of(ANN, NEW_YEAR, Map.of(Feature.ORDERS, 2.0));

        assertThat(one).isEqualTo(Features.of(ANN, NEW_YEAR, Map.of(Feature.ORDERS, 2.0)));
        assertThat(one).hasSameHashCodeAs(Features.of(ANN, NEW_YEAR, Map.of(Feature.ORDERS, 2.0)));
        assertThat(one).isNotEqualTo(Features.of(ANN, NEW_YEAR, Map.of()));
        assertThat(one).isNotEqualTo(Features.of(ANN, NEW_YEAR.plusNanos(1), Map.of(Feature.ORDERS, 2.0)));
    }
}
