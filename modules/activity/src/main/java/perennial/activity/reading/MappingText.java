package perennial.activity.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import perennial.activity.MappingForm;
import perennial.activity.MappingForm.Cancellation;
import perennial.activity.MappingForm.FileShape;
import perennial.activity.MappingForm.Mark;
import perennial.activity.MappingForm.Notation;
import perennial.activity.MappingForm.Source;

/** A form as the text of a mapping, and the other way round. */
public final class MappingText {
    private MappingText() {}

    /** The mapping that the form means, with a line for everything that differs from what a mapping leaves out. */
    public static String write(MappingForm form) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("kind", form.kind());
        FileShape shape = form.shape();
        put(text, "format", shape.format(), "csv");
        put(text, "separator", shape.separator(), ",");
        put(text, "encoding", shape.encoding(), "UTF-8");
        put(text, "sheet", shape.sheet(), "");
        Notation notation = form.notation();
        put(text, "zone", notation.zone(), "");
        put(text, "instants", notation.instants(), "iso");
        put(text, "dates", notation.dates(), "iso");
        put(text, "decimal", notation.decimal(), ".");
        put(text, "grouping", notation.grouping(), "");
        put(text, "currency", notation.currency(), "");
        if (!notation.missing().isEmpty()) {
            text.put("missing", notation.missing());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        form.fields().forEach((field, source) -> fields.put(field, source(source)));
        text.put("fields", fields);
        putOfOrders(text, form);
        return new Dump(DumpSettings.builder()
                        .setSchema(new FailsafeSchema())
                        .setDefaultFlowStyle(FlowStyle.BLOCK)
                        .build())
                .dumpToString(text);
    }

    private static void put(Map<String, Object> text, String key, String value, String usual) {
        if (!value.isEmpty() && !value.equals(usual)) {
            text.put(key, value);
        }
    }

    private static Object source(Source source) {
        Map<String, Object> block = new LinkedHashMap<>();
        put(block, "column", source.column(), "");
        put(block, "constant", source.constant(), "");
        put(block, "drop_prefix", source.dropPrefix(), "");
        put(block, "drop_suffix", source.dropSuffix(), "");
        if (!source.values().isEmpty()) {
            block.put("values", source.values());
        }
        return block.keySet().equals(Set.of("column")) ? source.column() : block;
    }

    private static void putOfOrders(Map<String, Object> text, MappingForm form) {
        Cancellation cancellation = form.cancellation();
        switch (cancellation.mark()) {
            case NONE -> {}
            case NEGATIVE_QUANTITY -> text.put("cancellation", Map.of("negative_quantity", "true"));
            case STARTS_WITH ->
                text.put(
                        "cancellation",
                        marked(cancellation, "starts_with", cancellation.words().get(0)));
            case IS -> text.put("cancellation", marked(cancellation, "is", cancellation.words()));
        }
        if (!form.assumedConsents().isEmpty()) {
            text.put("assume_consent", form.assumedConsents());
        }
        if (form.listPricesDerived()) {
            text.put("derive_list_prices", "true");
        }
    }

    private static Map<String, Object> marked(Cancellation cancellation, String key, Object words) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("column", cancellation.column());
        block.put(key, words);
        return block;
    }

    /** The form that a mapping fills in; the mapping must be one that can be read. */
    public static MappingForm read(String yaml) {
        LoadSettings texts =
                LoadSettings.builder().setSchema(new FailsafeSchema()).build();
        Map<?, ?> text = block(new Load(texts).loadFromString(yaml));
        Map<String, Source> fields = new LinkedHashMap<>();
        block(text.get("fields")).forEach((field, source) -> fields.put(field.toString(), source(source)));
        return new MappingForm(
                text(text, "kind", ""),
                new FileShape(
                        text(text, "format", "csv"),
                        text(text, "separator", ","),
                        text(text, "encoding", "UTF-8"),
                        text(text, "sheet", "")),
                fields,
                notation(text),
                cancellation(block(text.get("cancellation"))),
                words(text.get("assume_consent")),
                text(text, "derive_list_prices", "false").matches("true|yes"));
    }

    private static Notation notation(Map<?, ?> text) {
        return new Notation(
                text(text, "zone", ""),
                text(text, "instants", "iso"),
                text(text, "dates", "iso"),
                text(text, "decimal", "."),
                text(text, "grouping", ""),
                text(text, "currency", ""),
                words(text.get("missing")));
    }

    private static Source source(Object source) {
        if (!(source instanceof Map<?, ?> block)) {
            return Source.column(source.toString());
        }
        Map<String, String> values = new LinkedHashMap<>();
        block(block.get("values")).forEach((word, meaning) -> values.put(word.toString(), meaning.toString()));
        return new Source(
                text(block, "column", ""),
                text(block, "constant", ""),
                text(block, "drop_prefix", ""),
                text(block, "drop_suffix", ""),
                values);
    }

    private static Cancellation cancellation(Map<?, ?> block) {
        String column = text(block, "column", "");
        if (block.containsKey("negative_quantity")) {
            return new Cancellation(Mark.NEGATIVE_QUANTITY, "", List.of());
        }
        if (block.containsKey("starts_with")) {
            return new Cancellation(Mark.STARTS_WITH, column, words(block.get("starts_with")));
        }
        return block.containsKey("is") ? new Cancellation(Mark.IS, column, words(block.get("is"))) : Cancellation.NONE;
    }

    private static Map<?, ?> block(@Nullable Object node) {
        return node instanceof Map<?, ?> block ? block : Map.of();
    }

    private static String text(Map<?, ?> block, String key, String otherwise) {
        return Objects.requireNonNullElse(block.get(key), otherwise).toString();
    }

    private static List<String> words(@Nullable Object node) {
        if (node instanceof List<?> list) {
            List<String> words = new ArrayList<>();
            list.forEach(word -> words.add(String.valueOf(word)));
            return List.copyOf(words);
        }
        return node == null ? List.of() : List.of(node.toString());
    }
}
