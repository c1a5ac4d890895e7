package perennial.activity.reading;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import perennial.activity.Reason;
import perennial.activity.reading.Mapping.Format;
import perennial.activity.reading.Outcome.Duplicate;
import perennial.activity.reading.Outcome.SetApart;

/**
 * A file of a shop, read line by line: each becomes a row, or is set apart with the reason. Memory does not grow with
 * the file but for the fingerprints of its lines (see {@link SeenLines}).
 */
public final class ShopFile implements Closeable {
    private static final int LONGEST_DETAIL = 500;
    private static final int LONGEST_CONTENT = 4000;

    private final Mapping mapping;
    private final Records records;
    private final Line line;
    private final LineReader reader;
    private final SeenLines seen = new SeenLines();
    private final Fingerprint fingerprint = new Fingerprint();

    private ShopFile(Mapping mapping, Terms terms, Records records) {
        this.mapping = mapping;
        this.records = records;
        this.line = new Line(mapping, terms, records.columns());
        this.reader = LineReader.of(mapping);
    }

    /**
     * Opens a file and looks at its header.
     *
     * @param file CSV or NDJSON, packed by gzip or not, or a workbook (XLSX) that was {@link #check checked}
     * @throws perennial.kernel.InvalidInputException if it is no such file, or lacks a column
     */
    public static ShopFile open(Path file, Mapping mapping, Terms terms) {
        try {
            boolean workbook = Records.isWorkbook(file);
            Records records = Records.open(
                    file,
                    mapping.cut(),
                    mappedColumns(mapping),
                    mapping.decimals().point());
            return ofRecords(workbook ? mapping.alsoIso() : mapping, terms, records);
        } catch (IOException e) {
            throw PlainText.refusal(e, 0, mapping.encoding());
        }
    }

    private static ShopFile ofRecords(Mapping mapping, Terms terms, Records records) throws IOException {
        boolean opened = false;
        try {
            ShopFile file = new ShopFile(mapping, terms, records);
            opened = true;
            return file;
        } finally {
            if (!opened) {
                records.close();
            }
        }
    }

    /**
     * Looks into a file that just came in; what is refused here must not be opened.
     *
     * @throws perennial.kernel.InvalidInputException if it is a workbook too large to be read safely
     */
    public static void check(Path file) {
        try {
            if (Records.isWorkbook(file)) {
                WorkbookLimits.check(file);
            }
        } catch (IOException e) {
            throw PlainText.refusal(e, 0, StandardCharsets.UTF_8);
        }
    }

    private static List<String> mappedColumns(Mapping mapping) {
        TreeSet<String> columns = new TreeSet<>();
        mapping.fields().values().forEach(rule -> rule.column().ifPresent(columns::add));
        if (mapping.cancellation() instanceof CancellationRule.Prefix rule) {
            columns.add(rule.column());
        } else if (mapping.cancellation() instanceof CancellationRule.OneOf rule) {
            columns.add(rule.column());
        }
        return List.copyOf(columns);
    }

    /** How many lines a file has, without its header if it has one; a line break inside a field counts as well. */
    public static long countLines(Path file, Mapping mapping) {
        try {
            if (Records.isWorkbook(file)) {
                return countRows(file, mapping);
            }
            long lines = countBreaks(file, mapping);
            return mapping.format() == Format.CSV ? lines - 1 : lines;
        } catch (IOException e) {
            throw PlainText.refusal(e, 0, mapping.encoding());
        }
    }

    private static long countRows(Path file, Mapping mapping) throws IOException {
        long rows = 0;
        try (Records records = Records.open(file, mapping.cut(), List.of(), '.')) {
            while (records.advance()) {
                rows++;
            }
        }
        return rows;
    }

    private static long countBreaks(Path file, Mapping mapping) throws IOException {
        boolean wide = mapping.encoding().name().startsWith("UTF-16");
        Charset octets = wide ? mapping.encoding() : StandardCharsets.ISO_8859_1;
        long lines = 0;
        try (BufferedReader text = PlainText.open(Files.newInputStream(file), octets)) {
            char[] buffer = new char[1 << 16];
            char last = '\n';
            for (int read = text.read(buffer); read > 0; read = text.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                last = buffer[read - 1];
            }
            return lines + (last == '\n' ? 0 : 1);
        }
    }

    /**
     * What became of the next line; empty at the end of the file.
     *
     * @throws perennial.kernel.InvalidInputException if the rest of the file can't be read
     */
    public Optional<Outcome> next() {
        try {
            return records.advance() ? Optional.of(read()) : Optional.empty();
        } catch (IOException e) {
            throw PlainText.refusal(e, records.line(), mapping.encoding());
        }
    }

    /** The line in hand, counted from 1. */
    public long line() {
        return records.line();
    }

    private Outcome read() {
        Optional<Sighting> customer = Optional.empty();
        try {
            if (!seen.add(fingerprint.of(records.parts()))) {
                return new Duplicate();
            }
            line.take(records.values());
            customer = reader.sighting(line);
            return reader.read(line, customer);
        } catch (Refusal refusal) {
            return setApart(refusal.reason(), refusal.detail(), customer);
        }
    }

    private SetApart setApart(Reason reason, String detail, Optional<Sighting> customer) {
        return new SetApart(
                records.line(),
                reason,
                storable(detail, LONGEST_DETAIL),
                storable(records.content(), LONGEST_CONTENT),
                customer);
    }

    /** No database keeps a NUL or half a surrogate pair. */
    private static String storable(String text, int longest) {
        String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
        return clean.length() <= longest ? clean : clean.substring(0, longest);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
