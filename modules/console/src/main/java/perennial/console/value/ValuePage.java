package perennial.console.value;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import perennial.analytics.evaluation.ForecastQuality;
import perennial.analytics.valuation.Judgement;
import perennial.console.shell.Format;
import perennial.kernel.Money;
import perennial.overview.CustomerQuery;
import perennial.overview.Overview;
import perennial.value.ValueModels;
import perennial.value.ValueModels.Evidence;
import perennial.value.ValueScores;
import perennial.value.ValueScores.ValueModel;

/** The value models of the run in force with their evidence, and who is worth most. */
@Named
@RequestScoped
public class ValuePage {
    private static final int MOST_VALUABLE = 20;

    @Inject
    private Overview overview;

    @Inject
    private ValueModels models;

    @Inject
    private Format format;

    @Inject
    private ValuePictures pictures;

    private @Nullable Evidence evidence;

    public record Parameter(String symbol, String amount, String error) {}

    /** @param isInForce whether the scores rest on it */
    public record Forecaster(
            String name,
            boolean isInForce,
            String bias,
            String mae,
            String rmse,
            String spearman,
            String gini,
            String slope,
            String topTenth,
            String coverage,
            String moneyCoverage) {}

    @PostConstruct
    void look() {
        evidence = overview.inForce().map(models::evidence).orElse(null);
    }

    private Optional<Evidence> seen() {
        return Optional.ofNullable(evidence);
    }

    public @Nullable ValueModel getModel() {
        return seen().map(Evidence::model).orElse(null);
    }

    public boolean isFitted() {
        return fitted().isPresent();
    }

    private Optional<ValueModel> fitted() {
        return seen().map(Evidence::model).filter(each -> each.state() == ValueScores.State.FITTED);
    }

    public List<Parameter> getParameters() {
        return fitted().stream()
                .flatMap(fit -> fit.parameters().entrySet().stream()
                        .map(entry -> new Parameter(
                                entry.getKey(),
                                format.decimal(entry.getValue(), 4),
                                Optional.ofNullable(fit.standardErrors().get(entry.getKey()))
                                        .map(error -> "± " + format.decimal(error, 4))
                                        .orElse("–"))))
                .toList();
    }

    /** How each model and each naive baseline did at the latest time of the back-test, in purchases. */
    public List<Forecaster> getForecasters() {
        return latest().stream()
                .flatMap(judgement -> judgement.purchases().map(quality -> line(judgement, quality)).stream())
                .toList();
    }

    private List<Judgement> latest() {
        List<Judgement> all = seen().map(Evidence::judgements).orElse(List.of());
        double origin = all.stream().mapToDouble(Judgement::origin).max().orElse(0);
        return all.stream()
                .filter(judgement -> judgement.origin() == origin)
                .sorted(Comparator.comparing(Judgement::forecaster))
                .toList();
    }

    private Forecaster line(Judgement judgement, ForecastQuality quality) {
        return new Forecaster(
                judgement.forecaster(),
                inForce().filter(judgement::equals).isPresent(),
                percent(quality.bias()),
                format.decimal(quality.mae(), 3),
                format.decimal(quality.rmse(), 3),
                number(quality.spearman()),
                number(quality.gini()),
                number(quality.slope()),
                percent(quality.topTenth()),
                percent(judgement.purchasesCoverage()),
                percent(judgement.moneyCoverage()));
    }

    private Optional<Judgement> inForce() {
        Optional<String> model = fitted().map(ValueModel::purchaseModel);
        return latest().stream()
                .filter(judgement ->
                        model.filter(judgement.forecaster()::equals).isPresent())
                .findFirst();
    }

    private String number(OptionalDouble figure) {
        return figure.isPresent() ? format.decimal(figure.getAsDouble(), 3) : "–";
    }

    private String percent(OptionalDouble share) {
        return share.isPresent() ? format.percent(share.getAsDouble()) : "–";
    }

    public String getDecilesPicture() {
        return inForce().flatMap(Judgement::purchases).map(pictures::deciles).orElse("");
    }

    public String getCalibrationPicture() {
        return inForce()
                .flatMap(Judgement::purchases)
                .map(pictures::calibration)
                .orElse("");
    }

    public String getCoursePicture() {
        return inForce()
                .filter(judgement -> !judgement.course().isEmpty())
                .map(pictures::course)
                .orElse("");
    }

    public String getDistributionPicture() {
        return fitted().flatMap(ValueModel::base)
                .map(Money::currency)
                .map(currency -> pictures.distribution(
                        seen().map(Evidence::distribution).orElse(List.of()), currency.getCurrencyCode()))
                .orElse("");
    }

    public List<Overview.CustomerRow> getMostValuable() {
        return overview.customers(CustomerQuery.of(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "-value",
                        Optional.empty(),
                        MOST_VALUABLE))
                .items();
    }
}
