package perennial.crmapi.churn;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.analytics.evaluation.Interval;
import perennial.churn.ChurnPicture;
import perennial.churn.ChurnPicture.Curve;
import perennial.churn.ChurnPicture.Group;
import perennial.churn.ChurnPicture.Point;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.crmapi.wire.WordsView;
import perennial.kernel.Words;

/**
 * @param state trained or not_enough_data
 * @param version the run that trained the model in force; null of runs from before versions were kept
 * @param horizonDays churn is: no purchase in so many days
 * @param judged the cut-off on which the figures rest; nothing in training reached so far
 * @param auc of the model in force on that later time, as the figures that follow it
 * @param baseline the same of a model that knows only how long a customer has been silent
 * @param matrix at the threshold that the costs of the two errors set
 * @param measures by model, with the baselines: auc, aucLower, aucUpper, logLoss, brier, liftTopTenth, ...
 */
public record ChurnModelView(
        String state,
        String reason,
        String reasonZh,
        @Nullable String model,
        @Nullable Long version,
        @Nullable Instant trained,
        List<WordsView> warnings,
        @Nullable Double auc,
        @Nullable Double logLoss,
        @Nullable Double brier,
        @Nullable Double liftTopTenth,
        @Nullable BaselineView baseline,
        double horizonDays,
        @Nullable Instant judged,
        long trainingRows,
        long judgedRows,
        double churnRate,
        @Nullable ErrorsView matrix,
        List<CurvePointView> precisionRecall,
        List<CurvePointView> calibration,
        List<CurvePointView> gain,
        List<CurvePointView> importances,
        List<CurvePointView> dependences,
        List<CurvePointView> drift,
        List<ChurnGroupView> groups,
        Map<String, Map<String, Double>> measures) {
    private static final String RECENCY = "recency only";

    static ChurnModelView of(ChurnEvidence model, ChurnPicture picture, List<Words> warnings) {
        Map<String, Double> own = model.model()
                .flatMap(name -> Optional.ofNullable(model.measures().get(name)))
                .orElse(Map.of());
        return new ChurnModelView(
                model.state().name().toLowerCase(Locale.ROOT),
                model.reason().english(),
                model.reason().chinese(),
                model.model().orElse(null),
                model.version().orElse(null),
                model.trained().orElse(null),
                warnings.stream().map(WordsView::of).toList(),
                own.get("auc"),
                own.get("logLoss"),
                own.get("brier"),
                own.get("liftTopTenth"),
                Optional.ofNullable(model.measures().get(RECENCY))
                        .map(BaselineView::of)
                        .orElse(null),
                model.horizonDays(),
                model.judged().orElse(null),
                model.trainingRows(),
                model.judgedRows(),
                model.churnRate(),
                own.containsKey("threshold") ? ErrorsView.of(own) : null,
                curve(picture, Curve.PRECISION_RECALL),
                curve(picture, Curve.CALIBRATION),
                curve(picture, Curve.GAIN),
                curve(picture, Curve.IMPORTANCE),
                curve(picture, Curve.DEPENDENCE),
                curve(picture, Curve.DRIFT),
                picture.groups().stream().map(ChurnGroupView::of).toList(),
                model.measures());
    }

    private static List<CurvePointView> curve(ChurnPicture picture, Curve curve) {
        return picture.of(curve).stream().map(CurvePointView::of).toList();
    }

    public record BaselineView(
            String model,
            @Nullable Double auc,
            @Nullable Double logLoss,
            @Nullable Double brier,
            @Nullable Double liftTopTenth) {
        static BaselineView of(Map<String, Double> measures) {
            return new BaselineView(
                    "recency",
                    measures.get("auc"),
                    measures.get("logLoss"),
                    measures.get("brier"),
                    measures.get("liftTopTenth"));
        }
    }

    /** @param cost of both errors together, in the unit of the settings */
    public record ErrorsView(
            double threshold, long caught, long falseAlarms, long missed, long leftAlone, double cost) {
        static ErrorsView of(Map<String, Double> measures) {
            return new ErrorsView(
                    measures.getOrDefault("threshold", 0.0),
                    count(measures, "caught"),
                    count(measures, "falseAlarms"),
                    count(measures, "missed"),
                    count(measures, "leftAlone"),
                    measures.getOrDefault("cost", 0.0));
        }

        private static long count(Map<String, Double> measures, String name) {
            return Math.round(measures.getOrDefault(name, 0.0));
        }
    }

    /**
     * @param feature its label; null of a curve that is of no feature
     * @param low lower end of y's 95 % interval; null where it has none
     * @param customers in the group; null where the point is of none
     */
    public record CurvePointView(
            @Nullable String feature,
            double x,
            double y,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Long customers) {
        static CurvePointView of(Point point) {
            return new CurvePointView(
                    point.subject().isEmpty() ? null : point.subject(),
                    point.x(),
                    point.y(),
                    point.low().isPresent() ? point.low().getAsDouble() : null,
                    point.high().isPresent() ? point.high().getAsDouble() : null,
                    point.customers() == 0 ? null : point.customers());
        }
    }

    /**
     * @param grouping stage or segment
     * @param state judged or not_enough_data
     */
    public record ChurnGroupView(
            String grouping,
            String id,
            String state,
            long customers,
            long left,
            double predicted,
            @Nullable Double auc,
            @Nullable Double aucLower,
            @Nullable Double aucUpper) {
        static ChurnGroupView of(Group group) {
            return new ChurnGroupView(
                    group.grouping().name().toLowerCase(Locale.ROOT),
                    group.name(),
                    group.auc().isPresent() ? "judged" : "not_enough_data",
                    group.customers(),
                    group.left(),
                    group.predicted(),
                    group.auc().map(Interval::value).orElse(null),
                    group.auc().map(Interval::low).orElse(null),
                    group.auc().map(Interval::high).orElse(null));
        }
    }
}
