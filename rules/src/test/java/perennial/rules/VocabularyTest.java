package perennial.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import perennial.rules.Vocabulary.Attribute;
import perennial.rules.Vocabulary.Verb;

class VocabularyTest {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    @Test
    void every_word_has_a_meaning_in_both_languages() {
        assertThat(VOCABULARY.attributes()).extracting(Attribute::meaning).allSatisfy(VocabularyTest::inBothLanguages);
        assertThat(VOCABULARY.verbs()).extracting(Verb::meaning).allSatisfy(VocabularyTest::inBothLanguages);
    }

    @Test
    void numbers_have_a_unit_and_texts_have_none() {
        assertThat(VOCABULARY.attributes())
                .allSatisfy(attribute -> assertThat(attribute.unit() != Unit.NONE)
                        .as(attribute.name())
                        .isEqualTo(attribute.type().numeric()));
    }

    @Test
    void amounts_are_money_and_shares_end_at_one() {
        assertThat(VOCABULARY.attributes()).allSatisfy(attribute -> {
            assertThat(attribute.type() == Vocabulary.Type.AMOUNT).isEqualTo(attribute.unit() == Unit.MONEY);
            assertThat(attribute.unit() != Unit.SHARE || attribute.max() == 1).isTrue();
        });
    }

    @Test
    void the_kinds_of_a_verb_are_of_one_domain_and_every_kind_has_a_verb() {
        assertThat(VOCABULARY.verbs())
                .allSatisfy(verb -> assertThat(verb.kinds())
                        .allSatisfy(kind -> assertThat(kind.domain()).isEqualTo(verb.domain())));
        assertThat(VOCABULARY.verbs().stream().flatMap(verb -> verb.kinds().stream()))
                .contains(Kind.values());
    }

    @Test
    void what_is_transactional_is_said_by_a_verb_that_takes_nothing_else_and_answers_a_moment() {
        assertThat(Kind.values()).allSatisfy(kind -> {
            assertThat(kind.answers().isPresent()).isEqualTo(kind.transactional());
            assertThat(VOCABULARY.attribute("moment").orElseThrow().oneOf())
                    .containsAll(kind.answers().stream().toList());
        });
        assertThat(VOCABULARY.verbs().stream().filter(verb -> verb.domain() == Domain.SERVICE))
                .singleElement()
                .satisfies(verb -> {
                    assertThat(verb.name()).isEqualTo("sendNotice");
                    assertThat(verb.arguments()).hasSize(1);
                });
    }

    @Test
    void every_rule_file_ships_with_its_scenarios() throws IOException {
        assertThat(files(".drl"))
                .containsExactlyInAnyOrderElementsOf(ShippedRules.sources().stream()
                        .map(RuleSource::path)
                        .filter(path -> path.endsWith(".drl"))
                        .toList());
        assertThat(files(".yaml"))
                .containsExactlyInAnyOrderElementsOf(ShippedRules.sources().stream()
                        .map(RuleSource::path)
                        .filter(path -> path.endsWith(".yaml"))
                        .toList());
    }

    private static List<String> files(String ending) throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : List.of("marketing", "pricing", "risk", "service")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.map(path -> folder + "/" + path.getFileName())
                        .filter(path -> path.endsWith(ending))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static void inBothLanguages(Text text) {
        assertThat(text.en()).isNotBlank();
        assertThat(text.zh()).containsPattern("\\p{IsHan}");
    }
}
