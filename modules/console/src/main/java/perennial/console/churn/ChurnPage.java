package perennial.console.churn;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.churn.ChurnScores;
import perennial.churn.ChurnScores.ChurnEvidence;
import perennial.console.shell.Format;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;

/** The churn model of the run in force with its evidence, and who is most at risk. */
@Named
@RequestScoped
public class ChurnPage {
    private static final int MOST_AT_RISK = 20;

    @Inject
    private Overview overview;

    @Inject
    private ChurnScores scores;

    @Inject
    private Format format;

    @Inject
    private ChurnPictures pictures;

    private @Nullable ChurnEvidence evidence;

    /** @param isInForce whether its probabilities are those that customers and rules get */
    public record ModelLine(
            String model, boolean isInForce, String auc, String logLoss, String brier, String lift, String slope) {}

    @PostConstruct
    void look() {
        evidence = overview.inForce().map(scores::model).orElse(null);
    }

    public @Nullable ChurnEvidence getEvidence() {
        return evidence;
    }

    public boolean isTrained() {
        return trained().isPresent();
    }

    private Optional<ChurnEvidence> trained() {
        return Optional.ofNullable(evidence).filter(each -> each.state() == ChurnScores.State.TRAINED);
    }

    /** The models beside the baselines, the best first. */
    public List<ModelLine> getModels() {
        return trained().map(this::lines).orElse(List.of());
    }

    private List<ModelLine> lines(ChurnEvidence trained) {
        return trained.measures().entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().getOrDefault("auc", 0.0)))
                .map(entry -> line(entry.getKey(), entry.getValue(), trained.model()))
                .toList();
    }

    private ModelLine line(String model, Map<String, Double> measures, Optional<String> inForce) {
        return new ModelLine(
                model,
                inForce.filter(model::equals).isPresent(),
                shown(measures, "auc", 3)
                        + (measures.containsKey("aucLower")
                                ? " (" + shown(measures, "aucLower", 3) + " … " + shown(measures, "aucUpper", 3) + ")"
                                : ""),
                shown(measures, "logLoss", 3),
                shown(measures, "brier", 3),
                shown(measures, "liftTopTenth", 2),
                shown(measures, "calibrationSlope", 2));
    }

    private String shown(Map<String, Double> measures, String measure, int places) {
        return Optional.ofNullable(measures.get(measure))
                .map(value -> format.decimal(value, places))
                .orElse("–");
    }

    public String getComparisonPicture() {
        return trained().map(pictures::comparison).orElse("");
    }

    public List<Overview.CustomerRow> getMostAtRisk() {
        return overview.customers(CustomerQuery.of(
                        Optional.empty(), Optional.empty(), Optional.empty(), "-churn", Optional.empty(), MOST_AT_RISK))
                .items();
    }
}
