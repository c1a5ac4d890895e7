package perennial.cli.valuation;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import perennial.cli.terminal.Failure;

/**
 * The rows of a text file, one at a time: separated by comma, semicolon, tab or bar, quoted or not, or by blanks as in
 * the CDNOW files; gzipped or not, in UTF-8 or UTF-16. What it is shows in its first bytes.
 */
public final class Rows implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int LOOK_AHEAD = 8192;
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final int MARK_1 = 0xfe;
    private static final int MARK_2 = 0xff;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private final BufferedReader text;
    private final Iterator<Row> rows;

    /** A row with the number of its line. */
    public record Row(long line, List<String> fields) {}

    private Rows(BufferedReader text, Iterator<Row> rows) {
        this.text = text;
        this.rows = rows;
    }

    public static Rows of(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Failure.misused("file.missing", file.toString());
        }
        InputStream bytes = new BufferedInputStream(unpacked(file), BUFFER);
        BufferedReader text = new BufferedReader(new InputStreamReader(bytes, charset(bytes)), BUFFER);
        try {
            return new Rows(text, rows(text));
        } catch (IOException e) {
            text.close();
            throw e;
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        raw.mark(2);
        boolean isPacked = raw.read() == GZIP_1 && raw.read() == GZIP_2;
        raw.reset();
        return isPacked ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    /** UTF-16 begins with its mark, in either order. */
    private static Charset charset(InputStream bytes) throws IOException {
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        return Math.min(first, second) == MARK_1 && Math.max(first, second) == MARK_2 ? UTF_16 : UTF_8;
    }

    private static Iterator<Row> rows(BufferedReader text) throws IOException {
        text.mark(LOOK_AHEAD);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        text.mark(LOOK_AHEAD);
        char[] begin = new char[LOOK_AHEAD];
        int length = Math.max(0, text.read(begin));
        text.reset();
        String first = new String(begin, 0, length).lines().findFirst().orElse("");
        return separator(first).map(found -> separatedBy(found, text)).orElseGet(() -> separatedByBlanks(text));
    }

    /** The one that occurs most often outside of quotation marks, the first of equals; empty where none does. */
    private static Optional<Character> separator(String line) {
        String bare = QUOTED.matcher(line).replaceAll("");
        Optional<Character> found = Optional.empty();
        long most = 0;
        for (char separator : new char[] {',', ';', '\t', '|'}) {
            long times = bare.chars().filter(letter -> letter == separator).count();
            if (times > most) {
                most = times;
                found = Optional.of(separator);
            }
        }
        return found;
    }

    private static Iterator<Row> separatedBy(char separator, BufferedReader text) {
        Iterator<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .trimWhitespacesAroundQuotes(separator != '\t')
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .stream()
                .filter(record ->
                        record.getFieldCount() > 1 || !record.getField(0).isBlank())
                .iterator();
        return new Iterator<>() {
            private int columns = -1;

            @Override
            public boolean hasNext() {
                return records.hasNext();
            }

            @Override
            public Row next() {
                CsvRecord row = records.next();
                int fields = row.getFieldCount();
                if (columns >= 0 && fields != columns) {
                    throw Failure.misused("file.other-columns", row.getStartingLineNumber(), fields, columns);
                }
                columns = fields;
                return new Row(row.getStartingLineNumber(), row.getFields());
            }
        };
    }

    private static Iterator<Row> separatedByBlanks(BufferedReader text) {
        Iterator<String> lines = text.lines().iterator();
        return new Iterator<>() {
            private long line;

            @Override
            public boolean hasNext() {
                return lines.hasNext();
            }

            @Override
            public Row next() {
                line++;
                List<String> fields = new ArrayList<>(5);
                StringTokenizer words = new StringTokenizer(lines.next());
                while (words.hasMoreTokens()) {
                    fields.add(words.nextToken());
                }
                return new Row(line, fields);
            }
        };
    }

    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (CsvParseException e) {
            throw Failure.misused("file.malformed", String.valueOf(e.getMessage()));
        }
    }

    public Row next() {
        try {
            return rows.next();
        } catch (CsvParseException e) {
            throw Failure.misused("file.malformed", String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
