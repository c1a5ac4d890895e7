package perennial.ruleengine;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import perennial.ruleengine.Grid.Band;
import perennial.ruleengine.Grid.Cell;
import perennial.ruleengine.Grid.Row;
import perennial.rules.RuleSource;
import perennial.rules.Text;

/**
 * Reads a table of prices or discounts from CSV: lines about the whole (grid, owner, propose, when, ...), then a line with
 * the attributes and the bands of the columns, then one line a row. Every cell is read by the very readers of the rules.
 */
final class GridReader {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2,3}");
    private static final Pattern PLAIN = Pattern.compile("[^\"{}@]{1,120}");
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
    private static final Pattern ZERO = Pattern.compile("[+-]?0+([.,]0*)?( *%)?");
    private static final Pattern AXES = Pattern.compile("(\\w+)(?: */ *(\\w+))?");
    private static final String GRID = "grid";
    private static final String PROPOSE = "propose";
    private static final String WHEN = "when";
    private static final List<String> NOTES = List.of("titleZh", "owner", "purpose", "purposeZh");
    /** What a line about the whole may begin with; the first that begins otherwise has the attributes. */
    static final List<String> LINES = Stream.of(List.of(GRID), NOTES, List.of(PROPOSE, WHEN))
            .flatMap(List::stream)
            .toList();

    private static final int MOST_CELLS = 99;
    private static final int FIRST_COLUMN = 2;

    private final RuleSource source;
    private final GridWords words;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final List<Band> when = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Band> columns = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private String code = "";
    private String title = "";
    private @Nullable String call;
    private String rowAttribute = "";
    private boolean headed;

    private GridReader(RuleSource source, Parameters parameters) {
        this.source = source;
        this.words = new GridWords(parameters);
    }

    /** @param grid empty where there are problems; a problem's column is the number of the cell in its line */
    record Reading(Optional<Grid> grid, List<Problem> problems) {}

    static Reading read(RuleSource source, Parameters parameters) {
        GridReader reader = new GridReader(source, parameters);
        reader.read();
        String call = reader.call;
        return !reader.problems.isEmpty() || call == null
                ? new Reading(Optional.empty(), List.copyOf(reader.problems))
                : new Reading(
                        Optional.of(new Grid(
                                reader.code,
                                reader.title,
                                reader.notes,
                                call,
                                reader.when,
                                reader.columns,
                                List.copyOf(reader.rows))),
                        List.of());
    }

    private void read() {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(source.text())) {
            for (CsvRecord line : records) {
                line(line);
            }
        } catch (CsvParseException e) {
            problem(1, 1, "grid-csv", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (problems.isEmpty() && (title.isEmpty() || call == null || rows.isEmpty())) {
            problem(1, 1, "grid-whole");
        } else if (problems.isEmpty()
                && rows.stream().allMatch(row -> row.cells().isEmpty())) {
            problem(rows.get(0).line(), FIRST_COLUMN, "grid-blank");
        }
    }

    private void line(CsvRecord line) {
        String first = cell(line, 1);
        if (width(line) == 0) {
            return;
        }
        if (code.isEmpty()) {
            head(line);
        } else if (headed) {
            row(line);
        } else if (NOTES.contains(first)) {
            note(line);
        } else if (first.equals(PROPOSE)) {
            propose(line);
        } else if (first.equals(WHEN)) {
            GridWords.refusalOf(cell(line, 2))
                    .ifPresentOrElse(
                            wrong -> refused(line, 2, wrong),
                            () -> band(line, 3, cell(line, 2)).ifPresent(when::add));
        } else {
            axes(line);
        }
    }

    private void head(CsvRecord line) {
        code = cell(line, 2);
        title = cell(line, 3);
        if (!cell(line, 1).equals(GRID)
                || !CODE.matcher(code).matches()
                || !PLAIN.matcher(title).matches()) {
            code = "??";
            problem(at(line), 1, "grid-head");
        }
    }

    private void note(CsvRecord line) {
        if (!PLAIN.matcher(cell(line, 2)).matches()) {
            problem(at(line), 2, "grid-note");
        } else if (notes.put(cell(line, 1), cell(line, 2)) != null) {
            problem(at(line), 1, "grid-line-twice", cell(line, 1));
        }
    }

    private void propose(CsvRecord line) {
        List<String> channels = new ArrayList<>();
        for (int i = 4; i <= width(line); i++) {
            if (!cell(line, i).isEmpty()) {
                channels.add(".by(" + cell(line, i) + ")");
            }
        }
        String tail = String.join("", channels) + ";";
        String written = cell(line, 2) + "(" + cell(line, 3) + ", " + Grid.NUMBER + ")" + tail;
        Optional<Refusal> refusal = words.refusal(written.replace(Grid.NUMBER, "10"));
        if (call != null) {
            problem(at(line), 1, "grid-line-twice", PROPOSE);
        } else if (!GridWords.takesNumber(cell(line, 2))) {
            problem(at(line), 2, "grid-verb", cell(line, 2));
        } else if (refusal.isPresent()) {
            refused(line, 3, refusal.get());
        } else {
            call = written;
        }
    }

    private void axes(CsvRecord line) {
        Matcher axes = AXES.matcher(cell(line, 1));
        String meant = Spelling.nearest(cell(line, 1), LINES);
        if (!axes.matches()
                || (!meant.isEmpty() && GridWords.refusalOf(axes.group(1)).isPresent())) {
            problem(
                    at(line),
                    1,
                    Messages.text("grid-axes", cell(line, 1)),
                    Optional.of(meant).filter(word -> !word.isEmpty()));
            return;
        }
        headed = true;
        rowAttribute = axes.group(1);
        String columnAttribute = Optional.ofNullable(axes.group(2)).orElse("");
        if (columnAttribute.equals(rowAttribute)) {
            problem(at(line), 1, "grid-axes-same", rowAttribute);
            return;
        }
        List<Refusal> unknown = Stream.of(rowAttribute, columnAttribute)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> GridWords.refusalOf(name).stream())
                .toList();
        unknown.forEach(wrong -> refused(line, 1, wrong));
        for (int i = FIRST_COLUMN; i <= width(line) && unknown.isEmpty(); i++) {
            int cell = i;
            band(line, i, columnAttribute).ifPresent(band -> add(band, columns, line, cell));
        }
        if (columns.isEmpty() && problems.isEmpty()) {
            problem(at(line), 2, "grid-whole");
        }
    }

    private void row(CsvRecord line) {
        if (LINES.contains(cell(line, 1))) {
            problem(at(line), 1, "grid-late", cell(line, 1));
            return;
        }
        if (!problems.isEmpty() && rows.isEmpty()) {
            return;
        }
        if (width(line) > columns.size() + 1) {
            problem(at(line), columns.size() + 2, "grid-wide", "" + columns.size());
            return;
        }
        Optional<Band> band = band(line, 1, rowAttribute);
        if (band.isEmpty()) {
            return;
        }
        add(band.get(), bands, line, 1);
        List<Cell> cells = new ArrayList<>();
        for (int i = FIRST_COLUMN; i <= width(line); i++) {
            number(line, i).ifPresent(cells::add);
        }
        rows.add(new Row(at(line), band.get(), cells));
    }

    private Optional<Cell> number(CsvRecord line, int cell) {
        String written = cell(line, cell);
        int place = rows.size() * columns.size() + cell - 1;
        String proposal = call;
        if (written.isEmpty() || proposal == null) {
            return Optional.empty();
        }
        if (place > MOST_CELLS) {
            problem(at(line), cell, "grid-large", "" + MOST_CELLS);
            return Optional.empty();
        }
        if (ZERO.matcher(written).matches()) {
            problem(at(line), cell, "grid-zero", written);
            return Optional.empty();
        }
        if (!NUMBER.matcher(written).matches()) {
            problem(at(line), cell, Messages.text("grid-cell", written), GridWords.plain(written));
            return Optional.empty();
        }
        Optional<Refusal> refusal = words.refusal(proposal.replace(Grid.NUMBER, written));
        refusal.ifPresent(wrong -> refused(line, cell, wrong));
        return refusal.isPresent()
                ? Optional.empty()
                : Optional.of(new Cell(place, columns.get(cell - FIRST_COLUMN), written));
    }

    private Optional<Band> band(CsvRecord line, int cell, String attribute) {
        try {
            return Optional.of(words.band(attribute, cell(line, cell), at(line)));
        } catch (Refusal wrong) {
            refused(line, cell, wrong);
            return Optional.empty();
        }
    }

    /** A customer is of one band only. */
    private void add(Band band, List<Band> before, CsvRecord line, int cell) {
        for (int i = 0; i < before.size(); i++) {
            Band other = before.get(i);
            Optional<String> both = GridWords.common(band, other);
            if (both.isPresent()) {
                Text where = cell == 1
                        ? Messages.text("grid-line-number", "" + other.line())
                        : Messages.text("grid-cell-number", "" + (i + FIRST_COLUMN));
                boolean isSame = band.condition().equals(other.condition());
                problem(
                        at(line),
                        cell,
                        Messages.text(
                                isSame ? "grid-twice" : "grid-overlap",
                                same(band.written()),
                                same(other.written()),
                                where,
                                same(both.get())),
                        Optional.empty());
                return;
            }
        }
        before.add(band);
    }

    private static Text same(String written) {
        return new Text(written, written);
    }

    private static int at(CsvRecord line) {
        return (int) line.getStartingLineNumber();
    }

    /** Spreadsheets write empty cells behind the last one. */
    private static int width(CsvRecord line) {
        int width = line.getFieldCount();
        while (width > 0 && cell(line, width).isEmpty()) {
            width--;
        }
        return width;
    }

    private static String cell(CsvRecord line, int cell) {
        return cell <= line.getFieldCount() ? line.getField(cell - 1).strip() : "";
    }

    private void refused(CsvRecord line, int cell, Refusal refusal) {
        Problem found = refusal.in(source.path());
        problems.add(new Problem(source.path(), at(line), cell, found.message(), found.hint()));
    }

    private void problem(int line, int cell, String key, Object... values) {
        problem(line, cell, Messages.text(key, values), Optional.empty());
    }

    private void problem(int line, int cell, Text message, Optional<String> hint) {
        problems.add(new Problem(source.path(), line, cell, message, hint));
    }
}
