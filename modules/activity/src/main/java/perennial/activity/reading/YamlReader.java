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
import perennial.kernel.NearestWord;
import perennial.kernel.Words;

/** A YAML file as nodes that know their line, so that every error can name it. */
final class YamlReader {
    private YamlReader() {}

    static Node root(String yaml) {
        return compose(yaml)
                .orElseThrow(() -> error(
                        1,
                        "",
                        new Words("the mapping is empty", "映射为空"),
                        new Words("begin with a line such as \"kind: orders\"", "请以 \"kind: orders\" 这样的一行开头")));
    }

    private static Optional<Node> compose(String yaml) {
        try {
            return new Compose(LoadSettings.builder().setLabel("mapping").build()).composeString(yaml);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw error(
                    line,
                    "",
                    new Words("this is not YAML: " + e.getProblem(), "此处不符合 YAML 语法"),
                    new Words("mind indents, quotes and colons", "请注意缩进、引号和冒号"));
        } catch (YamlEngineException e) {
            throw error(
                    1,
                    "",
                    new Words("this is not YAML: " + e.getMessage(), "这不是 YAML 文件"),
                    new Words("send a text file in UTF-8", "请发送 UTF-8 编码的文本文件"));
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
                    line(node),
                    "",
                    new Words("here must stand lines of the form \"name: value\"", "此处应为“名称: 值”形式的行"),
                    new Words("indent them below the name", "请在名称下方缩进书写"));
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : block.getValue()) {
            String name = text(tuple.getKeyNode());
            if (!known.test(name)) {
                throw error(
                        line(tuple.getKeyNode()),
                        name,
                        new Words("\"" + name + "\" is not known here", "此处不认识“" + name + "”"),
                        NearestWord.advice(name, shown));
            }
            if (entries.put(name, tuple.getValueNode()) != null) {
                throw error(
                        line(tuple.getKeyNode()),
                        name,
                        new Words("\"" + name + "\" stands here twice", "“" + name + "”在此出现两次"),
                        new Words("leave one of them out", "请删去其中一个"));
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
        throw error(
                line(node),
                "",
                new Words("here must stand one word", "此处应为一个词"),
                new Words("give one value, not a list or a block", "请给出一个值，而不是列表或块"));
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
            default ->
                throw error(
                        line(node),
                        text(node),
                        new Words("this is neither true nor false", "既不是 true 也不是 false"),
                        new Words("write true or false", "请写 true 或 false"));
        };
    }

    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    static InvalidInputException error(int line, String value, Words reason, Words fix) {
        return new UnreadableMappingException(line, value, reason, fix);
    }
}
