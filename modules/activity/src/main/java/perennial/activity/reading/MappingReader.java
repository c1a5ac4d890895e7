package perennial.activity.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import perennial.activity.reading.Mapping.Format;
import perennial.kernel.NearestWord;
import perennial.kernel.Words;

/** Reads a mapping file, strictly: a word that it does not know is an error with its line. */
final class MappingReader {
    private static final List<String> KEYS = List.of(
            "kind",
            "format",
            "separator",
            "encoding",
            "sheet",
            "zone",
            "instants",
            "dates",
            "decimal",
            "grouping",
            "currency",
            "missing",
            "fields",
            "cancellation",
            "assume_consent",
            "derive_list_prices");
    private static final Set<String> OF_ORDERS = Set.of("cancellation", "assume_consent", "derive_list_prices");
    private static final List<String> CHANNELS = List.of("email", "sms", "push", "post");

    private final Map<String, Node> entries;

    private MappingReader(Map<String, Node> entries) {
        this.entries = entries;
    }

    static Mapping read(String yaml) {
        return new MappingReader(YamlReader.entries(YamlReader.root(yaml), KEYS)).mapping();
    }

    private Mapping mapping() {
        Kind kind = word(needed("kind"), new Words("kind of file", "文件种类"), Arrays.asList(Kind.values()), Kind::label);
        if (kind != Kind.ORDERS) {
            entries.keySet().stream().filter(OF_ORDERS::contains).findFirst().ifPresent(this::refuseOutsideOrders);
        }
        return new Mapping(
                kind,
                optional(
                                "format",
                                node -> word(
                                        node,
                                        new Words("format", "格式"),
                                        Arrays.asList(Format.values()),
                                        MappingReader::label))
                        .orElse(Format.CSV),
                optional("separator", MappingReader::separator).orElse(','),
                optional("encoding", MappingReader::encoding).orElse(StandardCharsets.UTF_8),
                optional("sheet", YamlReader::text),
                optional("zone", MappingReader::zone),
                optional("instants", InstantFormat::of).orElse(InstantFormat.ISO),
                optional("dates", DateFormat::of).orElse(DateFormat.ISO),
                decimals(),
                optional("currency", MappingReader::currency),
                Set.copyOf(optional("missing", YamlReader::texts).orElse(List.of())),
                fields(kind),
                optional("cancellation", CancellationRule::of).orElse(new CancellationRule.None()),
                optional("assume_consent", MappingReader::channels).orElse(List.of()),
                optional("derive_list_prices", YamlReader::yes).orElse(false));
    }

    private void refuseOutsideOrders(String key) {
        throw YamlReader.error(
                lineOf(key),
                key,
                new Words("\"" + key + "\" belongs to orders only", "“" + key + "”只用于订单"),
                new Words("leave it out, or write \"kind: orders\"", "请删去它，或写 \"kind: orders\""));
    }

    private Map<String, FieldRule> fields(Kind kind) {
        Node block = needed("fields");
        Map<String, FieldRule> fields = new LinkedHashMap<>();
        YamlReader.entries(block, kind::has, kind.fields())
                .forEach((field, node) -> fields.put(field, FieldRule.of(field, node)));
        for (String field : kind.needed()) {
            if (!fields.containsKey(field)) {
                throw YamlReader.error(
                        YamlReader.line(block),
                        "",
                        new Words("the field \"" + field + "\" is missing", "缺少字段“" + field + "”"),
                        new Words(
                                "say which column of the file it is; a file of " + kind.label() + " needs "
                                        + String.join(", ", kind.needed()),
                                "请指明它是文件的哪一列；" + kind.label() + " 文件需要 " + String.join(", ", kind.needed())));
            }
        }
        return Map.copyOf(fields);
    }

    private Node needed(String key) {
        Node node = entries.get(key);
        if (node == null) {
            throw YamlReader.error(
                    1,
                    "",
                    new Words("\"" + key + "\" is missing", "缺少“" + key + "”"),
                    new Words("add a line that begins with \"" + key + ":\"", "请添加以“" + key + ":”开头的一行"));
        }
        return node;
    }

