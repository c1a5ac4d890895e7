package perennial.crmapi.wire;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * CSV in UTF-8 with a header. A text that a spreadsheet would take for a formula has an apostrophe before it; numbers
 * are left alone.
 */
public final class Csv<T> implements Rows.Writer<T> {
    public static final String MEDIA_TYPE = "text/csv";
    private static final String FORMULA = "=+-@\t\r";

    private final String[] header;
    private final Function<T, @Nullable Object[]> cells;

    private Csv(Function<T, @Nullable Object[]> cells, String... header) {
        this.header = header;
        this.cells = cells;
    }

    /** @param cells what each column holds: a text, a number or null */
    public static <T> Csv<T> of(Function<T, @Nullable Object[]> cells, String... header) {
        return new Csv<>(cells, header);
    }

    @Override
    public Rows.Sink<T> to(OutputStream output) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        csv.writeRecord(header);
        return new Rows.Sink<>() {
            @Override
            public void add(T row) {
                csv.writeRecord(Arrays.stream(cells.apply(row)).map(Csv::cell).toArray(String[]::new));
            }

            @Override
            public void flush() throws IOException {
                csv.flush();
            }
        };
    }

    static String cell(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Number) {
            return value.toString();
        }
        String text = Optional.ofNullable(value).map(Object::toString).orElse("");
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
