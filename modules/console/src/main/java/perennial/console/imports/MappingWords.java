package perennial.console.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import perennial.activity.Drafts.Glimpse;
import perennial.activity.Drafts.Line;
import perennial.activity.Drafts.Preview;
import perennial.activity.Drafts.Refusal;
import perennial.activity.Reason;
import perennial.console.imports.ImportView.Count;
import perennial.console.shell.Language;
import perennial.console.shell.Notices;

/** What the form of a mapping offers and answers, in the language of the page. */
@Named
@RequestScoped
public class MappingWords {
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 24;

    @Inject
    private Language language;

    @Inject
    private Notices notices;

    /** What a field can come from: a column with some of its values, or a word on every line. */
    public List<SelectItem> sources(FieldRow row, Glimpse glimpse) {
        List<SelectItem> items = new ArrayList<>();
        items.add(new SelectItem("", phrase("source.none")));
        row.column()
                .filter(column -> !glimpse.columns().contains(column))
                .ifPresent(column ->
                        items.add(new SelectItem(FieldRow.columnChoice(column), format("source.missing", column))));
        items.addAll(columns(glimpse));
        row.vocabulary()
                .forEach(word -> items.add(
                        new SelectItem(FieldRow.constantChoice(word), format("source.constant", meaning(word)))));
        return items;
    }

    private List<SelectItem> columns(Glimpse glimpse) {
        List<SelectItem> items = new ArrayList<>();
        for (int i = 0; i < glimpse.columns().size(); i++) {
            String column = glimpse.columns().get(i);
            String examples = String.join(
                    " · ",
                    glimpse.examples().get(i).stream()
                            .limit(EXAMPLES)
                            .map(MappingWords::shortened)
                            .toList());
            items.add(new SelectItem(
                    FieldRow.columnChoice(column), examples.isEmpty() ? column : column + "  (" + examples + ")"));
        }
        return items;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE) + "…";
    }

    /** The words that a field may hold, as answers to what a word of the file means. */
    public List<SelectItem> meanings(FieldRow row) {
        List<SelectItem> items = new ArrayList<>();
        items.add(new SelectItem("", phrase("meaning.none")));
        row.vocabulary().forEach(word -> items.add(new SelectItem(word, meaning(word))));
        return items;
    }

    private String meaning(String word) {
        return phrase("word." + word);
    }

    /** A field's name for people; what a shop names itself keeps its name. */
    public String field(String name) {
        return isField(name) ? phrase("field." + name) : name.replaceFirst("^attribute\\.", "");
    }

    /** Why the file can't be read so, beginning with the field in question. */
    public String refusal(Refusal refusal) {
        Locale locale = language.getLocale();
        String sentence =
                notices.sentence(refusal.reason().in(locale), refusal.fix().in(locale));
        return isField(refusal.field()) ? format("of", field(refusal.field()), sentence) : sentence;
    }

    /** Why a line would be set apart, with what stands there. */
    public String reason(Line line) {
        Reason reason = line.reason().orElseThrow();
        String title = reason.title(language.getLocale());
        String name = line.detail().split(": ", 2)[0];
        if (!isField(name)) {
            return title;
        }
        String value = line.detail().substring(name.length()).replaceFirst("^: ", "");
        return value.isEmpty() || reason == Reason.TOO_LONG
                ? format("of", field(name), title)
                : format("of.value", field(name), title, value);
    }

    /** The lines that would be set apart, by reason in words. */
    public List<Count> reasons(Preview preview) {
        List<Count> counts = new ArrayList<>();
        preview.setApart()
                .forEach((code, number) -> counts.add(new Count(ImportView.title(code, language.getLocale()), number)));
        counts.sort((one, other) -> Long.compare(other.number(), one.number()));
        return counts;
    }

    /** A word of a fixed list as people say it; other values as they are. */
    public String value(Line line, String field) {
        String value = line.values().getOrDefault(field, "");
        boolean word = field.equals("kind") || (field.startsWith("consent.") && !field.endsWith(".at"));
        return word && !value.isEmpty() ? meaning(value) : value;
    }

    private static boolean isField(String name) {
        return ImportView.PHRASES.has("field." + name);
    }

    private String phrase(String key) {
        return ImportView.PHRASES.get(language.getLocale(), key);
    }

    private String format(String key, Object... arguments) {
        return ImportView.PHRASES.format(language.getLocale(), key, arguments);
    }
}