    private <T> Optional<T> optional(String key, Function<Node, T> reader) {
        return Optional.ofNullable(entries.get(key)).map(reader);
    }

    private int lineOf(String key) {
        return YamlReader.line(needed(key));
    }

    private static <T> T word(Node node, Words what, Collection<T> values, Function<T, String> label) {
        String given = YamlReader.text(node);
        List<String> known = values.stream().map(label).toList();
        return values.stream()
                .filter(value -> label.apply(value).equals(given))
                .findFirst()
                .orElseThrow(() -> YamlReader.error(
                        YamlReader.line(node),
                        given,
                        new Words("\"" + given + "\" is no " + what.english(), "“" + given + "”不是" + what.chinese()),
                        NearestWord.advice(given, known)));
    }

    private static String label(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static char separator(Node node) {
        String text = YamlReader.text(node);
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw YamlReader.error(
                    YamlReader.line(node),
                    text,
                    new Words("a separator is one character", "分隔符应为一个字符"),
                    new Words("write \",\", \";\", \"|\" or tab", "请写 \",\"、\";\"、\"|\" 或 tab"));
        }
        return text.charAt(0);
    }

    private static Charset encoding(Node node) {
        String text = YamlReader.text(node);
        try {
            return Charset.forName(text);
        } catch (IllegalArgumentException e) {
            throw YamlReader.error(
                    YamlReader.line(node),
                    text,
                    new Words("this encoding is not known", "不认识此编码"),
                    new Words("write UTF-8, GBK or windows-1252", "请写 UTF-8、GBK 或 windows-1252"));
        }
    }

    private static ZoneId zone(Node node) {
        String text = YamlReader.text(node);
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw YamlReader.error(
                    YamlReader.line(node),
                    text,
                    new Words("this time zone is not known", "不认识此时区"),
                    NearestWord.to(text, ZoneId.getAvailableZoneIds())
                            .map(zone -> new Words("did you mean \"" + zone + "\"?", "是否指“" + zone + "”？"))
                            .orElse(new Words("write one such as Europe/London", "请写例如 Asia/Shanghai")));
        }
    }

    private static Currency currency(Node node) {
        String text = YamlReader.text(node);
        try {
            return Currency.getInstance(text);
        } catch (IllegalArgumentException e) {
            throw YamlReader.error(
                    YamlReader.line(node),
                    text,
                    new Words("this currency is not known", "不认识此币种"),
                    new Words("write its code of ISO 4217, such as EUR", "请写 ISO 4217 代码，例如 CNY"));
        }
    }

    private static List<String> channels(Node node) {
        List<String> channels = YamlReader.texts(node);
        channels.stream()
                .filter(channel -> !CHANNELS.contains(channel))
                .findFirst()
                .ifPresent(unknown -> {
                    throw YamlReader.error(
                            YamlReader.line(node),
                            unknown,
                            new Words("\"" + unknown + "\" is no channel of consent", "“" + unknown + "”不是同意的渠道"),
                            NearestWord.advice(unknown, CHANNELS));
                });
        return List.copyOf(channels);
    }

    private DecimalFormat decimals() {
        String point = optional("decimal", YamlReader::text).orElse(".");
        String grouping = optional("grouping", YamlReader::text).orElse("");
        boolean clear = point.length() == 1
                && grouping.length() <= 1
                && !point.equals(grouping)
                && Stream.of(point, grouping).noneMatch(sign -> sign.matches("[0-9+-]"));
        if (!clear) {
            throw YamlReader.error(
                    entries.containsKey("decimal") ? lineOf("decimal") : lineOf("grouping"),
                    point + " " + grouping,
                    new Words(
                            "the decimal sign and the grouping sign must be two different characters",
                            "小数点与千位分隔符必须是两个不同的字符"),
                    new Words(
                            "write decimal: \",\" and grouping: \".\" for 1.234,56",
                            "对于 1.234,56，请写 decimal: \",\" 和 grouping: \".\""));
        }
        return new DecimalFormat(
                point.charAt(0), grouping.isEmpty() ? Optional.empty() : Optional.of(grouping.charAt(0)));
    }
}
