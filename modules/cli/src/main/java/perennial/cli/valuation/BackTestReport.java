package perennial.cli.valuation;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import perennial.analytics.evaluation.ForecastQuality;
import perennial.analytics.valuation.BackTest;
import perennial.analytics.valuation.Judgement;
import perennial.analytics.valuation.ModelChoice;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.ValueFit;
import perennial.charts.Chart;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Terminal;

/** A back-test as a page that opens offline, and as tables on the terminal. */
public final class BackTestReport {
    private static final String NONE = "–";
    private static final String STYLE = "body{font-family:system-ui,sans-serif;max-width:64rem;margin:2rem auto;"
            + "padding:0 1rem;color:#1f2933}table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}"
            + "th,td{padding:.25rem .5rem;text-align:right;border-bottom:1px solid #d9dee4}"
            + "th:first-child,td:first-child{text-align:left}tr.chosen{font-weight:600}"
            + ".scroll{overflow-x:auto}figure{margin:1.5rem 0}p{max-width:46rem}";

    private final Path file;
    private final PurchaseFile customers;
    private final BackTest.Settings settings;
    private final List<Judgement> judged;
    private final ModelChoice choice;
    private final Terminal terminal;

    private BackTestReport(
            Path file,
            PurchaseFile customers,
            BackTest.Settings settings,
            List<Judgement> judged,
            ModelChoice choice,
            Terminal terminal) {
        this.file = file;
        this.customers = customers;
        this.settings = settings;
        this.judged = judged;
        this.choice = choice;
        this.terminal = terminal;
    }

    public static BackTestReport of(
            Path file, PurchaseFile customers, BackTest.Settings settings, List<Judgement> judged, Terminal terminal) {
        return new BackTestReport(
                file, customers, settings, judged, ModelChoice.of(judged, Optional.empty()), terminal);
    }

    /** The tables, on the terminal. */
    public void show() {
        terminal.line(terminal.inLanguage(choice.reason()));
        for (double origin : settings.origins()) {
            terminal.line("");
            terminal.line(heading(origin, "backtest.in-purchases"));
            Columns columns = new Columns();
            columns.row(header().toArray(String[]::new));
            at(origin)
                    .forEach(judgement ->
                            columns.row(cells(judgement, judgement.purchases(), judgement.purchasesCoverage())
                                    .toArray(String[]::new)));
            terminal.lines(columns.lines());
        }
    }

    public String html() {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"")
                .append(terminal.locale().getLanguage().equals("zh") ? "zh-CN" : "en")
                .append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
                .append("<title>")
                .append(Html.escaped(terminal.phrase("backtest.title", file.toString())))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n");
        page.append(Html.element("h1", terminal.phrase("backtest.title", file.toString())));
        page.append(Html.element("p", terminal.inLanguage(choice.reason())));
        page.append(Html.element("p", terminal.phrase("backtest.how", number(settings.horizon(), 0), unit())));
        choice.kind().ifPresent(kind -> pictures(page, kind));
        for (double origin : settings.origins()) {
            table(page, origin);
        }
        page.append(Html.element("p", terminal.phrase("backtest.legend")));
        return page.append("</body></html>\n").toString();
    }

    private String unit() {
        return customers
                .unit()
                .map(unit -> terminal.phrase("unit." + unit.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> terminal.phrase("unit.own"));
    }

    private void pictures(StringBuilder page, PurchaseKind kind) {
        double last = settings.origins().get(settings.origins().size() - 1);
        at(last).stream()
                .filter(judgement -> judgement.forecaster().equals(kind.label()))
                .findFirst()
                .ifPresent(judgement -> {
                    BackTestPictures pictures = new BackTestPictures(customers, settings, judgement, terminal);
                    pictures.all(fit(kind)).forEach(chart -> figure(page, chart));
                });
    }

    /** The chosen model on all that is known, for what is expected next. */
    private ValueFit fit(PurchaseKind kind) {
        return ValueFit.of(kind, customers.pasts(), settings.fit());
    }

    private void figure(StringBuilder page, Chart chart) {
        page.append("<figure>")
                .append(chart.svg(terminal.locale()))
                .append(Html.element("figcaption", chart.caption().description()))
                .append("</figure>\n");
    }

    private void table(StringBuilder page, double origin) {
        part(
                page,
                origin,
                "backtest.in-purchases",
                judgement -> cells(judgement, judgement.purchases(), judgement.purchasesCoverage()));
        if (at(origin).stream().anyMatch(judgement -> judgement.money().isPresent())) {
            part(
                    page,
                    origin,
                    "backtest.in-money",
                    judgement -> cells(judgement, judgement.money(), judgement.moneyCoverage()));
        }
        at(origin).stream()
                .filter(judgement -> judgement.purchases().isEmpty())
                .forEach(judgement -> page.append(Html.element(
                        "p",
                        judgement.forecaster() + ": "
                                + judgement.reason().map(terminal::inLanguage).orElse(NONE))));
    }

    private interface Cells {
        List<String> of(Judgement judgement);
    }

    private void part(StringBuilder page, double origin, String title, Cells cells) {
        page.append(Html.element("h2", heading(origin, title))).append("<div class=\"scroll\"><table><thead><tr>");
        header().forEach(name ->
                page.append("<th scope=\"col\">").append(Html.escaped(name)).append("</th>"));
        page.append("</tr></thead><tbody>\n");
        for (Judgement judgement : at(origin)) {
            boolean isChosen = choice.kind()
                    .filter(kind -> kind.label().equals(judgement.forecaster()))
                    .isPresent();
            page.append(isChosen ? "<tr class=\"chosen\">" : "<tr>");
            cells.of(judgement).forEach(cell -> page.append(Html.element("td", cell)));
            page.append("</tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private List<Judgement> at(double origin) {
        return judged.stream().filter(judgement -> judgement.origin() == origin).toList();
    }

    private String heading(double origin, String title) {
        return terminal.phrase(title, customers.told(origin), customers.told(origin + settings.horizon()));
    }

    private List<String> header() {
        return List.of(
                terminal.phrase("backtest.forecaster"),
                terminal.phrase("backtest.forecast"),
                terminal.phrase("backtest.actual"),
                terminal.phrase("backtest.bias"),
                "MAE",
                "RMSE",
                "Spearman",
                "Gini",
                terminal.phrase("backtest.slope"),
                terminal.phrase("backtest.top-tenth"),
                "MAPE",
                terminal.phrase("backtest.coverage"),
                terminal.phrase("backtest.log-score"));
    }

    private static List<String> cells(Judgement judgement, Optional<ForecastQuality> quality, OptionalDouble coverage) {
        return List.of(
                judgement.forecaster(),
                quality.map(of -> number(of.forecast(), 1)).orElse(NONE),
                quality.map(of -> number(of.actual(), 1)).orElse(NONE),
                perhaps(quality.map(ForecastQuality::bias)),
                quality.map(of -> number(of.mae(), 4)).orElse(NONE),
                quality.map(of -> number(of.rmse(), 4)).orElse(NONE),
                perhaps(quality.map(ForecastQuality::spearman)),
                perhaps(quality.map(ForecastQuality::gini)),
                perhaps(quality.map(ForecastQuality::slope)),
                perhaps(quality.map(ForecastQuality::topTenth)),
                perhaps(quality.map(ForecastQuality::decileError)),
                perhaps(Optional.of(coverage)),
                perhaps(Optional.of(judgement.logScore())));
    }

    private static String perhaps(Optional<OptionalDouble> value) {
        OptionalDouble known = value.orElse(OptionalDouble.empty());
        return known.isPresent() ? number(known.getAsDouble(), 4) : NONE;
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
