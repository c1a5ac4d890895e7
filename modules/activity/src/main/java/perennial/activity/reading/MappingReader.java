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

/** Reads a mapping file, strictly: a word that it does not know is an error with its line. */
final class MappingReader {
    private static final List<String> KEYS = List.of(
            "kind",
            "format",
            "separator",
            "encoding",
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
        Kind kind = word(needed("kind"), "kind of file", Arrays.asList(Kind.values()), Kind::label);
        if (kind != Kind.ORDERS) {
            entries.keySet().stream().filter(OF_ORDERS::contains).findFirst().ifPresent(this::refuseOutsideOrders);
        }
        return new Mapping(
                kind,
                optional("format", node -> word(node, "format", Arrays.asList(Format.values()), MappingReader::label))
                        .orElse(Format.CSV),
                optional("separator", MappingReader::separator).orElse(','),
                optional("encoding", MappingReader::encoding).orElse(StandardCharsets.UTF_8),
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
                lineOf(key), key, "\"" + key + "\" belongs to orders only", "leave it out, or write \"kind: orders\"");
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
                        "the field \"" + field + "\" is missing",
                        "say which column of the file it is; a file of " + kind.label() + " needs "
                                + String.join(", ", kind.needed()));
            }
        }
        return Map.copyOf(fields);
    }

    private Node needed(String key) {
        Node node = entries.get(key);
        if (node == null) {
            throw YamlReader.error(1, "", "\"" + key + "\" is missing", "add a line that begins with \"" + key + ":\"");
        }
        return node;
    }

    private <T> Optional<T> optional(String key, Function<Node, T> reader) {
        return Optional.ofNullable(entries.get(key)).map(reader);
    }

    private int lineOf(String key) {
        return YamlReader.line(needed(key));
    }

    private static <T> T word(Node node, String what, Collection<T> values, Function<T, String> label) {
        String given = YamlReader.text(node);
        List<String> known = values.stream().map(label).toList();
        return values.stream()
                .filter(value -> label.apply(value).equals(given))
                .findFirst()
                .orElseThrow(() -> YamlReader.error(
                        YamlReader.line(node),
                        given,
                        "\"" + given + "\" is no " + what,
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
                    YamlReader.line(node), text, "a separator is one character", "write \",\", \";\", \"|\" or tab");
        }
        return text.charAt(0);
    }

    private static Charset encoding(Node node) {
        String text = YamlReader.text(node);
        try {
            return Charset.forName(text);
        } catch (IllegalArgumentException e) {
            throw YamlReader.error(
                    YamlReader.line(node), text, "this encoding is not known", "write UTF-8, GBK or windows-1252");
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
                    "this time zone is not known",
                    NearestWord.to(text, ZoneId.getAvailableZoneIds())
                            .map(zone -> "did you mean \"" + zone + "\"?")
                            .orElse("write one such as Europe/London"));
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
                    "this currency is not known",
                    "write its code of ISO 4217, such as EUR");
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
                            "\"" + unknown + "\" is no channel of consent",
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
                    "the decimal sign and the grouping sign must be two different characters",
                    "write decimal: \",\" and grouping: \".\" for 1.234,56");
        }
        return new DecimalFormat(
                point.charAt(0), grouping.isEmpty() ? Optional.empty() : Optional.of(grouping.charAt(0)));
    }
}
