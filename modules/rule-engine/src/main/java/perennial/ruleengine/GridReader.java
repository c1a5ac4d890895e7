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
import java.util.Set;
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
    private static final Pattern AXES = Pattern.compile("(\\w+)(?: */ *(\\w+))?");
    private static final Set<String> NOTES = Set.of("owner", "purpose", "purposeZh", "titleZh");
    private static final int MOST_CELLS = 99;

    private final RuleSource source;
    private final GridWords words;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> notes = new LinkedHashMap<>();
    private final List<String> when = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Band> columns = new ArrayList<>();
    private String code = "";
    private String title = "";
    private @Nullable String call;
    private String rowAttribute = "";

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
                                reader.code, reader.title, reader.notes, call, reader.when, List.copyOf(reader.rows))),
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
        }
    }

    private void line(CsvRecord line) {
        String first = cell(line, 1);
        if (width(line) == 0) {
            return;
        }
        if (code.isEmpty()) {
            head(line);
        } else if (!columns.isEmpty()) {
            row(line);
        } else if (NOTES.contains(first)) {
            note(line);
        } else if (first.equals("propose")) {
            propose(line);
        } else if (first.equals("when")) {
            GridWords.refusalOf(cell(line, 2))
                    .ifPresentOrElse(
                            wrong -> refused(line, 2, wrong),
                            () -> condition(line, 3, cell(line, 2)).ifPresent(band -> when.add(band.condition())));
        } else {
            axes(line);
        }
    }

    private void head(CsvRecord line) {
        code = cell(line, 2);
        title = cell(line, 3);
        if (!cell(line, 1).equals("grid")
                || !CODE.matcher(code).matches()
                || !PLAIN.matcher(title).matches()) {
            code = "??";
            problem(at(line), 1, "grid-head");
        }
    }

    private void note(CsvRecord line) {
        if (PLAIN.matcher(cell(line, 2)).matches()) {
            notes.put(cell(line, 1), cell(line, 2));
        } else {
            problem(at(line), 2, "grid-note");
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
        if (!GridWords.takesNumber(cell(line, 2))) {
            problem(at(line), 2, "grid-verb", cell(line, 2));
        } else if (refusal.isPresent()) {
            refused(line, 3, refusal.get());
        } else {
            call = written;
        }
    }

    private void axes(CsvRecord line) {
        Matcher axes = AXES.matcher(cell(line, 1));
        if (!axes.matches()) {
            problem(at(line), 1, "grid-axes", cell(line, 1));
            return;
        }
        rowAttribute = axes.group(1);
        String columnAttribute = Optional.ofNullable(axes.group(2)).orElse("");
        Stream.of(rowAttribute, columnAttribute)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> GridWords.refusalOf(name).stream())
                .forEach(wrong -> refused(line, 1, wrong));
        for (int i = 2; i <= width(line) && problems.isEmpty(); i++) {
            condition(line, i, columnAttribute).ifPresent(columns::add);
        }
        apart(line, columns);
        if (columns.isEmpty() && problems.isEmpty()) {
            problem(at(line), 2, "grid-whole");
        }
    }

    private void row(CsvRecord line) {
        if (!problems.isEmpty() && rows.isEmpty()) {
            return;
        }
        if (width(line) > columns.size() + 1) {
            problem(at(line), columns.size() + 2, "grid-wide", "" + columns.size());
            return;
        }
        Optional<Band> band = condition(line, 1, rowAttribute);
        if (band.isEmpty()) {
            return;
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 2; i <= width(line); i++) {
            number(line, i).ifPresent(cells::add);
        }
        rows.add(new Row(at(line), band.get(), cells));
        apart(line, rows.stream().map(Row::band).toList());
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
        if (!NUMBER.matcher(written).matches()) {
            problem(at(line), cell, "grid-cell", written);
            return Optional.empty();
        }
        Optional<Refusal> refusal = words.refusal(proposal.replace(Grid.NUMBER, written));
        refusal.ifPresent(wrong -> refused(line, cell, wrong));
        return refusal.isPresent() ? Optional.empty() : Optional.of(new Cell(place, columns.get(cell - 2), written));
    }

    private Optional<Band> condition(CsvRecord line, int cell, String attribute) {
        String written = cell(line, cell);
        if (written.isEmpty() || written.indexOf('"') >= 0) {
            problem(at(line), cell, "grid-band", written);
            return Optional.empty();
        }
        Band band = new Band(attribute, GridWords.condition(attribute, written), written);
        Optional<Refusal> refusal = words.refusalOf(band);
        refusal.ifPresent(wrong -> refused(line, cell, wrong));
        return refusal.isPresent() ? Optional.empty() : Optional.of(band);
    }

    /** The last of some bands shares no customer with those before it. */
    private void apart(CsvRecord line, List<Band> bands) {
        for (int i = 0; i < bands.size() && problems.isEmpty(); i++) {
            for (int j = 0; j < i && problems.isEmpty(); j++) {
                if (words.overlap(bands.get(i), bands.get(j))) {
                    int cell = bands.equals(columns) ? i + 2 : 1;
                    problem(
                            at(line),
                            cell,
                            "grid-overlap",
                            bands.get(i).written(),
                            bands.get(j).written());
                }
            }
        }
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
        Text message = Messages.text(key, values);
        problems.add(new Problem(source.path(), line, cell, message, Optional.empty()));
    }
}
