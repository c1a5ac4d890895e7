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
import perennial.kernel.Words;

/** CSV by RFC 4180, with a header. */
final class CsvRecords implements Records {
    private final Reader text;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> columns;
    private final char separator;
    private CsvRecord record;

    CsvRecords(Reader text, char separator) throws IOException {
        this.text = text;
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
            text.close();
            throw PlainText.refused(
                    "",
                    new Words("the file is empty", "文件为空"),
                    new Words("send a file with a header and lines", "请发送含表头和数据行的文件"));
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
                    "",
                    new Words("this is not CSV: " + e.getMessage(), "这不符合 CSV 格式"),
                    new Words("close every quote, and double those inside a field", "每个引号都应成对，字段内的引号应写两次"));
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
        return line(record.getFields(), separator);
    }

    /** Some values as a line of CSV. */
    static String line(List<String> values, char separator) {
        return values.stream()
                .map(value -> field(value, separator))
                .collect(Collectors.joining(String.valueOf(separator)));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private static String field(String value, char separator) {
        boolean quoted = value.indexOf(separator) >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return quoted ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
