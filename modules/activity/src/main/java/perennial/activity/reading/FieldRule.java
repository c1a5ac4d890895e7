package perennial.activity.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import perennial.kernel.Words;

/**
 * Where the value of a field comes from.
 *
 * @param line of the mapping file, for errors
 * @param column of the file; empty for a constant
 * @param constant the same value for every line
 * @param dropPrefix left out of the beginning, where a value has it
 * @param dropSuffix left out of the end, where a value has it
 * @param values what a word of the file stands for; a word that is missing here stays as it is
 */
record FieldRule(
        int line,
        Optional<String> column,
        Optional<String> constant,
        String dropPrefix,
        String dropSuffix,
        Map<String, String> values) {
    private static final List<String> KEYS = List.of("column", "constant", "drop_prefix", "drop_suffix", "values");

    static FieldRule of(String field, Node node) {
        int line = YamlReader.line(node);
        if (YamlReader.isText(node)) {
            return new FieldRule(line, Optional.of(YamlReader.text(node)), Optional.empty(), "", "", Map.of());
        }
        Map<String, Node> entries = YamlReader.entries(node, KEYS);
        Optional<String> column = text(entries, "column");
        Optional<String> constant = text(entries, "constant");
        if (column.isPresent() == constant.isPresent()) {
            throw YamlReader.error(
                    line,
                    field,
                    new Words("\"" + field + "\" needs either a column or a constant", "“" + field + "”需要一列或一个固定值"),
                    new Words("give one of the two", "请给出二者之一"));
        }
        Map<String, String> values = new HashMap<>();
        Optional.ofNullable(entries.get("values"))
                .ifPresent(block -> YamlReader.entries(block, word -> true, List.of())
                        .forEach((word, meaning) -> values.put(word, YamlReader.text(meaning))));
        return new FieldRule(
                line,
                column,
                constant,
                text(entries, "drop_prefix").orElse(""),
                text(entries, "drop_suffix").orElse(""),
                Map.copyOf(values));
    }

    private static Optional<String> text(Map<String, Node> entries, String key) {
        return Optional.ofNullable(entries.get(key)).map(YamlReader::text);
    }

    /** The value of a field that holds this text. */
    String apply(String text) {
        String value = text.strip();
        if (!dropPrefix.isEmpty() && value.startsWith(dropPrefix)) {
            value = value.substring(dropPrefix.length());
        }
        if (!dropSuffix.isEmpty() && value.endsWith(dropSuffix)) {
            value = value.substring(0, value.length() - dropSuffix.length());
        }
        return values.isEmpty() ? value : values.getOrDefault(value, value);
    }
}
