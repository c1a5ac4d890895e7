package perennial.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import perennial.simulator.ShopCalendar.Period;

class ShopCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2024, 9, 30);

    private final ShopCalendar calendar = new ShopCalendar(MONDAY, 104, BERLIN);

    @Property(tries = 300, seed = "1")
    void time_never_runs_backwards(
            @ForAll @DoubleRange(min = 0, max = 155.9) double one,
            @ForAll @DoubleRange(min = 0, max = 155.9) double other) {
        assertThat(Double.compare(one, other) * Long.compare(calendar.second(one), calendar.second(other)))
                .isNotNegative();
    }

    @Property(tries = 300, seed = "1")
    void what_happens_in_a_week_of_the_model_happens_in_that_week_of_the_shop_and_by_day(
            @ForAll @DoubleRange(min = 0, max = 155.9) double time) {
        var local = Instant.ofEpochSecond(calendar.second(time)).atZone(BERLIN);
        int week = (int) time;

        assertThat(local.toLocalDate())
                .isBetween(MONDAY.plusWeeks(week), MONDAY.plusWeeks(week + 1).minusDays(1));
        assertThat(local.getHour()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void a_week_begins_at_six_by_the_clock_before_and_after_the_clocks_change() {
        assertThat(calendar.instant(calendar.weekBegins(0))).isEqualTo("2024-09-30T04:00:00Z");
        assertThat(calendar.instant(calendar.weekBegins(10))).isEqualTo("2024-12-09T05:00:00Z");
    }

    @Test
    void the_end_is_the_midnight_after_the_last_day() {
        assertThat(calendar.to()).isEqualTo(Instant.parse("2026-09-27T22:00:00Z"));
    }

    @Test
    void sundays_are_the_liveliest_whatever_day_the_shop_opened_on() {
        ShopCalendar fromThursday = new ShopCalendar(LocalDate.of(2024, 10, 3), 4, BERLIN);
        int[] byWeekday = new int[8];
        for (int i = 0; i < 10_000; i++) {
            Instant at = Instant.ofEpochSecond(fromThursday.second(2 + i / 10_000.0));
            byWeekday[at.atZone(BERLIN).getDayOfWeek().getValue()]++;
        }
        assertThat(byWeekday[DayOfWeek.SUNDAY.getValue()])
                .isGreaterThan(byWeekday[DayOfWeek.MONDAY.getValue()] * 13 / 10);
    }

    @Test
    void months_cover_the_time_without_gap_or_overlap() {
        var months = calendar.months();

        assertThat(months).hasSize(25);
        assertThat(months.get(0)).isEqualTo(new Period(MONDAY, LocalDate.of(2024, 10, 1)));
        assertThat(months.get(24)).isEqualTo(new Period(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 28)));
        for (int i = 1; i < months.size(); i++) {
            assertThat(months.get(i).from()).isEqualTo(months.get(i - 1).to());
        }
    }

    @Test
    void a_moment_lies_in_the_month_of_its_local_date() {
        assertThat(calendar.month(Instant.parse("2024-09-30T21:59:59Z").getEpochSecond()))
                .isEqualTo(0);
        assertThat(calendar.month(Instant.parse("2024-09-30T22:00:00Z").getEpochSecond()))
                .isEqualTo(1);
    }

    @Test
    void every_season_averages_to_one_over_a_year() {
        for (Season season : Season.values()) {
            double sum = 0;
            for (int day = 0; day < 365; day++) {
                sum += season.on(LocalDate.of(2025, 1, 1).plusDays(day));
            }
            assertThat(sum / 365).isCloseTo(1, within(1e-9));
        }
    }
}
