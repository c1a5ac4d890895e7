package perennial.activity.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import perennial.kernel.InvalidInputException;

/** A YAML file as nodes that know their line, so that every error can name it. */
final class YamlReader {
    private YamlReader() {}

    static Node root(String yaml) {
        return compose(yaml)
                .orElseThrow(() -> error(1, "", "the mapping is empty", "begin with a line such as \"kind: orders\""));
    }

    private static Optional<Node> compose(String yaml) {
        try {
            return new Compose(LoadSettings.builder().setLabel("mapping").build()).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw error(line, "", "this is not YAML: " + e.getProblem(), "mind indents, quotes and colons");
        } catch (YamlEngineException e) {
            throw error(1, "", "this is not YAML: " + e.getMessage(), "send a text file in UTF-8");
        }
    }

    /** The entries of a block of "name: value" lines whose names are all among these. */
    static Map<String, Node> entries(Node node, List<String> known) {
        return entries(node, known::contains, known);
    }

    /** The entries of a block of "name: value" lines, in their order; a name that is not known is an error. */
    static Map<String, Node> entries(Node node, Predicate<String> known, List<String> shown) {
        if (!(node instanceof MappingNode block)) {
            throw error(
                    line(node), "", "here must stand lines of the form \"name: value\"", "indent them below the name");
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : block.getValue()) {
            String name = text(tuple.getKeyNode());
            if (!known.test(name)) {
                throw error(
                        line(tuple.getKeyNode()),
                        name,
                        "\"" + name + "\" is not known here",
                        NearestWord.advice(name, shown));
            }
            if (entries.put(name, tuple.getValueNode()) != null) {
                throw error(
                        line(tuple.getKeyNode()), name, "\"" + name + "\" stands here twice", "leave one of them out");
            }
        }
        return entries;
    }

    static boolean isText(Node node) {
        return node instanceof ScalarNode;
    }

    static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error(line(node), "", "here must stand one word", "give one value, not a list or a block");
    }

    /** One word stands for a list of one. */
    static List<String> texts(Node node) {
        if (node instanceof SequenceNode sequence) {
            List<String> texts = new ArrayList<>();
            sequence.getValue().forEach(item -> texts.add(text(item)));
            return texts;
        }
        return List.of(text(node));
    }

    static boolean yes(Node node) {
        return switch (text(node)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw error(line(node), text(node), "this is neither true nor false", "write true or false");
        };
    }

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    static InvalidInputException error(int line, String value, String reason, String fix) {
        return new InvalidInputException("mapping", value, "line " + line + ": " + reason, fix);
    }
}
