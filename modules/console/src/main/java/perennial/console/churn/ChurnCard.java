package perennial.console.churn;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.analytics.lifecycle.Stage;
import perennial.churn.ChurnPicture;
import perennial.churn.ChurnPicture.Curve;
import perennial.churn.ChurnPicture.Group;
import perennial.churn.ChurnPicture.Grouping;
import perennial.churn.ChurnScores;
import perennial.console.shell.Format;
import perennial.kernel.Words;
import perennial.overview.Overview;
import perennial.segmentation.Segments;

/** The model in force on its card: curves, errors, groups, drift, and what speaks against trusting it. */
@Named
@RequestScoped
public class ChurnCard {
    private static final double MUCH = 0.25;

    @Inject
    private Overview overview;

    @Inject
    private ChurnScores scores;

    @Inject
    private Segments segments;

    @Inject
    private ChurnPictures pictures;

    @Inject
    private Format format;

    private ChurnPicture picture = new ChurnPicture(List.of(), List.of());
    private Map<String, Double> own = Map.of();

    /** @param auc empty where there is too little data */
    public record GroupLine(
            String grouping, String name, String customers, String left, String predicted, String auc) {}

    public record DriftLine(String feature, String index, boolean isMuch) {}

    @PostConstruct
    void look() {
        overview.inForce().ifPresent(run -> {
            picture = scores.picture(run);
            own = scores.model(run)
                    .model()
                    .flatMap(name ->
                            Optional.ofNullable(scores.model(run).measures().get(name)))
                    .orElse(Map.of());
        });
    }

    public List<Words> getWarnings() {
        return overview.inForce().map(scores::warnings).orElse(List.of());
    }

    public boolean isJudged() {
        return !picture.of(Curve.CALIBRATION).isEmpty();
    }

    public String getCalibration() {
        return pictures.calibration(picture);
    }

    public String getPrecisionRecall() {
        return pictures.precisionRecall(picture);
    }

    public String getGain() {
        return pictures.gain(picture);
    }

    public String getImportances() {
        return pictures.importances(picture);
    }

    public List<String> getDependences() {
        return pictures.dependences(picture);
    }

    /** A count of the confusion matrix. */
    public String count(String measure) {
        return format.whole(own.getOrDefault(measure, 0.0));
    }

    public String getThreshold() {
        return format.percent(own.getOrDefault("threshold", 0.5));
    }

    public boolean isWithMatrix() {
        return own.containsKey("threshold");
    }

    public List<GroupLine> getGroups() {
        Map<String, Words> names = new HashMap<>(
                segments.names(of(Grouping.SEGMENT).map(Group::name).toList()));
        return Stream.of(Grouping.values())
                .flatMap(this::of)
                .map(group -> line(group, names))
                .toList();
    }

    private Stream<Group> of(Grouping grouping) {
        return picture.groups().stream().filter(group -> group.grouping() == grouping);
    }

    private GroupLine line(Group group, Map<String, Words> names) {
        return new GroupLine(
                group.grouping().name(),
                group.grouping() == Grouping.STAGE
                        ? Stage.labelled(group.name()).title(format.locale())
                        : format.of(names.getOrDefault(group.name(), new Words(group.name(), group.name()))),
                format.whole(group.customers()),
                format.percent((double) group.left() / group.customers()),
                format.percent(group.predicted()),
                group.auc()
                        .map(auc -> format.decimal(auc.value(), 3) + " (" + format.decimal(auc.low(), 3) + " … "
                                + format.decimal(auc.high(), 3) + ")")
                        .orElse(""));
    }

    public List<DriftLine> getDrifts() {
        return picture.of(Curve.DRIFT).stream()
                .map(point -> new DriftLine(
                        pictures.feature(point.subject()), format.decimal(point.y(), 2), point.y() > MUCH))
                .toList();
    }
}
