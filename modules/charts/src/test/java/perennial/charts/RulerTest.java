package perennial.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import perennial.charts.Ruler.Tick;

class RulerTest {

    @Test
    void ends_are_round_and_hold_all_numbers() {
        Ruler ruler = Ruler.around(Scale.Kind.NUMBER, 3.2, 96.5, 0, 100);
        assertThat(ruler.low()).isZero();
        assertThat(ruler.high()).isEqualTo(100);
        assertThat(ruler.at(25)).isEqualTo(25);
    }

    @Test
    void ticks_have_the_decimals_of_their_step() {
        assertThat(labels(Ruler.aroundZero(Scale.Kind.NUMBER, 0, 0.35, 0, 1)))
                .containsExactly("0.0", "0.1", "0.2", "0.3", "0.4");
        assertThat(labels(Ruler.aroundZero(Scale.Kind.SHARE, 0, 1, 0, 1)))
                .containsExactly("0%", "20%", "40%", "60%", "80%", "100%");
    }

    @Test
    void one_number_alone_still_has_an_axis() {
        assertThat(labels(Ruler.around(Scale.Kind.NUMBER, 5, 5, 0, 1))).hasSizeGreaterThan(1);
        assertThat(labels(Ruler.around(Scale.Kind.NUMBER, 0, 0, 0, 1))).hasSizeGreaterThan(1);
    }

    @Test
    void huge_and_tiny_numbers_have_a_few_ticks_too() {
        assertThat(labels(Ruler.aroundZero(Scale.Kind.NUMBER, 0, 7e200, 0, 1))).hasSizeBetween(3, 12);
        assertThat(labels(Ruler.aroundZero(Scale.Kind.NUMBER, 0, 7e-200, 0, 1))).hasSizeBetween(3, 12);
    }

    @Test
    void days_are_marked_at_the_beginnings_of_months_and_years() {
        Ruler years = days(LocalDate.of(2020, 3, 5), LocalDate.of(2025, 2, 1));
        assertThat(labels(years)).containsExactly("2021", "2022", "2023", "2024", "2025");
        Ruler months = days(LocalDate.of(2024, 1, 15), LocalDate.of(2024, 7, 20));
        assertThat(labels(months)).containsExactly("Mar 2024", "May 2024", "Jul 2024");
        Ruler week = days(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 5));
        assertThat(labels(week)).contains("1 Jan", "5 Jan");
    }

    private static Ruler days(LocalDate from, LocalDate to) {
        return Ruler.around(Scale.Kind.DAY, (double) from.toEpochDay(), (double) to.toEpochDay(), 0, 1);
    }

    private static List<String> labels(Ruler ruler) {
        return ruler.ticks(5, Locale.ENGLISH).stream().map(Tick::label).toList();
    }
}
