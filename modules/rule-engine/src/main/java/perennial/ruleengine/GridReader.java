package perennial.ruleengine;

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
    private static final Pattern PLAIN = Pattern.compile("(?![=+-])[^\"{}@]{1,120}");
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
    private boolean isTooLarge;

    private GridReader(RuleSource source, Parameters parameters) {
        this.source = source;
        this.words = new GridWords(parameters);
    }

    /** @param grid empty where there are problems; a problem's column is the number of the cell in its line */
    record Reading(Optional<Grid> grid, List<Problem> problems) {}

    static Reading read(RuleSource source, Parameters parameters) {
        GridLines file = GridLines.of(source);
        if (!file.problems().isEmpty()) {
            return new Reading(Optional.empty(), file.problems());
        }
        GridReader reader = new GridReader(source, parameters);
        reader.read(file.lines());
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

    private void read(List<GridLine> lines) {
        for (GridLine line : lines) {
            if (isTooLarge || problems.size() >= RuleReader.MOST_PROBLEMS) {
                return;
            }
            line(line);
        }
        if (problems.isEmpty() && (title.isEmpty() || call == null || rows.isEmpty())) {
            problem(1, 1, "grid-whole");
        } else if (problems.isEmpty()
                && rows.stream().allMatch(row -> row.cells().isEmpty())) {
            problem(rows.get(0).line(), FIRST_COLUMN, "grid-blank");
        }
    }

    private void line(GridLine line) {
        String first = line.cell(1);
        if (code.isEmpty()) {
            head(line);
        } else if (headed) {
            row(line);
        } else if (NOTES.contains(first)) {
            note(line);
        } else if (first.equals(PROPOSE)) {
            propose(line);
        } else if (first.equals(WHEN)) {
            when(line);
        } else {
            axes(line);
        }
    }

    private void head(GridLine line) {
        code = line.cell(2);
        title = line.cell(3);
        if (!line.cell(1).equals(GRID)
                || !CODE.matcher(code).matches()
                || !PLAIN.matcher(title).matches()) {
            code = "??";
            problem(line.number(), 1, "grid-head");
        }
    }

    private void note(GridLine line) {
        if (!PLAIN.matcher(line.cell(2)).matches()) {
            problem(line.number(), 2, "grid-note");
        } else if (notes.put(line.cell(1), line.cell(2)) != null) {
            problem(line.number(), 1, "grid-line-twice", line.cell(1));
        }
    }

    private void propose(GridLine line) {
        List<String> channels = new ArrayList<>();
        for (int i = 4; i <= line.width(); i++) {
            if (!line.cell(i).isEmpty()) {
                channels.add(".by(" + line.cell(i) + ")");
            }
        }
        String tail = String.join("", channels) + ";";
        String written = line.cell(2) + "(" + line.cell(3) + ", " + Grid.NUMBER + ")" + tail;
        Optional<Refusal> refusal = words.refusal(written.replace(Grid.NUMBER, "10"));
        if (call != null) {
            problem(line.number(), 1, "grid-line-twice", PROPOSE);
        } else if (!GridWords.takesNumber(line.cell(2))) {
            problem(line.number(), 2, "grid-verb", line.cell(2));
        } else if (refusal.isPresent()) {
            refused(line, 3, refusal.get());
        } else {
            call = written;
        }
    }

    /** Each of its rules asks for all of it. */
    private void when(GridLine line) {
        if (when.size() == ConditionReader.MOST_COMPARISONS) {
            problem(line.number(), 1, "many-comparisons", "" + ConditionReader.MOST_COMPARISONS);
            isTooLarge = true;
            return;
        }
        GridWords.refusalOf(line.cell(2))
                .ifPresentOrElse(
                        wrong -> refused(line, 2, wrong),
                        () -> band(line, 3, line.cell(2)).ifPresent(when::add));
    }

    private void axes(GridLine line) {
        Matcher axes = AXES.matcher(line.cell(1));
        String meant = Spelling.nearest(line.cell(1), LINES);
        if (!axes.matches()
                || (!meant.isEmpty() && GridWords.refusalOf(axes.group(1)).isPresent())) {
            problem(
                    line.number(),
                    1,
                    Messages.text("grid-axes", line.cell(1)),
                    Optional.of(meant).filter(word -> !word.isEmpty()));
            return;
        }
        headed = true;
        rowAttribute = axes.group(1);
        String columnAttribute = Optional.ofNullable(axes.group(2)).orElse("");
        if (columnAttribute.equals(rowAttribute)) {
            problem(line.number(), 1, "grid-axes-same", rowAttribute);
            return;
        }
        List<Refusal> unknown = Stream.of(rowAttribute, columnAttribute)
                .filter(name -> !name.isEmpty())
                .flatMap(name -> GridWords.refusalOf(name).stream())
                .toList();
        unknown.forEach(wrong -> refused(line, 1, wrong));
        refuseTooLarge(line);
        for (int i = FIRST_COLUMN; i <= line.width() && unknown.isEmpty() && !isTooLarge; i++) {
            int cell = i;
            band(line, i, columnAttribute).ifPresent(band -> add(band, columns, line, cell));
        }
        if (columns.isEmpty() && problems.isEmpty()) {
            problem(line.number(), 2, "grid-whole");
        }
    }

    private void row(GridLine line) {
        if (LINES.contains(line.cell(1)) && !GridWords.isText(rowAttribute)) {
            problem(line.number(), 1, "grid-late", line.cell(1));
            return;
        }
        if (!problems.isEmpty() && rows.isEmpty()) {
            return;
        }
        if (line.width() > columns.size() + 1) {
            problem(line.number(), columns.size() + 2, "grid-wide", "" + columns.size());
            return;
        }
        refuseTooLarge(line);
        Optional<Band> band = isTooLarge ? Optional.empty() : band(line, 1, rowAttribute);
        if (band.isEmpty()) {
            return;
        }
        add(band.get(), bands, line, 1);
        List<Cell> cells = new ArrayList<>();
        for (int i = FIRST_COLUMN; i <= line.width(); i++) {
            number(line, i).ifPresent(cells::add);
        }
        rows.add(new Row(line.number(), band.get(), cells));
    }

    /** Each band is held against every other, and each cell becomes a rule: what is larger is not even looked at. */
    private void refuseTooLarge(GridLine line) {
        int left = MOST_CELLS - before();
        if (line.width() - 1 > left) {
            problem(line.number(), Math.max(1, left + FIRST_COLUMN), "grid-large", "" + MOST_CELLS);
            isTooLarge = true;
        }
    }

    /** The cells of the rows that were read. */
    private int before() {
        return rows.size() * columns.size();
    }

    private Optional<Cell> number(GridLine line, int cell) {
        String written = line.cell(cell);
        String proposal = call;
        if (written.isEmpty() || proposal == null) {
            return Optional.empty();
        }
        Optional<Refusal> refusal = words.refusalOf(written, proposal);
        refusal.ifPresent(wrong -> refused(line, cell, wrong));
        return refusal.isPresent()
                ? Optional.empty()
                : Optional.of(new Cell(before() + cell - 1, columns.get(cell - FIRST_COLUMN), written));
    }

    private Optional<Band> band(GridLine line, int cell, String attribute) {
        try {
            return Optional.of(words.band(attribute, line.cell(cell), line.number()));
        } catch (Refusal wrong) {
            refused(line, cell, wrong);
            return Optional.empty();
        }
    }

    /** A customer is of one band only. */
    private void add(Band band, List<Band> before, GridLine line, int cell) {
        for (int i = 0; i < before.size(); i++) {
            Text where = cell == 1
                    ? Messages.text("grid-line-number", "" + before.get(i).line())
                    : Messages.text("grid-cell-number", "" + (i + FIRST_COLUMN));
            Optional<Text> clash = GridWords.clash(band, before.get(i), where);
            if (clash.isPresent()) {
                problem(line.number(), cell, clash.get(), Optional.empty());
                return;
            }
        }
        before.add(band);
    }

    private void refused(GridLine line, int cell, Refusal refusal) {
        Problem found = refusal.in(source.path());
        problems.add(new Problem(source.path(), line.number(), cell, found.message(), found.hint()));
    }

    private void problem(int line, int cell, String key, Object... values) {
        problem(line, cell, Messages.text(key, values), Optional.empty());
    }

    private void problem(int line, int cell, Text message, Optional<String> hint) {
        problems.add(new Problem(source.path(), line, cell, message, hint));
    }
}
