package perennial.activity.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import perennial.activity.MappingForm;
import perennial.activity.MappingForm.Cancellation;
import perennial.activity.MappingForm.FileShape;
import perennial.activity.MappingForm.Mark;
import perennial.activity.MappingForm.Source;

/** A first guess at a mapping, by the names of a file's columns and by what its first lines hold. */
final class FormGuess {
    private static final WordLists WORDS = WordLists.shipped();

    private final Kind kind;
    private final Sample sample;

    private FormGuess(Kind kind, Sample sample) {
        this.kind = kind;
        this.sample = sample;
    }

    static MappingForm of(Kind kind, FileShape shape, Sample sample) {
        return new FormGuess(kind, sample).form(shape);
    }

    /** The kind whose needed fields all have a column, and of such the one with most fields. */
    static Kind kind(List<String> columns) {
        return Arrays.stream(Kind.values())
                .max(Comparator.comparingInt(kind -> likeness(kind, columns)))
                .orElseThrow();
    }

    private static int likeness(Kind kind, List<String> columns) {
        Set<String> found = columns(kind, columns).keySet();
        boolean whole = found.containsAll(kind.needed());
        return (whole ? 100 : 0) + found.size();
    }

    /** The column of each field that has one; no column serves two. */
    private static Map<String, String> columns(Kind kind, List<String> columns) {
        record Pair(String field, String column, int likeness) {}
        List<Pair> pairs = new ArrayList<>();
        for (String field : kind.offered()) {
            for (String column : columns) {
                pairs.add(new Pair(field, column, WORDS.likeness(kind, field, column)));
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::likeness).reversed());
        Map<String, String> chosen = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (pair.likeness() > 0 && !chosen.containsKey(pair.field()) && taken.add(pair.column())) {
                chosen.put(pair.field(), pair.column());
            }
        }
        return chosen;
    }

    private MappingForm form(FileShape shape) {
        Map<String, String> columns = columns(kind, sample.columns());
        Map<String, Source> fields = new LinkedHashMap<>();
        for (String field : kind.offered()) {
            Optional.ofNullable(columns.get(field))
                    .flatMap(column -> source(field, column))
                    .ifPresent(source -> fields.put(field, source));
        }
        return new MappingForm(
                kind.label(), shape, fields, NotationGuess.of(sample, fields), cancellation(fields), List.of(), false);
    }

    /** Empty if the column is one of words that mean nothing here, and the field can be done without. */
    private Optional<Source> source(String field, String column) {
        List<String> values = sample.values(column);
        if (kind.vocabulary(field).isEmpty()) {
            return Optional.of(new Source(
                    column, "", NotationGuess.prefix(field, values), NotationGuess.suffix(field, values), Map.of()));
        }
        Map<String, String> meanings = new LinkedHashMap<>();
        values.stream()
                .distinct()
                .forEach(word -> WORDS.meaning(kind, field, word).ifPresent(meaning -> meanings.put(word, meaning)));
        boolean known = !meanings.isEmpty() || values.isEmpty() || kind.needed().contains(field);
        meanings.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
        return known ? Optional.of(new Source(column, "", "", "", meanings)) : Optional.empty();
    }

    private Cancellation cancellation(Map<String, Source> fields) {
        if (kind != Kind.ORDERS || fields.containsKey("kind") || !fields.containsKey("quantity")) {
            return Cancellation.NONE;
        }
        int quantity = place(fields.get("quantity"));
        Predicate<String[]> negative = line -> line[quantity].strip().startsWith("-");
        if (sample.lines().stream().noneMatch(negative)) {
            return letterBeforeNumber(fields);
        }
        Cancellation letter = letterBeforeNumber(fields);
        return letter.mark() == Mark.STARTS_WITH && agrees(letter, negative)
                ? letter
                : new Cancellation(Mark.NEGATIVE_QUANTITY, "", List.of());
    }

    /** Order numbers of digits, of which some have a letter in front. */
    private Cancellation letterBeforeNumber(Map<String, Source> fields) {
        Source order = fields.get("order_id");
        if (order == null) {
            return Cancellation.NONE;
        }
        List<String> numbers = sample.values(order.column());
        List<String> lettered =
                numbers.stream().filter(number -> number.matches("[A-Z]\\d+")).toList();
        boolean oneLetter =
                lettered.stream().map(number -> number.charAt(0)).distinct().count() == 1;
        boolean restPlain = numbers.stream().allMatch(number -> number.matches("[A-Z]?\\d+"));
        boolean few = lettered.size() * 2 < numbers.size();
        return oneLetter && restPlain && few
                ? new Cancellation(
                        Mark.STARTS_WITH,
                        order.column(),
                        List.of(lettered.get(0).substring(0, 1)))
                : Cancellation.NONE;
    }

    /** Whether all lines with a quantity below zero are cancelled by that rule. */
    private boolean agrees(Cancellation letter, Predicate<String[]> negative) {
        int column = sample.columns().indexOf(letter.column());
        return sample.lines().stream()
                .filter(negative)
                .allMatch(line -> line[column].strip().startsWith(letter.words().get(0)));
    }

    private int place(@Nullable Source source) {
        return source == null ? 0 : sample.columns().indexOf(source.column());
    }
}
