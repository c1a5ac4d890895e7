package perennial.analytics.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.analytics.history.Story.at;

import org.junit.jupiter.api.Test;
import perennial.analytics.history.Story;
import perennial.kernel.Window;

class PeriodCountTest {
    private static final Window FEBRUARY = new Window(at("2025-02-01"), at("2025-03-01"));

    private static PeriodCount counted(String recordedFrom, Story... stories) {
        PeriodCount count = new PeriodCount(FEBRUARY, at(recordedFrom));
        for (Story story : stories) {
            count.add(story.history());
        }
        return count;
    }

    @Test
    void customers_at_the_start_bought_in_the_equally_long_period_before() {
        PeriodCount count = counted(
                "2025-01-01",
                new Story().buys("2025-01-04", 100).buys("2025-02-10", 200),
                new Story().buys("2025-01-31T23:59", 100),
                new Story().buys("2025-01-03T23:59", 100).buys("2025-02-28T23:59", 300),
                new Story().buys("2025-02-01", 400).buys("2025-02-02", 50),
                new Story().buys("2025-03-01", 999),
                new Story().registers("2025-01-01"));

        assertThat(count.atStart()).hasValue(2);
        assertThat(count.buyers()).isEqualTo(3);
        assertThat(count.gained()).isEqualTo(2);
        assertThat(count.firstBuyers()).hasValue(1);
        assertThat(count.salesMinor()).isEqualTo(950);
    }

    @Test
    void records_that_begin_within_the_period_before_do_not_tell_who_was_a_customer() {
        assertThat(counted("2025-01-04").atStart()).hasValue(0);
        assertThat(counted("2025-01-05").atStart()).isEmpty();
        assertThat(counted("2025-01-05").firstBuyers()).isEmpty();
    }

    @Test
    void revenue_is_sales_less_what_was_returned_in_the_period() {
        PeriodCount count = counted(
                "2025-01-01",
                new Story()
                        .buys("2025-01-30", 500)
                        .buys("2025-02-10", 200)
                        .returns("2025-02-12", 150)
                        .returns("2025-03-01", 50));

        assertThat(count.cancelledMinor()).isEqualTo(150);
        assertThat(count.revenueMinor()).isEqualTo(50);
    }
}
