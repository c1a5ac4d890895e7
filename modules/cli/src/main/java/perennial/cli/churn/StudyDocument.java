package perennial.cli.churn;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import perennial.analytics.churn.ChurnStudy;
import perennial.analytics.churn.ChurnStudy.Judged;
import perennial.analytics.churn.Treatment;
import perennial.analytics.evaluation.Calibration;
import perennial.analytics.evaluation.ClassificationReport;
import perennial.analytics.evaluation.ClassificationReport.Line;
import perennial.analytics.evaluation.ConfusionMatrix;
import perennial.analytics.evaluation.Interval;
import perennial.analytics.evaluation.ThresholdCurves.Point;
import perennial.cli.terminal.Terminal;

/** A study for programs: the figures of the chosen model, then those of every model by its name. */
final class StudyDocument {
    private final ChurnStudy study;
    private final Terminal terminal;

    StudyDocument(ChurnStudy study, Terminal terminal) {
        this.study = study;
        this.terminal = terminal;
    }

    JsonObject json() {
        JsonObjectBuilder models = Json.createObjectBuilder();
        study.models().forEach(model -> models.add(model.learner().label(), figures(model)));
        JsonArrayBuilder leftOut = Json.createArrayBuilder();
        study.leftOut()
                .forEach(one -> leftOut.add(Json.createObjectBuilder()
                        .add("model", one.learner().label())
                        .add("reason", terminal.inLanguage(one.reason()))));
        return figures(study.best())
                .add("model", study.chosen().label())
                .add("target", target())
                .add("train", part(study.training()))
                .add("test", part(study.test()))
                .add("seed", study.settings().seed())
                .add("columns", columns())
                .add("leftOut", leftOut)
                .add("models", models)
                .build();
    }

    private JsonObjectBuilder target() {
        return Json.createObjectBuilder()
                .add("column", study.target().column())
                .add("left", study.target().left())
                .add("stayed", study.target().stayed())
                .add("unknown", study.target().unknown());
    }

    private static JsonObjectBuilder part(ChurnStudy.Part part) {
        return Json.createObjectBuilder().add("rows", part.count()).add("left", part.left());
    }

    private JsonArrayBuilder columns() {
        JsonArrayBuilder columns = Json.createArrayBuilder();
        for (Treatment column : study.columns()) {
            JsonObjectBuilder told = Json.createObjectBuilder()
                    .add("name", column.column())
                    .add("use", column.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .add("unknown", column.unknown());
            if (column.hasNote()) {
                told.add("note", terminal.inLanguage(column.note()));
            }
            columns.add(told);
        }
        return columns;
    }

    private JsonObjectBuilder figures(Judged model) {
        JsonArrayBuilder importances = Json.createArrayBuilder();
        model.importances()
                .forEach(one -> importances.add(Json.createObjectBuilder()
                        .add("feature", one.column())
                        .add("importance", one.drop().value())
                        .add("low", one.drop().low())
                        .add("high", one.drop().high())));
        return Json.createObjectBuilder()
                .add("auc", model.quality().auc().value())
                .add("aucInterval", interval(model.quality().auc()))
                .add("logLoss", model.quality().logLoss())
                .add("brier", model.quality().brier())
                .add("averagePrecision", model.curves().averagePrecision())
                .add("liftTopTenth", model.quality().topTenthLift())
                .add("labels", labels())
                .add("matrix", matrix(model.quality().confusion()))
                .add("report", report(model.report()))
                .add("importances", importances)
                .add("calibration", calibration(model))
                .add("roc", points(model.curves().roc()))
                .add("precisionRecall", points(model.curves().precisionRecall()))
                .add("rehearsedAuc", model.rehearsedAuc())
                .add("trainedOn", model.rows())
                .add("settings", terminal.inLanguage(model.settings()));
    }

    /** In the order of the matrix. */
    private JsonArrayBuilder labels() {
        return Json.createArrayBuilder()
                .add(study.target().stayed())
                .add(study.target().left());
    }

    /** A row for what came, a column for what was predicted. */
    private static JsonArrayBuilder matrix(ConfusionMatrix matrix) {
        return Json.createArrayBuilder()
                .add(Json.createArrayBuilder().add(matrix.trueNegatives()).add(matrix.falsePositives()))
                .add(Json.createArrayBuilder().add(matrix.falseNegatives()).add(matrix.truePositives()));
    }

    private JsonObjectBuilder report(ClassificationReport report) {
        return Json.createObjectBuilder()
                .add(study.target().stayed(), line(report.negative()))
                .add(study.target().left(), line(report.positive()))
                .add("accuracy", number(report.accuracy()))
                .add("macro avg", line(report.macro()))
                .add("weighted avg", line(report.weighted()));
    }

    private static JsonObjectBuilder line(Line line) {
        return Json.createObjectBuilder()
                .add("precision", number(line.precision()))
                .add("recall", number(line.recall()))
                .add("f1-score", number(line.f1()))
                .add("support", line.support());
    }

    private static JsonObjectBuilder calibration(Judged model) {
        Calibration calibration = model.quality().calibration();
        JsonArrayBuilder curve = Json.createArrayBuilder();
        calibration
                .curve()
                .forEach(group -> curve.add(Json.createObjectBuilder()
                        .add("count", group.count())
                        .add("predicted", group.predicted())
                        .add("observed", group.observed().value())
                        .add("interval", interval(group.observed()))));
        JsonObjectBuilder told =
                Json.createObjectBuilder().add("method", model.calibration()).add("curve", curve);
        calibration.line().ifPresent(line -> told.add("slope", line.slope()).add("intercept", line.intercept()));
        return told;
    }

    private static JsonArrayBuilder interval(Interval interval) {
        return Json.createArrayBuilder().add(interval.low()).add(interval.high());
    }

    private static JsonArrayBuilder points(List<Point> points) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        Curves.thinned(points)
                .forEach(point ->
                        array.add(Json.createArrayBuilder().add(point.x()).add(point.y())));
        return array;
    }

    private static JsonValue number(OptionalDouble value) {
        return value.isPresent() ? Json.createValue(value.getAsDouble()) : JsonValue.NULL;
    }
}
