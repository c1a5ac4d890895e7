package perennial.console.customers;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import perennial.console.shell.Failures;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.overview.AtRisk;
import perennial.overview.Overview;
import perennial.overview.Overview.CustomerRow;

/** The list of those at risk as a file, with the columns that the interface for programs gives it. */
@WebServlet("/at-risk/file")
public class AtRiskDownload extends HttpServlet {
    private static final String FORMULA = "=+-@\t\r";

    @Inject
    private Overview overview;

    @Inject
    private AtRiskChoice choice;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<CustomerRow> rows;
        try {
            rows = overview.customers(choice.query()).items();
        } catch (RuntimeException failure) {
            Failures.only(InvalidInputException.class, failure);
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"at-risk.csv\"");
        write(rows, CsvWriter.builder().build(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    private static void write(List<CustomerRow> rows, CsvWriter csv) throws IOException {
        csv.writeRecord(
                "id",
                "stage",
                "segment",
                "segment_zh",
                "segment_id",
                "churn_probability",
                "value",
                "value_at_risk",
                "value_at_risk_lower",
                "value_at_risk_upper",
                "currency",
                "recency_days");
        for (CustomerRow row : rows) {
            csv.writeRecord(
                    text(row.id().value()),
                    row.stage().label(),
                    text(row.segment().map(segment -> segment.name().english()).orElse("")),
                    text(row.segment().map(segment -> segment.name().chinese()).orElse("")),
                    text(row.segment().map(Overview.SegmentName::id).orElse("")),
                    row.churnProbability().map(String::valueOf).orElse(""),
                    amount(row.value()),
                    amount(row.atRisk().map(AtRisk::amount)),
                    amount(row.atRisk().flatMap(AtRisk::lower)),
                    amount(row.atRisk().flatMap(AtRisk::upper)),
                    row.spend().currency().getCurrencyCode(),
                    row.recencyDays().map(String::valueOf).orElse(""));
        }
        csv.flush();
    }

    /** A text that a spreadsheet would take for a formula has an apostrophe before it. */
    private static String text(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String amount(Optional<Money> money) {
        return money.map(known -> known.toMajor().toPlainString()).orElse("");
    }
}
