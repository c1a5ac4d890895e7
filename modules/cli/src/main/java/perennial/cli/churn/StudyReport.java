package perennial.cli.churn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import perennial.analytics.churn.ChurnStudy;
import perennial.analytics.churn.ChurnStudy.Judged;
import perennial.analytics.churn.Treatment;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.evaluation.ClassificationReport;
import perennial.analytics.evaluation.ClassificationReport.Line;
import perennial.analytics.evaluation.ConfusionMatrix;
import perennial.cli.page.Page;
import perennial.cli.page.Page.Headline;
import perennial.cli.page.Page.Row;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Terminal;

/** A study for people: on the terminal, and as a page that opens offline. */
final class StudyReport {
    private static final int MOST_TOLD = 10;

    private final Path file;
    private final ChurnStudy study;
    private final Terminal terminal;

    StudyReport(Path file, ChurnStudy study, Terminal terminal) {
        this.file = file;
        this.study = study;
        this.terminal = terminal;
    }

    void show() {
        terminal.line(verdict());
        terminal.line(data());
        terminal.lines(notes());
        terminal.line("");
        Columns models = new Columns().row(modelsHeader().toArray(String[]::new));
        study.models().forEach(model -> models.row(modelCells(model).toArray(String[]::new)));
        terminal.lines(models.lines());
        terminal.line("");
        terminal.say(
                "churn.matrix.heading",
                title(study.best()),
                percent(study.best().quality().confusion().threshold()));
        Columns matrix = new Columns();
        matrixRows().forEach(row -> matrix.row(row.toArray(String[]::new)));
        terminal.lines(matrix.lines());
        Columns report = new Columns();
        reportRows().forEach(row -> report.row(row.toArray(String[]::new)));
        terminal.lines(report.lines());
        terminal.line("");
        terminal.say("churn.importances.heading");
        Columns importances = new Columns();
        study.best().importances().stream()
                .limit(MOST_TOLD)
                .forEach(one -> importances.row(
                        one.column(),
                        three(one.drop().value()),
                        range(one.drop().low(), one.drop().high())));
        terminal.lines(importances.lines());
    }

    String html() {
        StudyPictures pictures = new StudyPictures(study, terminal);
        Page page = Page.titled(terminal.phrase("churn.title", file.toString()), terminal)
                .paragraph(verdict())
                .paragraph(data())
                .headlines(headlines());
        page.heading(terminal.phrase("churn.models"))
                .table(
                        modelsHeader(),
                        rows(study.models().stream().map(this::modelCells).toList(), 0),
                        false)
                .paragraph(terminal.phrase("churn.models.described"));
        page.heading(terminal.phrase(
                        "churn.threshold",
                        percent(study.best().quality().confusion().threshold())))
                .pictures(List.of(pictures.matrix(), pictures.importances()));
        List<List<String>> report = reportRows();
        page.table(report.get(0), rows(report.subList(1, report.size()), -1), false)
                .paragraph(terminal.phrase("churn.report.described"));
        page.heading(terminal.phrase("churn.curves"))
                .pictures(List.of(pictures.roc(), pictures.precisionRecall(), pictures.calibration()));
        pictures.tree().forEach(page::picture);
        page.heading(terminal.phrase("segment.columns")).table(columnsHeader(), columnRows(), true);
        page.heading(terminal.phrase("churn.how"))
                .paragraph(terminal.phrase(
                        "churn.how.described", Long.toString(study.settings().seed())));
        study.models()
                .forEach(model -> page.paragraph(
                        title(model) + ": " + terminal.inLanguage(model.settings()) + ". " + calibration(model)));
        study.leftOut()
                .forEach(one -> page.paragraph(terminal.phrase(
                        "churn.left-out",
                        terminal.inLanguage(one.learner().title()),
                        terminal.inLanguage(one.reason()))));
        return page.html();
    }

    private String calibration(Judged model) {
        return terminal.phrase(
                "churn.calibrated",
                terminal.phrase("churn.calibrated." + model.calibration().replace(' ', '-')));
    }

    private String title(Judged model) {
        return terminal.inLanguage(model.learner().title());
    }

    private String verdict() {
        ClassificationQuality quality = study.best().quality();
        String key = study.settings().learner().isPresent() ? "churn.verdict.asked" : "churn.verdict";
        return terminal.phrase(
                key,
                title(study.best()),
                three(quality.auc().value()),
                three(quality.auc().low()),
                three(quality.auc().high()));
    }

    private String data() {
        ChurnStudy.Part training = study.training();
        ChurnStudy.Part test = study.test();
        return terminal.phrase(
                "churn.data",
                study.target().column(),
                study.target().left(),
                count(training.left() + test.left()),
                count(training.count() + test.count()),
                count(training.count()),
                count(test.count()));
    }

