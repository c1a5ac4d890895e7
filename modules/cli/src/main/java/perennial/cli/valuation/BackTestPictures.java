package perennial.cli.valuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.evaluation.ForecastQuality;
import perennial.analytics.evaluation.ForecastQuality.Decile;
import perennial.analytics.valuation.BackTest;
import perennial.analytics.valuation.Judgement;
import perennial.analytics.valuation.KnownPasts;
import perennial.analytics.valuation.ValueFit;
import perennial.charts.BarChart;
import perennial.charts.Caption;
import perennial.charts.Chart;
import perennial.charts.Histogram;
import perennial.charts.LineChart;
import perennial.charts.LineChart.Line;
import perennial.charts.LineChart.Point;
import perennial.charts.Scale;
import perennial.charts.ScatterChart;
import perennial.cli.terminal.Terminal;

/** The pictures of a back-test: deciles, calibration, the course of purchases, and what customers are worth next. */
final class BackTestPictures {
    private static final int BINS = 20;
    private static final double MOST = 0.99;

    private final PurchaseFile customers;
    private final BackTest.Settings settings;
    private final Judgement judgement;
    private final Terminal terminal;

    BackTestPictures(PurchaseFile customers, BackTest.Settings settings, Judgement judgement, Terminal terminal) {
        this.customers = customers;
        this.settings = settings;
        this.judgement = judgement;
        this.terminal = terminal;
    }

    List<Chart> all(ValueFit now) {
        List<Chart> charts = new ArrayList<>();
        judgement.purchases().ifPresent(quality -> {
            charts.add(deciles(quality, "backtest.deciles", Scale.number(phrase("backtest.purchases-each"))));
            charts.add(calibration(quality));
        });
        judgement
                .money()
                .ifPresent(quality -> charts.add(
                        deciles(quality, "backtest.money-deciles", Scale.number(phrase("backtest.spend-each")))));
        charts.add(course());
        now.purchases().ifPresent(fit -> charts.add(distribution(fit, now)));
        return charts;
    }

    private String phrase(String key, Object... arguments) {
        return terminal.phrase(key, arguments);
    }

    private Caption caption(String key, Object... arguments) {
        return new Caption(phrase(key, arguments), phrase(key + ".described", arguments));
    }

    private Chart deciles(ForecastQuality quality, String title, Scale scale) {
        List<Decile> deciles = quality.deciles();
        return new BarChart(
                caption(title, judgement.forecaster()),
                BarChart.Direction.UP,
                phrase("backtest.tenth"),
                scale,
                IntStream.rangeClosed(1, deciles.size())
                        .mapToObj(Integer::toString)
                        .toList(),
                List.of(
                        new BarChart.Series(
                                phrase("backtest.forecast"),
                                deciles.stream().map(Decile::forecast).toList()),
                        new BarChart.Series(
                                phrase("backtest.actual"),
                                deciles.stream().map(Decile::actual).toList())));
    }

    private Chart calibration(ForecastQuality quality) {
        List<Decile> deciles = quality.deciles();
        return new ScatterChart(
                caption("backtest.calibration", judgement.forecaster()),
                Scale.number(phrase("backtest.forecast")),
                Scale.number(phrase("backtest.actual")),
                true,
                IntStream.range(0, deciles.size())
                        .mapToObj(i -> new ScatterChart.Dot(
                                phrase("backtest.nth-tenth", i + 1),
                                deciles.get(i).forecast(),
                                deciles.get(i).actual(),
                                Optional.empty()))
                        .toList());
    }

    private Chart course() {
        boolean isDays = customers.unit().filter(unit -> unit == TimeUnit.DAY).isPresent();
        return new LineChart(
                caption("backtest.course", judgement.forecaster(), customers.told(judgement.origin())),
                isDays ? Scale.day(phrase("backtest.until")) : Scale.number(phrase("backtest.until")),
                Scale.number(phrase("backtest.repeat-purchases")),
                true,
                List.of(
                        new Line(
                                phrase("backtest.actual"),
                                judgement.course().stream()
                                        .map(week -> new Point(week.until(), week.actual()))
                                        .toList()),
                        new Line(
                                phrase("backtest.expected"),
                                judgement.course().stream()
                                        .map(week -> new Point(week.until(), week.expected()))
                                        .toList())));
    }

    private Chart distribution(Fit<? extends PurchaseModel> fit, ValueFit now) {
        KnownPasts pasts = customers.pasts();
        double[] values = IntStream.range(0, pasts.customers())
                .parallel()
                .mapToDouble(i -> fit.model().expectedPurchases(pasts.x(i), pasts.tx(i), pasts.T(i), settings.horizon())
                        * spend(now, pasts, i))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        boolean isMoney = now.spends().isPresent();
        if (values.length == 0) {
            return new Histogram(caption("backtest.distribution"), Scale.number(""), Scale.number(""), List.of());
        }
        double top = values[(int) (MOST * (values.length - 1))];
        long above = Arrays.stream(values).filter(value -> value > top).count();
        return new Histogram(
                caption("backtest.distribution", above),
                Scale.number(phrase(isMoney ? "backtest.value-each" : "backtest.purchases-each")),
                Scale.number(phrase("backtest.customers")),
                bins(values, top > 0 ? top : 1));
    }

    /** 1 where no spend is known, so that purchases are shown in its place. */
    private static double spend(ValueFit now, KnownPasts pasts, int i) {
        double mean = pasts.meanSpend(i);
        return now.spends()
                .map(spends -> spends.model()
                        .expectedSpend(mean > 0 ? pasts.x(i) : 0, mean)
                        .orElse(Double.NaN))
                .orElse(1.0);
    }

    private static List<Histogram.Bin> bins(double[] values, double top) {
        double width = top / BINS;
        return IntStream.range(0, BINS)
                .mapToObj(i -> new Histogram.Bin(i * width, (i + 1) * width, (double) DoubleStream.of(values)
                        .filter(value ->
                                value >= i * width && (value < (i + 1) * width || (i == BINS - 1 && value <= top)))
                        .count()))
                .toList();
    }
}
