package perennial.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
    private static final double TEXT = 4.5;

    @Test
    void contrast_is_that_of_the_guidelines() {
        assertThat(Palette.contrast("#000000", "#ffffff")).isEqualTo(21, within(1e-9));
        assertThat(Palette.contrast("#777777", "#ffffff")).isEqualTo(4.48, within(0.01));
    }

    @Test
    void text_and_series_stand_out_from_the_page() {
        assertThat(Palette.SERIES).allMatch(colour -> Palette.contrast(colour, Palette.PAPER) >= TEXT);
        assertThat(List.of(Palette.INK, Palette.QUIET, Palette.GAIN, Palette.LOSS))
                .allMatch(colour -> Palette.contrast(colour, Palette.PAPER) >= TEXT);
    }

    @Test
    void text_in_a_cell_stands_out_however_deep_the_cell_is() {
        for (int i = 0; i <= 100; i++) {
            String ground = Palette.shade(i / 100.0);
            assertThat(Palette.contrast(Palette.inkOn(ground), ground))
                    .as("at %d %%", i)
                    .isGreaterThanOrEqualTo(TEXT);
        }
    }
}
