package perennial.webhooks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.kernel.InvalidInputException;

class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crm.example/hook?shop=1",
                "HTTPS://10.0.0.7:8443/hook",
                "http://localhost:9000/",
                "http://127.0.0.1:9000/hook",
                "http://[::1]:9000/hook"
            })
    void https_and_the_machine_itself_are_taken_without_a_word(String text) {
        assertThat(Address.parse(text).warning()).isEmpty();
    }

    @Test
    void plain_http_to_another_machine_is_taken_with_a_warning_in_both_languages() {
        assertThat(Address.parse("http://crm.example/hook").warning())
                .hasValueSatisfying(words -> assertThat(words.english()).contains("https"))
                .hasValueSatisfying(words -> assertThat(words.chinese()).contains("https"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "crm.example/hook",
                "ftp://crm.example/hook",
                "file:///etc/passwd",
                "https:///hook",
                "https:crm.example",
                "https://crm.example:99999/hook",
                "https://crm.example/hook#part",
                "https://crm example/hook"
            })
    void what_is_no_address_of_a_web_server_is_refused(String text) {
        assertThatThrownBy(() -> Address.parse(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("address: ");
    }

    @Test
    void user_and_password_are_refused_and_not_repeated() {
        assertThatThrownBy(() -> Address.parse("https://anna:hunter2@crm.example/hook"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("user and password")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void an_endless_address_is_refused() {
        assertThatThrownBy(() -> Address.parse("https://crm.example/" + "a".repeat(2000)))
                .isInstanceOf(InvalidInputException.class);
    }
}
