package perennial.activity.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import perennial.kernel.Words;

/** What tells a cancelled line from a bought one, beside the field "kind". */
sealed interface CancellationRule {
    List<String> KEYS = List.of("column", "starts_with", "is", "negative_quantity");

    /** Nothing does. */
    record None() implements CancellationRule {}

    /** A quantity below zero. */
    record NegativeQuantity() implements CancellationRule {}

    /** The beginning of a column. */
    record Prefix(int line, String column, String prefix) implements CancellationRule {}

    /** One of some words in a column. */
    record OneOf(int line, String column, Set<String> words) implements CancellationRule {}

    static CancellationRule of(Node node) {
        Map<String, Node> entries = YamlReader.entries(node, KEYS);
        int line = YamlReader.line(node);
        Optional<String> column = Optional.ofNullable(entries.get("column")).map(YamlReader::text);
        Node prefix = entries.get("starts_with");
        Node words = entries.get("is");
        Node negative = entries.get("negative_quantity");
        if (negative != null && entries.size() == 1 && YamlReader.yes(negative)) {
            return new NegativeQuantity();
        }
        if (column.isPresent() && prefix != null && words == null && negative == null) {
            return new Prefix(line, column.get(), YamlReader.text(prefix));
        }
        if (column.isPresent() && words != null && prefix == null && negative == null) {
            return new OneOf(line, column.get(), Set.copyOf(YamlReader.texts(words)));
        }
        throw YamlReader.error(
                line,
                String.join(", ", entries.keySet()),
                new Words("this does not say what marks a cancellation", "未说明什么表示取消"),
                new Words(
                        "give a column with starts_with, a column with is, or negative_quantity: true",
                        "请给出 column 和 starts_with、column 和 is，或 negative_quantity: true"));
    }
}
