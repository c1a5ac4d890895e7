package perennial.console.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.activity.Drafts.Field;
import perennial.activity.MappingForm.Source;

/** A field of the form, with the column or the constant that is chosen for it. */
public class FieldRow {
    private static final String COLUMN = "column:";
    private static final String CONSTANT = "constant:";

    private final Field field;
    private @Nullable String choice;
    private @Nullable String dropPrefix;
    private @Nullable String dropSuffix;
    private List<WordRow> words = List.of();

    FieldRow(Field field, @Nullable Source source) {
        this.field = field;
        Source chosen = source == null ? Source.column("") : source;
        if (!chosen.column().isEmpty()) {
            choice = COLUMN + chosen.column();
        } else if (!chosen.constant().isEmpty()) {
            choice = CONSTANT + chosen.constant();
        }
        dropPrefix = chosen.dropPrefix();
        dropSuffix = chosen.dropSuffix();
        List<WordRow> meanings = new ArrayList<>();
        chosen.values().forEach((word, meaning) -> meanings.add(new WordRow(word, meaning)));
        words = meanings;
    }

    static String columnChoice(String column) {
        return COLUMN + column;
    }

    static String constantChoice(String constant) {
        return CONSTANT + constant;
    }

    public String getName() {
        return field.name();
    }

    public boolean isNeeded() {
        return field.needed();
    }

    public List<String> vocabulary() {
        return field.vocabulary();
    }

    public @Nullable String getChoice() {
        return choice;
    }

    public void setChoice(@Nullable String choice) {
        if (!Objects.equals(choice, this.choice)) {
            words = List.of();
            dropPrefix = "";
            dropSuffix = "";
        }
        this.choice = choice;
    }

    public Optional<String> column() {
        return chosen(COLUMN);
    }

    /** What the words of the column mean; to be filled in for a field of fixed words. */
    public List<WordRow> getWords() {
        return words;
    }

    /** Asks for the meaning of these words too; what is known of them stays. */
    void ask(List<String> inFile) {
        if (field.vocabulary().isEmpty()) {
            return;
        }
        List<WordRow> asked = new ArrayList<>(words);
        inFile.stream()
                .filter(word -> words.stream().noneMatch(row -> row.getWord().equals(word)))
                .forEach(word -> asked.add(new WordRow(word, field.vocabulary().contains(word) ? word : null)));
        words = asked;
    }

    /** Empty if nothing is chosen. */
    Optional<Source> source() {
        return column().map(this::ofColumn).or(() -> chosen(CONSTANT).map(Source::constant));
    }

    private Source ofColumn(String column) {
        Map<String, String> values = new LinkedHashMap<>();
        words.forEach(row -> Optional.ofNullable(row.getMeaning())
                .filter(meaning -> !meaning.equals(row.getWord()))
                .ifPresent(meaning -> values.put(row.getWord(), meaning)));
        return new Source(
                column,
                "",
                Objects.requireNonNullElse(dropPrefix, ""),
                Objects.requireNonNullElse(dropSuffix, ""),
                values);
    }

    private Optional<String> chosen(String way) {
        return Optional.ofNullable(choice)
                .filter(given -> given.startsWith(way))
                .map(given -> given.substring(way.length()));
    }

    /** A word of the file and what it stands for. */
    public static class WordRow {
        private final String word;
        private @Nullable String meaning;

        WordRow(String word, @Nullable String meaning) {
            this.word = word;
            this.meaning = meaning;
        }

        public String getWord() {
            return word;
        }

        public @Nullable String getMeaning() {
            return meaning;
        }

        public void setMeaning(@Nullable String meaning) {
            this.meaning = meaning;
        }
    }
}
