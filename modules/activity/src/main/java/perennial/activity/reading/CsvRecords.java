package perennial.activity.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import perennial.activity.Reason;

/** CSV by RFC 4180, with a header. */
final class CsvRecords implements Records {
    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;
    private final char separator;
    private CsvRecord record;

    CsvRecords(Reader text, char separator) throws IOException {
        this.separator = separator;
        this.records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)
                .iterator();
        CsvRecord header = next();
        if (header == null) {
            throw PlainText.refused("", "the file is empty", "send a file with a header and lines");
        }
        this.record = header;
        this.columns = header.getFields().stream().map(String::strip).toList();
    }

    private @Nullable CsvRecord next() throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw PlainText.refused(
                    "", "this is not CSV: " + e.getMessage(), "close every quote, and double those inside a field");
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean advance() throws IOException {
        CsvRecord following = next();
        if (following == null) {
            return false;
        }
        record = following;
        return true;
    }

    @Override
    public long line() {
        return record.getStartingLineNumber();
    }

    @Override
    public String[] parts() {
        String[] parts = new String[record.getFieldCount()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = record.getField(i);
        }
        return parts;
    }

    @Override
    public String[] values() {
        String[] values = parts();
        if (values.length != columns.size()) {
            throw new Refusal(
                    Reason.WRONG_NUMBER_OF_FIELDS, values.length + " fields, the header has " + columns.size());
        }
        return values;
    }

    @Override
    public String content() {
        return record.getFields().stream().map(this::field).collect(Collectors.joining(String.valueOf(separator)));
    }

    private String field(String value) {
        boolean quoted = value.indexOf(separator) >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
