package perennial.cli.churn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import perennial.analytics.churn.Table;
import perennial.cli.terminal.Failure;
import perennial.cli.valuation.Rows;

/** A file of customers as a table of text, whatever its columns. */
final class TableFile {
    private static final int BETWEEN_TELLINGS = 1 << 14;

    private TableFile() {}

    /** @param told now and then how many rows are read */
    static Table read(Path file, LongConsumer told) {
        try (Rows rows = Rows.of(file)) {
            if (!rows.hasNext()) {
                throw Failure.misused("file.empty", file.toString());
            }
            List<String> header = rows.next().fields();
            List<List<String>> all = new ArrayList<>();
            while (rows.hasNext()) {
                Rows.Row row = rows.next();
                if (row.fields().size() != header.size()) {
                    throw Failure.misused(
                            "file.other-columns", row.line(), row.fields().size(), header.size());
                }
                all.add(row.fields());
                if (all.size() % BETWEEN_TELLINGS == 0) {
                    told.accept(all.size());
                }
            }
            if (all.isEmpty()) {
                throw Failure.misused("file.no-rows");
            }
            return Table.under(header, all);
        } catch (IOException | UncheckedIOException e) {
            throw Failure.misused("file.unreadable", file.toString(), String.valueOf(e.getMessage()));
        }
    }
}
