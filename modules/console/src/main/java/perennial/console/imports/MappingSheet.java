package perennial.console.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import perennial.activity.MappingForm;
import perennial.activity.MappingForm.Cancellation;
import perennial.activity.MappingForm.FileShape;
import perennial.activity.MappingForm.Mark;
import perennial.activity.MappingForm.Notation;
import perennial.activity.MappingForm.Source;

/** The form of a mapping while somebody fills it in; an empty field is null. */
public class MappingSheet {
    private final String kind;
    private final List<FieldRow> fields;
    private final MappingForm origin;
    private @Nullable String instants;
    private @Nullable String dates;
    private @Nullable String numbers;
    private @Nullable String currency;
    private @Nullable String zone;
    private @Nullable String missing;
    private Mark mark;
    private @Nullable String markColumn;
    private @Nullable String markWords;

    /** @param origin the form to begin with */
    MappingSheet(MappingForm origin, List<FieldRow> fields) {
        this.kind = origin.kind();
        this.fields = fields;
        this.origin = origin;
        Notation notation = origin.notation();
        instants = notation.instants();
        dates = notation.dates();
        numbers = notation.decimal() + notation.grouping();
        currency = notation.currency();
        zone = notation.zone();
        missing = String.join(", ", notation.missing());
        mark = origin.cancellation().mark();
        markColumn = origin.cancellation().column();
        markWords = String.join(", ", origin.cancellation().words());
    }

    /** The mapping as it stands, for a file of this shape. */
    MappingForm form(FileShape shape) {
        Map<String, Source> sources = new LinkedHashMap<>();
        fields.forEach(field -> field.source().ifPresent(source -> sources.put(field.getName(), source)));
        origin.fields().forEach((name, source) -> {
            if (fields.stream().noneMatch(field -> field.getName().equals(name))) {
                sources.put(name, source);
            }
        });
        String signs = given(numbers, ".");
        Notation notation = new Notation(
                given(zone, ""),
                given(instants, "iso"),
                given(dates, "iso"),
                signs.substring(0, 1),
                signs.substring(1),
                given(currency, ""),
                words(missing));
        return new MappingForm(
                kind, shape, sources, notation, cancellation(), origin.assumedConsents(), origin.listPricesDerived());
    }

    private Cancellation cancellation() {
        List<String> words = words(markWords);
        boolean byColumn = mark == Mark.IS || mark == Mark.STARTS_WITH;
        if (!kind.equals("orders") || (byColumn && (words.isEmpty() || markColumn == null))) {
            return Cancellation.NONE;
        }
        return byColumn ? new Cancellation(mark, given(markColumn, ""), words) : new Cancellation(mark, "", List.of());
    }

    private static String given(@Nullable String text, String otherwise) {
        return Objects.requireNonNullElse(text, otherwise);
    }

    private static List<String> words(@Nullable String text) {
        return Stream.of(given(text, "").split("[,，]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public String getKind() {
        return kind;
    }

    public List<FieldRow> getFields() {
        return fields;
    }

    /** The fields whose words must be given a meaning. */
    public List<FieldRow> getWordFields() {
        List<FieldRow> asking = new ArrayList<>(fields);
        asking.removeIf(field -> field.getWords().isEmpty());
        return asking;
    }

    public List<Mark> getMarks() {
        return Arrays.asList(Mark.values());
    }

    public @Nullable String getInstants() {
        return instants;
    }

    public void setInstants(@Nullable String instants) {
        this.instants = instants;
    }

    public @Nullable String getDates() {
        return dates;
    }

    public void setDates(@Nullable String dates) {
        this.dates = dates;
    }

    /** The decimal sign, and after it the one between groups of digits if there is one. */
    public @Nullable String getNumbers() {
        return numbers;
    }

    public void setNumbers(@Nullable String numbers) {
        this.numbers = numbers;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public @Nullable String getZone() {
        return zone;
    }

    public void setZone(@Nullable String zone) {
        this.zone = zone;
    }

    public @Nullable String getMissing() {
        return missing;
    }

    public void setMissing(@Nullable String missing) {
        this.missing = missing;
    }

    public Mark getMark() {
        return mark;
    }

    public void setMark(Mark mark) {
        this.mark = mark;
    }

    public @Nullable String getMarkColumn() {
        return markColumn;
    }

    public void setMarkColumn(@Nullable String markColumn) {
        this.markColumn = markColumn;
    }

    public @Nullable String getMarkWords() {
        return markWords;
    }

    public void setMarkWords(@Nullable String markWords) {
        this.markWords = markWords;
    }
}
