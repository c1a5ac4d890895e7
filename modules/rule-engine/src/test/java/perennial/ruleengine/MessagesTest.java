package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import perennial.ruleengine.Decision.Rail;
import perennial.ruleengine.Dropped.Cause;
import perennial.rules.Text;
import perennial.rules.Unit;

class MessagesTest {
    private static final String NAME = "perennial.ruleengine.messages";

    @Test
    void both_languages_have_the_same_sentences_with_the_same_places() {
        ResourceBundle en = ResourceBundle.getBundle(NAME, Locale.ROOT);
        ResourceBundle zh = ResourceBundle.getBundle(NAME, Locale.SIMPLIFIED_CHINESE);
        assertThat(zh.keySet()).isEqualTo(en.keySet());
        assertThat(en.keySet()).allSatisfy(key -> {
            assertThat(en.getString(key)).doesNotContain("'");
            assertThat(zh.getString(key)).doesNotContain("'");
            assertThat(places(zh.getString(key))).as(key).isEqualTo(places(en.getString(key)));
        });
    }

    @Test
    void every_unit_cause_and_rail_has_words() {
        for (Unit unit : Unit.values()) {
            assertThat(Messages.text("unit." + unit, "").en()).isNotBlank();
        }
        for (Cause cause : Cause.values()) {
            assertThat(Messages.text("dropped." + cause, "1", "2").zh()).isNotBlank();
        }
        for (Rail rail : Rail.values()) {
            assertThat(Messages.text("limit." + rail, new Text("1", "1"), new Text("2", "2"))
                            .en())
                    .isNotBlank();
        }
    }

    private static long places(String sentence) {
        return sentence.chars().filter(c -> c == '{').count();
    }
}
