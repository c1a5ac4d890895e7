package perennial.activity.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import perennial.kernel.InvalidInputException;

class MappingTest {
    private static InvalidInputException refusal(String yaml) {
        return catchThrowableOfType(InvalidInputException.class, () -> Mapping.parse(yaml));
    }

    @Test
    void a_word_that_is_not_known_is_named_with_its_line_and_the_nearest_one() {
        InvalidInputException refusal = refusal(Files.ORDERS.replace("customer_id:", "costumer_id:"));
        assertThat(refusal.field()).isEqualTo("mapping");
        assertThat(refusal.value()).isEqualTo("costumer_id");
        assertThat(refusal.reason()).startsWith("line 4:");
        assertThat(refusal.fix()).startsWith("did you mean \"customer_id\"?");
    }

    @Test
    void a_key_of_the_wrong_name_is_named_with_its_own_line_even_above_a_block() {
        InvalidInputException refusal = refusal("kind: orders\nfeilds:\n  order_id: a\n");
        assertThat(refusal.reason()).startsWith("line 2:");
        assertThat(refusal.fix()).startsWith("did you mean \"fields\"?");
    }

    @Test
    void a_field_that_is_needed_must_be_there() {
        InvalidInputException refusal = refusal(Files.ORDERS.replace("  sku: sku\n", ""));
        assertThat(refusal.reason()).contains("\"sku\" is missing");
    }

    @Test
    void what_belongs_to_orders_is_refused_elsewhere() {
        InvalidInputException refusal = refusal("kind: customers\nfields:\n  customer_id: id\nassume_consent: email\n");
        assertThat(refusal.reason()).startsWith("line 4:").contains("orders only");
    }

    @Test
    void a_zone_of_the_wrong_name_gets_the_nearest_one() {
        assertThat(refusal(Files.ORDERS + "zone: Europe/Lodnon\n").fix()).contains("Europe/London");
    }

    @Test
    void text_that_is_no_yaml_is_refused_with_its_line() {
        assertThat(refusal("kind: orders\nfields: [unclosed\n").reason()).contains("this is not YAML");
    }

    @Test
    void nothing_at_all_is_refused() {
        assertThat(refusal("").reason()).contains("empty");
    }

    @Test
    void a_name_that_stands_twice_is_refused() {
        assertThat(refusal(Files.ORDERS + "kind: orders\n").reason()).contains("twice");
    }

    @Test
    void a_field_with_neither_column_nor_constant_is_refused() {
        String yaml = Files.ORDERS.replace("  sku: sku\n", "  sku:\n    drop_prefix: x\n");
        assertThat(refusal(yaml).reason()).contains("either a column or a constant");
    }

    @Test
    void a_format_of_times_that_means_nothing_is_refused() {
        assertThat(refusal(Files.ORDERS + "instants: yyyy-bbb\n").reason()).startsWith("line 9:");
    }

    @Test
    void the_decimal_sign_is_not_the_grouping_sign() {
        assertThat(refusal(Files.ORDERS + "grouping: \".\"\n").reason()).startsWith("line 9:");
    }

    @Test
    void what_marks_a_cancellation_must_be_said_whole() {
        assertThat(refusal(Files.ORDERS + "cancellation:\n  column: order_id\n").fix())
                .contains("starts_with");
    }
}
