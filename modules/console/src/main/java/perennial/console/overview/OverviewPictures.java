package perennial.console.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalDouble;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import perennial.activity.Ledger.Month;
import perennial.analytics.metrics.CohortTable;
import perennial.analytics.metrics.CohortTable.Cohort;
import perennial.charts.BarChart;
import perennial.charts.Caption;
import perennial.charts.HeatMap;
import perennial.charts.Scale;
import perennial.console.overview.OverviewPage.KindLine;
import perennial.console.shell.Format;
import perennial.overview.Overview.ShopView;

/** What the overview draws. */
@RequestScoped
public class OverviewPictures {
    /** As many months as can be read beside each other. */
    private static final int MONTHS = 13;

    @Inject
    private Format format;

    String revenue(ShopView shop) {
        List<Month> months = last(shop.months());
        String currency = shop.sales().currency().getCurrencyCode();
        return new BarChart(
                        caption("revenue"),
                        BarChart.Direction.UP,
                        text("revenue.month"),
                        Scale.number(text("revenue.scale") + " (" + currency + ")"),
                        months.stream().map(month -> month.month().toString()).toList(),
                        List.of(new BarChart.Series(
                                text("revenue"),
                                months.stream()
                                        .map(month -> month.sales().toMajor().doubleValue())
                                        .toList())))
                .svg(format.locale());
    }

    String decisions(List<KindLine> kinds) {
        return new BarChart(
                        caption("decisions"),
                        BarChart.Direction.RIGHT,
                        text("decisions.kind"),
                        Scale.number(text("decisions.scale")),
                        kinds.stream().map(KindLine::title).toList(),
                        List.of(new BarChart.Series(
                                text("decisions"),
                                kinds.stream()
                                        .map(kind -> (double) kind.count())
                                        .toList())))
                .svg(format.locale());
    }

    String cohorts(CohortTable table) {
        List<Cohort> cohorts = last(table.cohorts());
        List<Integer> later = IntStream.range(1, cohorts.size()).boxed().toList();
        return new HeatMap(
                        caption("cohorts"),
                        text("cohorts.row"),
                        text("cohorts.column"),
                        Scale.Kind.SHARE,
                        cohorts.stream()
                                .map(cohort -> cohort.month() + " · " + format.whole(cohort.size()))
                                .toList(),
                        later.stream().map(String::valueOf).toList(),
                        cohorts.stream()
                                .map(cohort -> later.stream()
                                        .map(months -> retention(cohort, months, table.lastMonthIsPartial()))
                                        .toList())
                                .toList())
                .svg(format.locale());
    }

    /** A month that is not over yet would look like a fall. */
    private static OptionalDouble retention(Cohort cohort, int monthsLater, boolean lastIsPartial) {
        boolean isLast = monthsLater == cohort.buyers().size() - 1;
        return isLast && lastIsPartial ? OptionalDouble.empty() : cohort.retention(monthsLater);
    }

    private static <T> List<T> last(List<T> all) {
        return all.subList(Math.max(0, all.size() - MONTHS), all.size());
    }

    private Caption caption(String key) {
        return new Caption(text(key), text(key + ".meaning"));
    }

    private String text(String key) {
        return ResourceBundle.getBundle("perennial.console.overview.phrases", format.locale())
                .getString(key);
    }
}
