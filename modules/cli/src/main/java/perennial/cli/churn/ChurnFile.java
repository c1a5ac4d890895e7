package perennial.cli.churn;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.InstantSource;
import perennial.analytics.churn.ChurnStudy;
import perennial.analytics.churn.Table;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;

/** A study of a file, with its progress on the terminal, in the forms in which it is told. */
public final class ChurnFile {
    private final StudyReport report;
    private final StudyDocument document;

    private ChurnFile(StudyReport report, StudyDocument document) {
        this.report = report;
        this.document = document;
    }

    public static ChurnFile studied(Path file, ChurnStudy.Settings settings, Terminal terminal, InstantSource clock) {
        Gauge gauge = terminal.gauge();
        Table table = TableFile.read(
                file,
                rows -> gauge.show(
                        terminal.phrase("value.reading", terminal.figures().count(rows))));
        ChurnStudy study = ChurnStudy.of(
                table,
                settings,
                clock,
                words -> gauge.show(terminal.phrase("churn.learning", terminal.inLanguage(words))));
        gauge.clear();
        return new ChurnFile(new StudyReport(file.getFileName(), study, terminal), new StudyDocument(study, terminal));
    }

    public JsonObject toJson() {
        return document.json();
    }

    public void show() {
        report.show();
    }

    public String html() {
        return report.html();
    }
}
