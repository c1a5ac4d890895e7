package perennial.activity.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import perennial.activity.Drafts.Field;
import perennial.activity.Drafts.Glimpse;
import perennial.activity.Drafts.Preview;
import perennial.activity.MappingForm;
import perennial.activity.MappingForm.FileShape;

/** A file that nobody has imported yet, and what can be found out about it. */
public record DraftFile(Path path) {
    private static final int EXAMPLES = 12;

    /** @throws perennial.kernel.InvalidInputException if it is no file that could ever be imported */
    public FileShape shape() {
        try {
            return ShapeGuess.of(path);
        } catch (IOException e) {
            throw PlainText.refusal(e, 0, StandardCharsets.UTF_8);
        }
    }

    /** The sheets of a workbook; none of another file. */
    public List<String> sheets() {
        try {
            return Records.isWorkbook(path) ? SheetRecords.sheets(path) : List.of();
        } catch (IOException e) {
            throw PlainText.refusal(e, 0, StandardCharsets.UTF_8);
        }
    }

    public Glimpse look(FileShape shape) {
        Sample sample = Sample.of(path, Cut.of(shape));
        return new Glimpse(sample.columns(), sample.examples(EXAMPLES));
    }

    public MappingForm guess(FileShape shape, String kind) {
        return FormGuess.of(Kind.labelled(kind), shape, Sample.of(path, Cut.of(shape)));
    }

    public Preview preview(MappingForm form, Terms terms) {
        return Trial.of(path, form, terms);
    }

    public static String kind(List<String> columns) {
        return FormGuess.kind(columns).label();
    }

    public static List<Field> fields(String label) {
        Kind kind = Kind.labelled(label);
        return kind.offered().stream()
                .map(field -> new Field(field, kind.needed().contains(field), kind.vocabulary(field)))
                .toList();
    }
}
