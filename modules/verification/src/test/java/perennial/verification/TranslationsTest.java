package perennial.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.ruleengine.Dropped;

/** What people read exists in English and in Simplified Chinese: in bundles, in code, and on the console's pages. */
class TranslationsTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final String CHINESE = "_zh_CN.properties";
    private static final Pattern ENGLISH_SENTENCE = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+|%n");
    private static final Pattern DEED = Pattern.compile("\"([a-z]+(?:\\.[a-z-]+)+)\"");
    private static final Pattern PHRASE = Pattern.compile("(\\w+)Text\\['([^']+)']");

    static List<Path> bundles() {
        return files("src/main/resources", ".properties").stream()
                .filter(file -> !file.toString().endsWith(CHINESE))
                .filter(file -> !file.toString().contains("META-INF")) // settings, not phrases
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_have_the_same_phrases_with_the_same_places_to_fill(Path english) {
        Properties phrases = phrases(english);
        Properties chinese = phrases(chineseOf(english));
        assertThat(chinese.keySet()).isEqualTo(phrases.keySet());
        phrases.forEach((key, phrase) -> assertThat(places(chinese.getProperty((String) key)))
                .as((String) key)
                .isEqualTo(places((String) phrase)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void the_chinese_has_no_english_sentence_left(Path english) {
        phrases(chineseOf(english)).forEach((key, phrase) -> assertChinese((String) key, (String) phrase));
    }

    @Test
    void a_sentence_left_in_english_is_caught() {
        assertThat(ENGLISH_SENTENCE.matcher("an order was rejected").find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new Words(\"gone\", \"gone\")",
                "new Words(\"none of \" + what, \"none of \" + what.toString())",
                "new Words(\"not YAML: \" + e.getProblem(), \"不是 YAML：\" + e.getProblem())",
                "new Words(\"it is (not) here, \" + f(a, b), \"它 it is not here\")"
            })
    void a_pair_that_says_english_twice_is_caught(String code) {
        assertThat(SentencePair.in(code))
                .singleElement()
                .satisfies(pair -> assertThat(pair.flaw()).isPresent());
    }

    @Test
    void pairs_in_code_say_on_their_right_in_chinese_what_they_say_on_their_left() {
        List<String> lacking = sources().flatMap(TranslationsTest::untranslated).toList();
        assertThat(lacking).isEmpty();
    }

    @Test
    void every_phrase_that_a_page_of_the_console_names_exists() {
        Map<String, Set<String>> known = new HashMap<>();
        for (Path page : files("src/main/webapp", ".xhtml")) {
            Matcher phrase = PHRASE.matcher(text(page));
            while (phrase.find()) {
                assertThat(known.computeIfAbsent(phrase.group(1), TranslationsTest::consolePhrases))
                        .as("%s of %sText on %s", phrase.group(2), phrase.group(1), page.getFileName())
                        .contains(phrase.group(2));
            }
        }
        assertThat(known).isNotEmpty();
    }

    @Test
    void every_deed_that_the_audit_trail_keeps_has_a_name_on_its_page() {
        Set<String> deeds = sources()
                .map(TranslationsTest::text)
                .filter(source -> source.contains("new Act("))
                .flatMap(source -> DEED.matcher(source).results())
                .map(deed -> "deed." + deed.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(deeds).contains("deed.run.started", "deed.login.barred");
        assertThat(consolePhrases("administration")).containsAll(deeds);
    }

    @Test
    void everything_that_keeps_a_proposal_from_being_decided_has_a_name_on_the_page_of_rules() {
        assertThat(consolePhrases("rules"))
                .containsAll(Arrays.stream(Dropped.Cause.values())
                        .map(cause ->
                                "cause." + cause.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    private static Set<String> consolePhrases(String area) {
        return phrases(ROOT.resolve(
                        "modules/console/src/main/resources/perennial/console/" + area + "/phrases.properties"))
                .stringPropertyNames();
    }

    private static void assertChinese(String key, String phrase) {
        assertThat(QUOTED.matcher(phrase).replaceAll("")).as(key).doesNotContainPattern(ENGLISH_SENTENCE);
    }

    private static Stream<String> untranslated(Path source) {
        return SentencePair.in(text(source)).stream()
                .flatMap(pair -> pair.flaw().stream())
                .map(flaw -> source.getFileName() + ": " + flaw);
    }

    private static Path chineseOf(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace(".properties", CHINESE));
    }

    private static Set<String> places(String phrase) {
        return PLACE.matcher(phrase).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties phrases(Path bundle) {
        Properties phrases = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle, UTF_8)) {
            phrases.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return phrases;
    }

    private static Stream<Path> sources() {
        return files("src/main/java", ".java").stream();
    }

    private static List<Path> files(String folder, String ending) {
        return Stream.of(ROOT.resolve("modules"), ROOT.resolve("deploy"), ROOT.resolve("rules"))
                .flatMap(TranslationsTest::withChildren)
                .map(module -> module.resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(TranslationsTest::all)
                .filter(file -> file.toString().endsWith(ending))
                .sorted()
                .toList();
    }

    private static Stream<Path> withChildren(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return Stream.concat(Stream.of(folder), children.toList().stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> all(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
