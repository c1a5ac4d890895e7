package perennial.activity.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import perennial.activity.Drafts;
import perennial.activity.Drafts.Preview;
import perennial.activity.MappingForm;
import perennial.activity.reading.Outcome.Duplicate;
import perennial.activity.reading.Outcome.SetApart;
import perennial.kernel.InvalidInputException;
import perennial.kernel.NearestWord;
import perennial.kernel.Words;

/** The first lines of a file read as an import would read them, and told instead of kept. */
final class Trial {
    private static final int SHOWN = 10;
    private static final int TRIED = 1_000;

    private final Terms terms;
    private final List<Drafts.Line> lines = new ArrayList<>();
    private final Map<String, Long> setApart = new TreeMap<>();
    private final Set<String> fields = new LinkedHashSet<>();
    private long tried;
    private long duplicates;

    private Trial(Terms terms) {
        this.terms = terms;
    }

    static Preview of(Path file, MappingForm form, Terms terms) {
        Trial trial = new Trial(terms);
        try {
            checkColumns(Sample.of(file, Cut.of(form.shape())).columns(), form);
            Mapping mapping = Mapping.parse(MappingText.write(form));
            try (ShopFile lines = ShopFile.open(file, mapping, terms)) {
                trial.read(lines);
            }
            return trial.preview(Optional.empty());
        } catch (UnreadableMappingException e) {
            return trial.preview(Optional.of(new Drafts.Refusal(e.field(), e.value(), e.withoutLine(), fix(e))));
        } catch (InvalidInputException e) {
            return trial.preview(Optional.of(new Drafts.Refusal(e.field(), e.value(), reason(e), fix(e))));
        } catch (IOException e) {
            throw new UncheckedIOException("the stored file can't be closed", e);
        }
    }

    private static Words reason(InvalidInputException refusal) {
        return new Words(refusal.reason(Locale.ENGLISH), refusal.reason(Locale.SIMPLIFIED_CHINESE));
    }

    private static Words fix(InvalidInputException refusal) {
        return new Words(refusal.fix(Locale.ENGLISH), refusal.fix(Locale.SIMPLIFIED_CHINESE));
    }

    /** As the reading itself does, but in the words of a form: by field instead of by line of the mapping. */
    private static void checkColumns(List<String> columns, MappingForm form) {
        Kind kind = Kind.labelled(form.kind());
        for (String field : kind.needed()) {
            if (!form.fields().containsKey(field)) {
                throw new InvalidInputException(
                        field,
                        "",
                        new Words("it is needed, and no column is chosen for it", "此项必填，但尚未选择列"),
                        new Words("choose the column that holds it", "请选择含有此项的列"));
            }
        }
        form.fields().forEach((field, source) -> checkColumn(columns, field, source.column()));
        checkColumn(columns, "cancellation", form.cancellation().column());
    }

    private static void checkColumn(List<String> columns, String field, String column) {
        if (!column.isEmpty() && !columns.contains(column)) {
            throw new InvalidInputException(
                    field,
                    column,
                    new Words("the file has no column \"" + column + "\"", "文件没有列“" + column + "”"),
                    NearestWord.advice(column, columns));
        }
    }

    private void read(ShopFile file) {
        Optional<Outcome> next = file.next();
        while (next.isPresent() && tried < TRIED) {
            tried++;
            add(file.line(), next.get());
            next = file.next();
        }
    }

    private void add(long number, Outcome outcome) {
        Drafts.Line line = line(number, outcome);
        if (line.duplicate()) {
            duplicates++;
        }
        line.reason().ifPresent(reason -> setApart.merge(reason.code(), 1L, Long::sum));
        if (lines.size() < SHOWN) {
            lines.add(line);
            fields.addAll(line.values().keySet());
        }
    }

    private Drafts.Line line(long number, Outcome outcome) {
        if (outcome instanceof Duplicate) {
            return new Drafts.Line(number, Map.of(), "", Optional.empty(), "", true);
        }
        if (outcome instanceof SetApart apart) {
            return new Drafts.Line(
                    number, Map.of(), apart.content(), Optional.of(apart.reason()), apart.detail(), false);
        }
        return new Drafts.Line(number, OutcomeTexts.of(outcome, terms), "", Optional.empty(), "", false);
    }

    private Preview preview(Optional<Drafts.Refusal> refusal) {
        return new Preview(List.copyOf(fields), List.copyOf(lines), tried, Map.copyOf(setApart), duplicates, refusal);
    }
}
