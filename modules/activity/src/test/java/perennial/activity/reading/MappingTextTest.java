package perennial.activity.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTextTest {
    private static final String GERMAN = """
            kind: orders
            separator: tab
            encoding: windows-1252
            sheet: "2024"
            zone: Europe/Berlin
            instants: "dd.MM.yyyy HH:mm"
            currency: EUR
            decimal: ","
            grouping: "."
            missing: ["-", "NULL"]
            fields:
              order_id: Bestellung
              customer_id: {column: Kunde, drop_prefix: "K-"}
              at: Zeit
              sku: Artikel
              quantity: Menge
              unit_price: Preis
              kind: {column: Art, values: {V: purchase, "no": return}}
              channel: {constant: "true"}
            cancellation: {column: Art, is: [S, R]}
            assume_consent: email
            derive_list_prices: true
            """;

    /** Where a rule stands in its text is all that may differ. */
    private static Object without(Mapping mapping) {
        return mapping.toString().replaceAll("line=\\d+", "line").replaceAll("Value=[^,\\]]*@[0-9a-f]+", "");
    }

    private static void assertKept(String yaml) {
        String written = MappingText.write(MappingText.read(yaml));
        assertThat(without(Mapping.parse(written))).isEqualTo(without(Mapping.parse(yaml)));
        assertThat(MappingText.read(written)).isEqualTo(MappingText.read(yaml));
    }

    @Test
    void a_mapping_that_filled_a_form_comes_out_of_it_as_it_went_in() {
        assertKept(GERMAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "online-retail",
                "perennial-catalogue",
                "perennial-costs",
                "perennial-customers",
                "perennial-events",
                "perennial-orders"
            })
    void every_shipped_mapping_fits_the_form(String name) throws IOException {
        try (InputStream file =
                MappingText.class.getResourceAsStream("/perennial/activity/mappings/" + name + ".yaml")) {
            assertKept(new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
