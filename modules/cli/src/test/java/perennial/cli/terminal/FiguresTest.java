package perennial.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Screen nowhere = new Screen(new PrintStream(new ByteArrayOutputStream(), true, UTF_8), false);
    private final Figures figures = Terminal.of(nowhere, nowhere, Locale.ENGLISH, InstantSource.system())
            .figures();

    @Test
    void what_is_missing_is_not_known() {
        assertThat(figures.percent(Optional.empty())).isEqualTo("not known");
        assertThat(figures.amount(Optional.empty(), Optional.of("EUR"))).isEqualTo("not known");
    }

    @Test
    void an_amount_keeps_the_decimals_of_its_currency() {
        assertThat(figures.amount(Optional.of(new BigDecimal("1234.50")), Optional.of("EUR")))
                .isEqualTo("1,234.50 EUR");
        assertThat(figures.amount(Optional.of(new BigDecimal("1234")), Optional.of("JPY")))
                .isEqualTo("1,234 JPY");
    }

    @Test
    void a_share_is_shown_in_percent() {
        assertThat(figures.percent(Optional.of(new BigDecimal("0.12345")))).isEqualTo("12.3 %");
    }

    @Test
    void a_minute_and_more_is_told_in_minutes() {
        assertThat(figures.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(figures.duration(Duration.ofSeconds(61))).isEqualTo("1:01 min");
    }

    @Test
    void a_bar_is_full_at_the_end_and_empty_where_the_whole_is_not_known() {
        assertThat(figures.bar(7, Optional.of(7L))).doesNotContain(".");
        assertThat(figures.bar(7, Optional.empty())).doesNotContain("#");
    }
}
