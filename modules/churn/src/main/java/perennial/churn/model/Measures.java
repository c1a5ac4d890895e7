package perennial.churn.model;

import java.util.LinkedHashMap;
import java.util.Map;
import perennial.analytics.evaluation.ClassificationQuality;
import perennial.analytics.evaluation.ConfusionMatrix;
import perennial.analytics.evaluation.ErrorCosts;

/** The figures of a judgement by their names. */
final class Measures {
    private Measures() {}

    static Map<String, Double> of(ClassificationQuality quality, ErrorCosts costs) {
        Map<String, Double> measures = new LinkedHashMap<>();
        measures.put("auc", quality.auc().value());
        measures.put("aucLower", quality.auc().low());
        measures.put("aucUpper", quality.auc().high());
        measures.put("logLoss", quality.logLoss());
        measures.put("brier", quality.brier());
        measures.put("liftTopTenth", quality.topTenthLift());
        quality.calibration().line().ifPresent(line -> {
            measures.put("calibrationSlope", line.slope());
            measures.put("calibrationIntercept", line.intercept());
        });
        ConfusionMatrix matrix = quality.confusion();
        measures.put("threshold", matrix.threshold());
        measures.put("caught", (double) matrix.truePositives());
        measures.put("falseAlarms", (double) matrix.falsePositives());
        measures.put("missed", (double) matrix.falseNegatives());
        measures.put("leftAlone", (double) matrix.trueNegatives());
        measures.put("cost", costs.of(matrix));
        return measures;
    }
}
