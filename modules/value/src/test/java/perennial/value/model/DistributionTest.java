package perennial.value.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import perennial.value.ValueModels.ValueBin;

class DistributionTest {
    private static final Currency EURO = Currency.getInstance("EUR");

    @Test
    void every_customer_is_in_one_bin_and_bins_follow_each_other() {
        long[] values = LongStream.range(0, 1000).map(i -> i * i).toArray();
        List<ValueBin> bins = Distribution.of(values, EURO);
        assertThat(bins.stream().mapToLong(ValueBin::customers).sum()).isEqualTo(1000);
        for (int i = 1; i < bins.size(); i++) {
            assertThat(bins.get(i).from()).isEqualTo(bins.get(i - 1).to());
        }
        assertThat(bins.get(0).from().minor()).isZero();
    }

    @Test
    void one_huge_value_does_not_hide_where_the_others_are() {
        long[] values = LongStream.concat(LongStream.range(0, 999), LongStream.of(1_000_000_000))
                .toArray();
        List<ValueBin> bins = Distribution.of(values, EURO);
        assertThat(bins.get(0).to().minor()).isEqualTo(50);
        assertThat(bins.get(bins.size() - 1).customers()).isEqualTo(1);
    }

    @Test
    void worthless_customers_are_counted_too_and_nobody_makes_no_bin() {
        assertThat(Distribution.of(new long[] {0, 0, 0}, EURO).get(0).customers())
                .isEqualTo(3);
        assertThat(Distribution.of(new long[0], EURO)).isEmpty();
    }
}