    /** What was done to the target's and the other columns, where that is more than to read them. */
    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (study.target().unknown() > 0) {
            notes.add(terminal.phrase(
                    "churn.unknown-target",
                    study.target().column(),
                    count(study.target().unknown())));
        }
        for (Treatment column : study.columns()) {
            if (!column.isUsed()) {
                notes.add(
                        terminal.phrase("churn.column-left-out", column.column(), terminal.inLanguage(column.note())));
                continue;
            }
            if (column.unknown() > 0) {
                notes.add(terminal.phrase("churn.gaps", column.column(), count(column.unknown())));
            }
            if (column.hasNote()) {
                notes.add(terminal.phrase("churn.column-noted", column.column(), terminal.inLanguage(column.note())));
            }
        }
        study.leftOut()
                .forEach(one -> notes.add(terminal.phrase(
                        "churn.left-out",
                        terminal.inLanguage(one.learner().title()),
                        terminal.inLanguage(one.reason()))));
        return notes;
    }

    private List<Headline> headlines() {
        ClassificationQuality quality = study.best().quality();
        ConfusionMatrix matrix = quality.confusion();
        return List.of(
                new Headline(three(quality.auc().value()), terminal.phrase("churn.auc.meaning")),
                new Headline(
                        String.format(Locale.ROOT, "%.1f×", quality.topTenthLift()),
                        terminal.phrase("churn.lift.meaning")),
                new Headline(percent(matrix.recall()), terminal.phrase("churn.recall.meaning")),
                new Headline(percent(matrix.precision()), terminal.phrase("churn.precision.meaning")));
    }

    private List<String> modelsHeader() {
        return phrases(
                "model", "auc", "auc-interval", "rehearsed", "log-loss", "brier", "average-precision", "lift", "slope");
    }

    private List<String> phrases(String... keys) {
        return Arrays.stream(keys).map(key -> terminal.phrase("churn." + key)).toList();
    }

    private List<String> modelCells(Judged model) {
        ClassificationQuality quality = model.quality();
        return List.of(
                title(model),
                three(quality.auc().value()),
                range(quality.auc().low(), quality.auc().high()),
                three(model.rehearsedAuc()),
                three(quality.logLoss()),
                three(quality.brier()),
                three(model.curves().averagePrecision()),
                String.format(Locale.ROOT, "%.2f", quality.topTenthLift()),
                quality.calibration()
                        .line()
                        .map(line -> String.format(Locale.ROOT, "%.2f", line.slope()))
                        .orElseGet(() -> terminal.figures().notKnown()));
    }

    private List<List<String>> matrixRows() {
        ConfusionMatrix matrix = study.best().quality().confusion();
        String stayed = study.target().stayed();
        String left = study.target().left();
        return List.of(
                List.of("", terminal.phrase("churn.predicted-as", stayed), terminal.phrase("churn.predicted-as", left)),
                List.of(
                        terminal.phrase("churn.came-as", stayed),
                        count(matrix.trueNegatives()),
                        count(matrix.falsePositives())),
                List.of(
                        terminal.phrase("churn.came-as", left),
                        count(matrix.falseNegatives()),
                        count(matrix.truePositives())));
    }

    private List<List<String>> reportRows() {
        ClassificationReport report = study.best().report();
        return List.of(
                List.of(
                        "",
                        terminal.phrase("churn.precision"),
                        terminal.phrase("churn.recall"),
                        terminal.phrase("churn.f1"),
                        terminal.phrase("churn.support")),
                line(study.target().stayed(), report.negative()),
                line(study.target().left(), report.positive()),
                List.of(
                        terminal.phrase("churn.accuracy"),
                        "",
                        "",
                        three(report.accuracy()),
                        count(report.macro().support())),
                line(terminal.phrase("churn.macro"), report.macro()),
                line(terminal.phrase("churn.weighted"), report.weighted()));
    }

    private List<String> line(String name, Line line) {
        return List.of(name, three(line.precision()), three(line.recall()), three(line.f1()), count(line.support()));
    }

    private List<String> columnsHeader() {
        return phrases("column", "use", "unknown", "note");
    }

    private List<Row> columnRows() {
        return study.columns().stream()
                .map(column -> Row.of(
                        column.column(),
                        terminal.phrase("churn.use."
                                + column.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        count(column.unknown()),
                        terminal.inLanguage(column.note())))
                .toList();
    }

    private static List<Row> rows(List<List<String>> cells, int chosen) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            rows.add(new Row(i == chosen, cells.get(i)));
        }
        return rows;
    }

    private String count(long count) {
        return terminal.figures().count(count);
    }

    private String three(OptionalDouble figure) {
        return figure.isPresent()
                ? three(figure.getAsDouble())
                : terminal.figures().notKnown();
    }

    private static String three(double figure) {
        return String.format(Locale.ROOT, "%.3f", figure);
    }

    private static String range(double low, double high) {
        return three(low) + " – " + three(high);
    }

    private String percent(OptionalDouble share) {
        return share.isPresent()
                ? percent(share.getAsDouble())
                : terminal.figures().notKnown();
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
