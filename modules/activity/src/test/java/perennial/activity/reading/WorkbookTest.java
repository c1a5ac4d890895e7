package perennial.activity.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static perennial.activity.reading.Files.ORDERS;
import static perennial.activity.reading.Files.read;
import static perennial.activity.reading.Files.stored;
import static perennial.activity.reading.Files.text;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.activity.Reason;
import perennial.activity.reading.Outcome.OrderLine;
import perennial.activity.reading.Outcome.SetApart;
import perennial.kernel.InvalidInputException;

class WorkbookTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 3, 1, 12, 0, 7);

    private static InvalidInputException refusal(Runnable action) {
        return catchThrowableOfType(InvalidInputException.class, action::run);
    }

    private static void check(byte[] file) {
        ShopFile.check(stored(file));
    }

    @Test
    void a_workbook_reads_as_the_text_file_of_the_same_lines_does() {
        byte[] workbook = Workbooks.orders(
                new Object[] {"1", "anna", NOON, "tea", 2, 19.99},
                new Object[] {"2", "bert", LocalDate.of(2024, 3, 2), "tea", 1, 0.1 + 0.2});
        byte[] plain = text(Files.HEADER, "1,anna,2024-03-01T12:00:07,tea,2,19.99", "2,bert,2024-03-02,tea,1,0.3");
        assertThat(read(ORDERS, workbook)).isEqualTo(read(ORDERS, plain));
    }

    @Test
    void cells_need_no_format_and_texts_have_the_mappings() {
        String mapping = ORDERS + """
                instants: "dd.MM.yyyy"
                decimal: ","
                """;
        byte[] workbook = Workbooks.orders(
                new Object[] {1, "anna", NOON, "tea", 2, 1.5},
                new Object[] {2, "anna", "01.03.2024", "tea", "2", "1,5"});
        assertThat(read(mapping, workbook))
                .allSatisfy(line -> assertThat(((OrderLine) line).amountMinor()).isEqualTo(300))
                .extracting(line -> ((OrderLine) line).at())
                .containsExactly(Instant.parse("2024-03-01T12:00:07Z"), Instant.parse("2024-03-01T00:00:00Z"));
    }

    @Test
    void empty_rows_are_passed_over_and_the_number_of_a_line_is_that_of_its_row() {
        byte[] workbook = Workbooks.of(book -> {
            var sheet = book.newWorksheet("Orders");
            Workbooks.fill(sheet, 2, (Object[]) Files.HEADER.split(","));
            Workbooks.fill(sheet, 5, "1", "anna", NOON, "tea", "many", 1);
        });
        SetApart line = (SetApart) read(ORDERS, workbook).get(0);
        assertThat(line.line()).isEqualTo(6);
        assertThat(line.reason()).isEqualTo(Reason.NOT_A_NUMBER);
        assertThat(line.content()).isEqualTo("1,anna,2024-03-01T12:00:07,tea,many,1");
        assertThat(ShopFile.countLines(stored(workbook), Mapping.parse(ORDERS))).isEqualTo(1);
    }

    @Test
    void a_sheet_is_chosen_by_its_name_and_a_wrong_name_is_answered_with_the_right_ones() {
        byte[] workbook = Workbooks.of(book -> {
            book.newWorksheet("Notes").value(0, 0, "nothing here");
            var sheet = book.newWorksheet("2024");
            Workbooks.fill(sheet, 0, (Object[]) Files.HEADER.split(","));
            Workbooks.fill(sheet, 1, "1", "anna", NOON, "tea", 2, 1);
        });
        assertThat(read(ORDERS + "sheet: \"2024\"\n", workbook)).hasSize(1);
        InvalidInputException wrong = refusal(() -> read(ORDERS + "sheet: \"2023\"\n", workbook));
        assertThat(wrong.fix()).contains("Notes, 2024");
        assertThat(wrong.reason(Locale.SIMPLIFIED_CHINESE)).contains("工作簿中没有工作表");
    }

    @Test
    void a_real_workbook_passes_the_limits() {
        check(Workbooks.orders(new Object[] {"1", "anna", NOON, "tea", 2, 1}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1'><c r='ABCD1'><v>1</v></c></row>",
                "<row r='1'><c x='>' r='ZZZZZZ1'><v>1</v></c></row>",
                "<si><t>a shared text in a sheet</t></si>",
                "<![CDATA[<a>]]>"
            })
    void a_workbook_that_would_burst_the_memory_is_refused(String sheet) {
        byte[] file = Workbooks.archive(
                Map.of("xl/workbook.xml", "<workbook/>", "xl/worksheets/sheet1.xml", "<worksheet>" + sheet));
        assertThat(refusal(() -> check(file)).fix()).contains("CSV");
    }

    @Test
    void a_text_of_a_megabyte_or_a_row_without_end_is_refused() {
        for (String sheet : List.of("<c>" + "a".repeat(2_000_000), "<row>" + "<c/>".repeat(300_000))) {
            byte[] file = Workbooks.archive(Map.of("xl/workbook.xml", "<workbook/>", "xl/worksheets/a.xml", sheet));
            assertThat(refusal(() -> check(file)).reason()).contains("more than can be read safely");
        }
    }

    @Test
    void an_archive_without_a_workbook_and_a_broken_one_are_told_apart_from_workbooks() {
        assertThat(refusal(() -> check(Workbooks.archive(Map.of("orders.csv", "a,b"))))
                        .reason())
                .contains("no workbook");
        assertThat(refusal(() -> check(new byte[] {'P', 'K', 3, 4, 0, 0})).reason())
                .contains("damaged");
        Path broken = stored(new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThat(refusal(() -> ShopFile.open(broken, Mapping.parse(ORDERS), Files.POUNDS))
                        .reason())
                .contains("zip");
    }
}
