package perennial.activity.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static perennial.activity.reading.Files.HEADER;
import static perennial.activity.reading.Files.ORDERS;
import static perennial.activity.reading.Files.packed;
import static perennial.activity.reading.Files.read;
import static perennial.activity.reading.Files.readOne;
import static perennial.activity.reading.Files.text;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import perennial.activity.Reason;
import perennial.activity.reading.Outcome.CustomerRow;
import perennial.activity.reading.Outcome.Duplicate;
import perennial.activity.reading.Outcome.EventRow;
import perennial.activity.reading.Outcome.OrderLine;
import perennial.activity.reading.Outcome.SetApart;
import perennial.kernel.InvalidInputException;

class ShopFileTest {
    private static final String LINE = "1,anna,2024-03-01T10:00:00Z,tea,2,1.25";

    private static OrderLine order(String mapping, String... lines) {
        return (OrderLine) readOne(mapping, lines);
    }

    private static InvalidInputException refusal(byte[] file) {
        return catchThrowableOfType(InvalidInputException.class, () -> read(ORDERS, file));
    }

    @Test
    void a_line_of_an_order_reads_as_it_stands() {
        OrderLine line = order(ORDERS, HEADER, LINE);
        assertThat(line.seen().customer().value()).isEqualTo("anna");
        assertThat(line.order()).isEqualTo("1");
        assertThat(line.at()).isEqualTo(Instant.parse("2024-03-01T10:00:00Z"));
        assertThat(line.quantity()).isEqualTo(2);
        assertThat(line.unitPrice()).isEqualTo(new BigDecimal("1.2500"));
        assertThat(line.amountMinor()).isEqualTo(250);
        assertThat(line.cancels()).isFalse();
    }

