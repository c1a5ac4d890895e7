package perennial.console.overview;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.analytics.lifecycle.Stage;
import perennial.console.shell.Format;
import perennial.decisions.Decisions;
import perennial.kernel.Money;
import perennial.metrics.Metrics;
import perennial.overview.Overview;

/** The shop at a glance, as the run in force saw it. */
@Named
@RequestScoped
public class OverviewPage {
    @Inject
    private Overview overview;

    @Inject
    private Metrics metrics;

    @Inject
    private Decisions decisions;

    @Inject
    private Format format;

    @Inject
    private OverviewPictures pictures;

    private Overview.@Nullable ShopView shop;

    /** @param change since the run before; null where there was none */
    public record StageLine(
            String label,
            String title,
            long customers,
            double share,
            @Nullable Long change) {}

    public record KindLine(String title, long count) {}

    @PostConstruct
    void look() {
        shop = overview.inForce().map(run -> overview.shop()).orElse(null);
    }

    public Overview.@Nullable ShopView getShop() {
        return shop;
    }

    private Optional<Overview.ShopView> seen() {
        return Optional.ofNullable(shop);
    }

    public @Nullable String getExpectedValue() {
        return seen().flatMap(Overview.ShopView::expectedValue)
                .map(format::roundMoney)
                .orElse(null);
    }

    public @Nullable String getValueAtRisk() {
        return seen().flatMap(Overview.ShopView::valueAtRisk)
                .map(format::roundMoney)
                .orElse(null);
    }

    public @Nullable String getSales() {
        return seen().map(Overview.ShopView::sales).map(format::roundMoney).orElse(null);
    }

    /** What of the expected value is at risk, from 0 to 1. */
    public @Nullable Double getShareAtRisk() {
        return seen().flatMap(view -> view.valueAtRisk()
                        .flatMap(risk -> view.expectedValue()
                                .filter(value -> value.minor() > 0)
                                .map(value -> share(risk, value))))
                .orElse(null);
    }

    private static double share(Money part, Money whole) {
        return (double) part.minor() / whole.minor();
    }

    public @Nullable Instant getBefore() {
        return seen().flatMap(Overview.ShopView::before)
                .map(Overview.Earlier::asOf)
                .orElse(null);
    }

    public List<StageLine> getStages() {
        return seen().map(this::stages).orElse(List.of());
    }

    private List<StageLine> stages(Overview.ShopView view) {
        long all = Math.max(
                1, view.stages().values().stream().mapToLong(Long::longValue).sum());
        return Arrays.stream(Stage.values())
                .map(stage -> line(stage, view.stages().getOrDefault(stage, 0L), all, view.before()))
                .toList();
    }

    private StageLine line(Stage stage, long count, long all, Optional<Overview.Earlier> before) {
        Long change = before.map(earlier -> count - earlier.stages().getOrDefault(stage, 0L))
                .orElse(null);
        return new StageLine(stage.label(), stage.title(format.locale()), count, (double) count / all, change);
    }

    public List<KindLine> getKinds() {
        Map<String, Long> counts = seen().map(Overview.ShopView::decisions).orElse(Map.of());
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(kind -> new KindLine(format.of(decisions.title(kind.getKey())), kind.getValue()))
                .toList();
    }

    public String getDecisionsPicture() {
        return pictures.decisions(getKinds());
    }

    public String getRevenuePicture() {
        return seen().map(pictures::revenue).orElse("");
    }

    public String getCohortPicture() {
        return overview.inForce()
                .flatMap(metrics::of)
                .map(report -> pictures.cohorts(report.cohorts()))
                .orElse("");
    }
}
