package perennial.analytics.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;

class PurchaseLogTest {

    @Test
    void purchases_come_in_any_order_and_those_of_one_time_are_one() {
        PurchaseLog.Collector collector = new PurchaseLog.Collector();
        collector.add(1, 5, 10);
        collector.add(0, 9, 1);
        collector.add(1, 2, 20);
        collector.add(0, 3, 2);
        collector.add(1, 5, 30);
        KnownPasts known = KnownPasts.of(collector.collected(), 10);
        assertThat(known.customers()).isEqualTo(2);
        assertThat(known.x(1)).isEqualTo(1);
        assertThat(known.tx(1)).isEqualTo(3);
        assertThat(known.T(1)).isEqualTo(8);
        assertThat(known.meanSpend(1)).isEqualTo(40);
        assertThat(known.T(0)).isEqualTo(7);
    }

    @Test
    void who_has_not_bought_yet_is_not_known_yet() {
        PurchaseLog.Collector collector = new PurchaseLog.Collector();
        collector.add(0, 5, 10);
        collector.add(1, 7, 10);
        KnownPasts known = KnownPasts.of(collector.collected(), 6);
        assertThat(known.customers()).isEqualTo(1);
        assertThat(known.customer(0)).isZero();
        assertThat(known.meanSpend(0)).isZero();
    }

    @Test
    void a_time_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> new PurchaseLog.Collector().add(0, Double.NaN, 1))
                .isInstanceOf(InvalidInputException.class);
    }
}
