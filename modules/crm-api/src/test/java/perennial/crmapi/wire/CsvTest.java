package perennial.crmapi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
    void a_text_that_a_spreadsheet_takes_for_a_formula_is_marked_as_text(String text) {
        assertThat(Csv.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void numbers_and_what_is_not_known_are_left_alone() {
        assertThat(Csv.cell(-1.5)).isEqualTo("-1.5");
        assertThat(Csv.cell(new BigDecimal("-1E+3"))).isEqualTo("-1000");
        assertThat(Csv.cell(null)).isEmpty();
    }

    @Test
    void a_set_is_written_page_by_page_under_one_header() throws IOException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Rows.<String>stream(
                        cursor -> cursor.isEmpty()
                                ? new Rows.Page<>(List.of("a", "b,c"), Optional.of("next"))
                                : new Rows.Page<>(List.of("d"), Optional.empty()),
                        Csv.of(row -> new Object[] {row, 1}, "name", "count"))
                .write(output);
        assertThat(output.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("name,count", "a,1", "\"b,c\",1", "d,1");
    }
}