    @Test
    void packed_or_with_a_mark_of_byte_order_it_is_the_same_file() {
        byte[] plain = text(HEADER, LINE);
        byte[] marked = ("\ufeff" + new String(plain, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertThat(read(ORDERS, packed(plain))).isEqualTo(read(ORDERS, plain));
        assertThat(read(ORDERS, marked)).isEqualTo(read(ORDERS, plain));
    }

    @Test
    void an_amount_is_rounded_for_the_whole_line_and_a_price_is_tested_before_it_is_rounded() {
        assertThat(order(ORDERS, HEADER, "1,anna,2024-03-01T10:00:00Z,tea,15,0.001")
                        .amountMinor())
                .isEqualTo(2);
        assertThat(order(ORDERS, HEADER, "1,anna,2024-03-01T10:00:00Z,tea,1,0.00001")
                        .amountMinor())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`1,,2024-03-01T10:00:00Z,tea,2,1.25`, NO_CUSTOMER",
                "`,anna,2024-03-01T10:00:00Z,tea,2,1.25`, NO_ORDER",
                "`1,anna,,tea,2,1.25`, NO_TIME",
                "`1,anna,yesterday,tea,2,1.25`, NOT_A_TIME",
                "`1,anna,2023-02-29T10:00:00Z,tea,2,1.25`, NOT_A_TIME",
                "`1,anna,0024-03-01T10:00:00Z,tea,2,1.25`, OUT_OF_RANGE",
                "`1,anna,2024-03-01T10:00:00Z,,2,1.25`, NO_PRODUCT",
                "`1,anna,2024-03-01T10:00:00Z,tea,,1.25`, NO_VALUE",
                "`1,anna,2024-03-01T10:00:00Z,tea,two,1.25`, NOT_A_NUMBER",
                "`1,anna,2024-03-01T10:00:00Z,tea,1e9,1.25`, NOT_A_NUMBER",
                "`1,anna,2024-03-01T10:00:00Z,tea,1.5,1.25`, NOT_A_WHOLE_NUMBER",
                "`1,anna,2024-03-01T10:00:00Z,tea,-2,1.25`, QUANTITY_NOT_ABOVE_ZERO",
                "`1,anna,2024-03-01T10:00:00Z,tea,9999999999,1.25`, OUT_OF_RANGE",
                "`1,anna,2024-03-01T10:00:00Z,tea,2,0`, PRICE_NOT_ABOVE_ZERO",
                "`1,anna,2024-03-01T10:00:00Z,tea,2,-1`, PRICE_NOT_ABOVE_ZERO",
                "`1,anna,2024-03-01T10:00:00Z,tea,2000000000,900000`, OUT_OF_RANGE",
                "`1,anna,2024-03-01T10:00:00Z,tea,2`, WRONG_NUMBER_OF_FIELDS",
                "`1,anna,2024-03-01T10:00:00Z,tea,2,1.25,x`, WRONG_NUMBER_OF_FIELDS"
            })
    void a_line_that_cant_be_used_is_set_apart_with_its_reason_its_number_and_itself(String line, Reason reason) {
        SetApart setApart = (SetApart) readOne(ORDERS, HEADER, line);
        assertThat(setApart.reason()).isEqualTo(reason);
        assertThat(setApart.line()).isEqualTo(2);
        assertThat(setApart.content()).isEqualTo(line);
    }

    @Test
    void a_line_that_cant_be_used_makes_its_customer_known_all_the_same() {
        SetApart setApart = (SetApart) readOne(ORDERS, HEADER, "1,anna,whenever,tea,2,0");
        assertThat(setApart.seen()).hasValueSatisfying(seen -> {
            assertThat(seen.customer().value()).isEqualTo("anna");
            assertThat(seen.at()).isEmpty();
        });
    }

    @Test
    void the_number_of_a_line_counts_the_breaks_inside_earlier_fields() {
        List<Outcome> outcomes = read(ORDERS, text(HEADER, "\"a\nb\",anna,2024-03-01T10:00:00Z,tea,2,1.25", "x"));
        assertThat(((SetApart) outcomes.get(1)).line()).isEqualTo(4);
    }

    @Test
    void a_line_that_repeats_another_in_every_field_is_a_duplicate_usable_or_not() {
        assertThat(read(ORDERS, text(HEADER, LINE, LINE, "x", "x")))
                .extracting(Object::getClass)
                .containsExactly(OrderLine.class, Duplicate.class, SetApart.class, Duplicate.class);
    }

    @Test
    void lines_that_differ_in_content_have_keys_that_differ() {
        List<Outcome> outcomes = read(ORDERS, text(HEADER, LINE, LINE.replace(",2,", ",3,")));
        assertThat(outcomes.stream()
                        .map(OrderLine.class::cast)
                        .map(OrderLine::key)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void a_shop_of_another_country_writes_otherwise() {
        String mapping = ORDERS + """
                separator: ";"
                zone: Europe/Berlin
                instants: "dd.MM.yyyy HH:mm"
                decimal: ","
                grouping: "."
                missing: ["-"]
                """;
        OrderLine line = order(mapping, HEADER.replace(',', ';'), "1;anna;01.07.2024 10:00;tea;1.000;1.234,56");
        assertThat(line.at()).isEqualTo(Instant.parse("2024-07-01T08:00:00Z"));
        assertThat(line.quantity()).isEqualTo(1000);
        assertThat(line.amountMinor()).isEqualTo(123_456_000);
        assertThat(((SetApart) readOne(mapping, HEADER.replace(',', ';'), "1;-;01.07.2024 10:00;tea;1;1")).reason())
                .isEqualTo(Reason.NO_CUSTOMER);
    }

    @Test
    void an_encoding_can_be_named() {
        byte[] file = (HEADER + "\n" + LINE.replace("tea", "绿茶") + "\n").getBytes(Charset.forName("GBK"));
        assertThat(read(ORDERS + "encoding: GBK\n", file))
                .singleElement()
                .satisfies(line -> assertThat(((OrderLine) line).sku()).isEqualTo("绿茶"));
    }

    @Test
    void three_things_can_mark_a_cancellation() {
        String[] returned = {HEADER, "C1,anna,2024-03-01T10:00:00Z,tea,-2,1.25"};
        for (String mark : List.of(
                "cancellation:\n  column: order_id\n  starts_with: C\n",
                "cancellation:\n  column: order_id\n  is: [C1, C2]\n",
                "cancellation:\n  negative_quantity: true\n")) {
            OrderLine line = order(ORDERS + mark, returned);
            assertThat(line.cancels()).isTrue();
            assertThat(line.quantity()).isEqualTo(2);
            assertThat(line.amountMinor()).isEqualTo(250);
        }
    }

    @Test
    void words_can_be_translated_and_values_can_be_constant() {
        String mapping = ORDERS.replace("  sku: sku\n", "  sku:\n    constant: gift\n")
                + "  kind:\n    column: sku\n    values: {R: return, P: purchase}\n";
        OrderLine line = order(mapping, HEADER, "1,anna,2024-03-01T10:00:00Z,R,2,1.25");
        assertThat(line.sku()).isEqualTo("gift");
        assertThat(line.cancels()).isTrue();
    }

    @Test
    void a_blank_consent_is_no_record() {
        String mapping = "kind: customers\nfields: {customer_id: id, consent.email: email, consent.sms: sms}\n";
        CustomerRow row = (CustomerRow) readOne(mapping, "id,email,sms", "anna,no,");
        assertThat(row.consents()).singleElement().satisfies(word -> {
            assertThat(word.channel()).isEqualTo("email");
            assertThat(word.given()).isFalse();
        });
        assertThat(((SetApart) readOne(mapping, "id,email,sms", "anna,maybe,")).reason())
                .isEqualTo(Reason.UNKNOWN_WORD);
    }

    private static final String EVENTS = """
            kind: events
            format: ndjson
            fields: {customer_id: who, at: at, kind: what, sku: sku, rating: rating, topic: topic}
            """;

    @Test
    void events_are_objects_of_plain_values_a_line_each() {
        List<Outcome> outcomes = read(
                EVENTS,
                text(
                        "{\"who\":\"anna\",\"at\":\"2024-03-01T10:00:00Z\",\"what\":\"view\",\"sku\":\"tea\",\"page\":null}",
                        "",
                        "{\"who\":\"anna\",\"at\":\"2024-03-01T10:00:00Z\",\"what\":\"service_case\",\"rating\":6}",
                        "{\"who\":\"anna\"",
                        "{\"who\":{\"id\":1}}",
                        "[]"));
        assertThat(((EventRow) outcomes.get(0)).subject()).isEqualTo("tea");
        assertThat(outcomes.subList(1, 5))
                .extracting(line -> ((SetApart) line).reason())
                .containsExactly(Reason.OUT_OF_RANGE, Reason.NOT_JSON, Reason.NOT_JSON, Reason.NOT_JSON);
        assertThat(((SetApart) outcomes.get(1)).line()).isEqualTo(3);
    }

    @Test
    void half_a_character_is_no_text() {
        SetApart line = (SetApart) readOne(
                EVENTS, "{\"who\":\"anna\",\"at\":\"2024-03-01T10:00:00Z\",\"what\":\"view\",\"sku\":\"\\ud800\"}");
        assertThat(line.reason()).isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void a_column_that_is_missing_is_named_with_the_nearest_one() {
        InvalidInputException refusal = refusal(text(HEADER.replace("customer_id", "costumer_id"), LINE));
        assertThat(refusal.field()).isEqualTo("column");
        assertThat(refusal.value()).isEqualTo("customer_id");
        assertThat(refusal.fix()).startsWith("did you mean \"costumer_id\"?");
    }

    @Test
    void another_currency_than_the_shops_is_refused() {
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class, () -> read(ORDERS + "currency: EUR\n", text(HEADER, LINE)));
        assertThat(refusal.field()).isEqualTo("currency");
    }

    @Test
    void what_is_no_text_is_refused_with_what_it_seems_to_be() {
        assertThat(refusal(new byte[0]).reason()).isEqualTo("the file is empty");
        assertThat(refusal(packed(new byte[0])).reason()).isEqualTo("the file is empty");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0}).reason()).contains("zip");
        assertThat(refusal(new byte[] {1, 2, 0, 4}).reason()).contains("no text file");
        assertThat(refusal("\ufefforder".getBytes(StandardCharsets.UTF_16BE)).reason())
                .contains("UTF-16");
    }

    @Test
    void bytes_that_are_not_utf_8_are_refused_with_the_fix() {
        byte[] file = text(HEADER, LINE.replace("tea", "th\u00e9"));
        byte[] latin = new String(file, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
        InvalidInputException refusal = refusal(latin);
        assertThat(refusal.field()).isEqualTo("file");
        assertThat(refusal.reason()).contains("not UTF-8");
        assertThat(refusal.fix()).contains("encoding");
    }

    @Test
    void a_packed_file_that_is_cut_off_or_damaged_is_refused() {
        byte[] whole = packed(text(HEADER, LINE, LINE.replace("1,anna", "2,anna")));
        assertThat(refusal(Arrays.copyOf(whole, whole.length - 12)).reason()).contains("damaged or cut off");
        byte[] damaged = whole.clone();
        damaged[damaged.length - 5] ^= 1;
        assertThat(refusal(damaged).reason()).contains("damaged or cut off");
    }

    @Test
    void a_quote_that_never_closes_is_refused() {
        assertThat(refusal(text(HEADER, "\"1,anna")).reason()).contains("not CSV");
    }
}
