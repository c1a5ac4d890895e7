package perennial.activity.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** How shops call the fields of their files and the words in them, in English and in Chinese. */
final class WordLists {
    private static final WordLists SHIPPED = load();

    private final Map<String, Map<String, List<String>>> lists;

    private WordLists(Map<String, Map<String, List<String>>> lists) {
        this.lists = lists;
    }

    static WordLists shipped() {
        return SHIPPED;
    }

    private static WordLists load() {
        try (InputStream file = WordLists.class.getResourceAsStream("/perennial/activity/words.yaml")) {
            String yaml = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Map<String, List<String>>> lists = new LinkedHashMap<>();
            entries(YamlReader.root(yaml)).forEach((list, node) -> {
                Map<String, List<String>> words = new LinkedHashMap<>();
                entries(node)
                        .forEach((word, names) -> words.put(
                                word,
                                YamlReader.texts(names).stream()
                                        .map(WordLists::plain)
                                        .toList()));
                lists.put(list, words);
            });
            return new WordLists(lists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Node> entries(Node node) {
        return YamlReader.entries(node, name -> true, List.of());
    }

    /** How well a column's name tells a field of a kind of file: 0 for not at all, most if it is one of its names. */
    int likeness(Kind kind, String field, String column) {
        String given = plain(column);
        if (given.equals(plain(field))) {
            return 1_000;
        }
        return names(kind.label(), field).stream()
                .mapToInt(name -> likeness(name, given))
                .max()
                .orElse(0);
    }

    private static int likeness(String name, String given) {
        if (given.equals(name)) {
            return 900;
        }
        boolean telling = name.length() >= (name.charAt(0) < 0x2e80 ? 5 : 2);
        return telling && given.contains(name) ? 100 + name.length() : 0;
    }

    /** What a word of a file means, of the words that a field may hold. */
    Optional<String> meaning(Kind kind, String field, String word) {
        String list = field.startsWith("consent.") ? "consent words" : kind.label() + " words";
        String given = plain(word);
        return kind.vocabulary(field).stream()
                .filter(meaning -> meaning.equals(word) || names(list, meaning).contains(given))
                .findFirst();
    }

    private List<String> names(String list, String word) {
        return lists.getOrDefault(list, Map.of()).getOrDefault(word, List.of());
    }

    /** Letters and digits alone, small. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder();
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
