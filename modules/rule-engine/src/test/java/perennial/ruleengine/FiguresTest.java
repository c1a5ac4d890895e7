package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0;0.00", "5;0.05", "-5;-0.05", "123456;1,234.56", "-123456789;-1,234,567.89"})
    void an_amount_has_the_digits_of_its_currency_and_commas_at_thousands(long minor, String told) {
        assertThat(Figures.amount(minor, 2)).isEqualTo(told);
    }

    @Test
    void a_currency_without_minor_units_has_no_point() {
        assertThat(Figures.amount(1_234, 0)).isEqualTo("1,234");
        assertThat(Figures.amount(Long.MIN_VALUE + 1, 0)).isEqualTo("-9,223,372,036,854,775,807");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.5;1;0.5",
                "0.49999999999999994;0;0.5",
                "-0.5;-1;-0.5",
                "999.95;1,000;1,000",
                "0.25;0;0.3",
                "0.35;0;0.3",
                "-0.01;0;0",
                "1e16;10,000,000,000,000,000;10,000,000,000,000,000"
            })
    void halves_go_away_from_zero_by_what_the_number_really_is(double value, String whole, String tenths) {
        assertThat(Figures.whole(value)).isEqualTo(whole);
        assertThat(Figures.tenths(value)).isEqualTo(tenths);
    }

    /** But for a minus before nothing, which is left out. */
    @Test
    void figures_are_those_of_the_jdk() {
        SplittableRandom random = new SplittableRandom(7);
        DecimalFormat whole = format("#,##0");
        DecimalFormat tenths = format("#,##0.#");
        for (int i = 0; i < 100_000; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(1, 9));
            double near = new BigDecimal(value).setScale(2, RoundingMode.DOWN).doubleValue();
            for (double one : new double[] {value, near}) {
                assertThat(Figures.whole(one)).isEqualTo(plain(whole.format(one)));
                assertThat(Figures.tenths(one)).isEqualTo(plain(tenths.format(one)));
            }
        }
    }

    private static String plain(String told) {
        return told.equals("-0") ? "0" : told;
    }

    private static DecimalFormat format(String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
