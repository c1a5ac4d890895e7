package perennial.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”");
    private static final Pattern PLACE = Pattern.compile("\\{\\d[^}]*}|%n");

    @ParameterizedTest
    @ValueSource(strings = {"usage", "terminal/messages"})
    void both_languages_have_the_same_phrases(String bundle) {
        assertThat(phrases(bundle + "_zh_CN").keySet())
                .isEqualTo(phrases(bundle).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage", "terminal/messages"})
    void both_languages_have_the_same_places_to_fill(String bundle) {
        Properties chinese = phrases(bundle + "_zh_CN");
        phrases(bundle)
                .forEach((key, english) -> assertThat(places(chinese.getProperty((String) key)))
                        .as((String) key)
                        .isEqualTo(places((String) english)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage_zh_CN", "terminal/messages_zh_CN"})
    void the_chinese_has_no_english_sentence_left(String bundle) {
        phrases(bundle)
                .forEach((key, phrase) -> assertThat(
                                QUOTED.matcher((String) phrase).replaceAll(""))
                        .as((String) key)
                        .doesNotContainPattern(ENGLISH_SENTENCE));
    }

    private static Set<String> places(String phrase) {
        return PLACE.matcher(phrase).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties phrases(String bundle) {
        Properties phrases = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(BundlesTest.class.getResourceAsStream(bundle + ".properties")), UTF_8)) {
            phrases.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return phrases;
    }
}
