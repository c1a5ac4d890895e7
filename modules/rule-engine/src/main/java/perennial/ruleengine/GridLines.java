package perennial.ruleengine;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import perennial.rules.RuleSource;

/**
 * The filled lines of a table's file, up to the first whose cells can't be told apart.
 *
 * @param problems that one's, before anything is asked of what its cells say
 */
record GridLines(List<GridLine> lines, List<Problem> problems) {
    /** As people and spreadsheets of other countries part cells. */
    private static final Pattern PARTED = Pattern.compile("[，、；;\t]");

    private static final int LONGEST_CELL = 1_000;

    static GridLines of(RuleSource source) {
        List<GridLine> lines = new ArrayList<>();
        int next = 1;
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(source.text())) {
            for (CsvRecord fields : records) {
                GridLine line = new GridLine(fields);
                Optional<Problem> unfit = unfit(line, source.path());
                if (unfit.isPresent()) {
                    return new GridLines(lines, List.of(unfit.get()));
                }
                if (line.width() > 0) {
                    lines.add(line);
                }
                next = line.number() + 1;
            }
        } catch (CsvParseException e) {
            return new GridLines(lines, List.of(problem(source.path(), next, 1, "grid-csv", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new GridLines(lines, List.of());
    }

    private static Optional<Problem> unfit(GridLine line, String path) {
        for (int i = 1; i <= line.width(); i++) {
            if (line.cell(i).indexOf('\n') >= 0) {
                return Optional.of(problem(path, line.number(), i, "grid-quote", ""));
            }
            if (line.cell(i).length() > LONGEST_CELL) {
                return Optional.of(problem(path, line.number(), i, "grid-long", "" + LONGEST_CELL));
            }
        }
        Matcher parted = PARTED.matcher(line.cell(1));
        return line.width() == 1 && parted.find()
                ? Optional.of(new Problem(
                        path,
                        line.number(),
                        1,
                        Messages.text("grid-parted", sign(parted.group())),
                        Optional.of(parted(line.cell(1)))))
                : Optional.empty();
    }

    private static String sign(String sign) {
        return sign.equals("\t") ? "TAB" : sign;
    }

    /** With commas where cells were parted by something else. */
    static String parted(String written) {
        return PARTED.matcher(written).replaceAll(",");
    }

    private static Problem problem(String path, int line, int cell, String key, String value) {
        return new Problem(path, line, cell, Messages.text(key, value), Optional.empty());
    }
}
