package perennial.analytics.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.analytics.history.Story.at;

import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import perennial.analytics.history.Story;
import perennial.analytics.metrics.CohortTable.Cohort;

class CohortCountTest {

    private static CohortTable table(ZoneId zone, String cut, Story... stories) {
        CohortCount count = new CohortCount(zone, at(cut));
        for (Story story : stories) {
            count.add(story.history());
        }
        return count.table();
    }

    @Test
    void customers_count_in_the_month_of_their_first_purchase_and_once_a_month() {
        CohortTable table = table(
                ZoneOffset.UTC,
                "2025-05-01",
                new Story().buys("2025-01-05", 1).buys("2025-01-20", 1).buys("2025-03-01", 1),
                new Story().buys("2025-01-31", 1).buys("2025-02-01", 1).buys("2025-03-02", 1),
                new Story().buys("2025-03-10", 1).buys("2025-04-30", 1),
                new Story().registers("2025-01-01"));

        assertThat(table.cohorts())
                .containsExactly(
                        new Cohort(YearMonth.of(2025, 1), List.of(2L, 1L, 2L, 0L)),
                        new Cohort(YearMonth.of(2025, 2), List.of(0L, 0L, 0L)),
                        new Cohort(YearMonth.of(2025, 3), List.of(1L, 1L)),
                        new Cohort(YearMonth.of(2025, 4), List.of(0L)));
        assertThat(table.lastMonthIsPartial()).isFalse();
    }

    @Test
    void retention_is_a_share_of_the_cohort_and_not_known_after_the_cut() {
        Cohort cohort = new Cohort(YearMonth.of(2025, 1), List.of(4L, 1L, 2L));

        assertThat(cohort.retention(0)).hasValue(1);
        assertThat(cohort.retention(1)).hasValue(0.25);
        assertThat(cohort.retention(3)).isEmpty();
        assertThat(new Cohort(YearMonth.of(2025, 1), List.of(0L)).retention(0)).isEmpty();
    }

    @Test
    void what_happened_at_or_after_the_cut_is_left_out() {
        Story story = new Story().buys("2025-01-05", 1).buys("2025-02-10", 1);

        assertThat(table(ZoneOffset.UTC, "2025-02-10", story).cohorts())
                .containsExactly(
                        new Cohort(YearMonth.of(2025, 1), List.of(1L, 0L)),
                        new Cohort(YearMonth.of(2025, 2), List.of(0L)));
        assertThat(table(ZoneOffset.UTC, "2025-02-10", story).lastMonthIsPartial())
                .isTrue();
        assertThat(table(ZoneOffset.UTC, "2025-01-05", story).cohorts()).isEmpty();
    }

    @Test
    void months_are_those_of_the_shop() {
        Story story = new Story().buys("2025-01-31T20:00", 1);

        assertThat(table(ZoneId.of("Asia/Shanghai"), "2025-02-10", story).cohorts())
                .extracting(Cohort::month)
                .containsExactly(YearMonth.of(2025, 2));
    }
}
