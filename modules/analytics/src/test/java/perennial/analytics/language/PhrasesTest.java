package perennial.analytics.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import perennial.analytics.lifecycle.Stage;

class PhrasesTest {
    private static final Phrases STAGES = Phrases.beside(Stage.class, "labels");
    private final Locale machine = Locale.getDefault();

    @AfterEach
    void give_the_machine_its_language_back() {
        Locale.setDefault(machine);
    }

    @Test
    void every_kind_of_chinese_gets_chinese_words_and_everybody_else_english_ones() {
        assertThat(STAGES.get(Locale.forLanguageTag("zh-Hans-CN"), "churned")).isEqualTo("流失");
        assertThat(STAGES.get(Locale.CHINESE, "churned")).isEqualTo("流失");
        assertThat(STAGES.get(Locale.ENGLISH, "churned")).isEqualTo("Churned");
        assertThat(STAGES.get(Locale.GERMANY, "churned")).isEqualTo("Churned");
    }

    @Test
    void the_machines_own_language_does_not_matter() {
        Locale.setDefault(Locale.CHINA);
        assertThat(Phrases.beside(Stage.class, "labels").get(Locale.ENGLISH, "churned"))
                .isEqualTo("Churned");
    }

    @Test
    void a_key_without_a_phrase_is_an_error() {
        assertThatThrownBy(() -> STAGES.get(Locale.ENGLISH, "no such key"))
                .isInstanceOf(MissingResourceException.class);
    }
}
