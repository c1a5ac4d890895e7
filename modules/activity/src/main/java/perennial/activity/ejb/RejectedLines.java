package perennial.activity.ejb;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import perennial.activity.Reason;
import perennial.activity.jpa.ImportRows;
import perennial.activity.jpa.ImportRows.Rejected;

/** The lines that an import set apart, as a file for people: CSV in UTF-8, with the reason in both languages. */
@Dependent
public class RejectedLines {
    private static final int PAGE = 5_000;

    private final ImportRows imports;

    @Inject
    public RejectedLines(ImportRows imports) {
        this.imports = imports;
    }

    /** Leaves the stream open. */
    public void write(long id, OutputStream to) {
        Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        // closing the CSV writer would close the caller's stream
        CsvWriter csv = CsvWriter.builder().build(text);
        try {
            csv.writeRecord("line", "reason", "in_words", "说明", "detail", "content");
            List<Rejected> page = imports.rejected(id, 0, PAGE);
            while (!page.isEmpty()) {
                page.forEach(line -> write(csv, line));
                page = imports.rejected(id, page.get(page.size() - 1).line(), PAGE);
            }
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(CsvWriter csv, Rejected line) {
        csv.writeRecord(
                Long.toString(line.line()),
                line.reason(),
                title(line.reason(), Locale.ENGLISH),
                title(line.reason(), Locale.SIMPLIFIED_CHINESE),
                line.detail(),
                line.content());
    }

    private static String title(String code, Locale locale) {
        return Reason.of(code).map(reason -> reason.title(locale)).orElse(code);
    }
}
