package perennial.console.value;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import perennial.analytics.evaluation.ForecastQuality;
import perennial.analytics.evaluation.ForecastQuality.Decile;
import perennial.analytics.valuation.Judgement;
import perennial.analytics.valuation.Judgement.Week;
import perennial.charts.BarChart;
import perennial.charts.BarChart.Series;
import perennial.charts.Caption;
import perennial.charts.Histogram;
import perennial.charts.LineChart;
import perennial.charts.LineChart.Line;
import perennial.charts.LineChart.Point;
import perennial.charts.Scale;
import perennial.charts.ScatterChart;
import perennial.console.shell.Format;
import perennial.value.ValueModels.ValueBin;

/** What the page of the value models draws. */
@RequestScoped
public class ValuePictures {
    @Inject
    private Format format;

    /** Customers by tenths of what was foretold of them: what was foretold beside what came. */
    String deciles(ForecastQuality quality) {
        List<Decile> deciles = quality.deciles();
        return new BarChart(
                        caption("deciles"),
                        BarChart.Direction.UP,
                        text("deciles.tenth"),
                        Scale.number(text("deciles.each")),
                        IntStream.rangeClosed(1, deciles.size())
                                .mapToObj(Integer::toString)
                                .toList(),
                        List.of(
                                new Series(text("foretold"), values(deciles, Decile::forecast)),
                                new Series(text("came"), values(deciles, Decile::actual))))
                .svg(format.locale());
    }

    String calibration(ForecastQuality quality) {
        return new ScatterChart(
                        caption("calibration"),
                        Scale.number(text("foretold")),
                        Scale.number(text("came")),
                        true,
                        quality.deciles().stream()
                                .map(tenth -> new ScatterChart.Dot(
                                        text("deciles.tenth"), tenth.forecast(), tenth.actual(), Optional.empty()))
                                .toList())
                .svg(format.locale());
    }

    String course(Judgement judgement) {
        return new LineChart(
                        caption("course"),
                        Scale.day(text("course.day")),
                        Scale.number(text("course.purchases")),
                        true,
                        List.of(
                                new Line(text("came"), points(judgement.course(), Week::actual)),
                                new Line(text("expected"), points(judgement.course(), Week::expected))))
                .svg(format.locale());
    }

    String distribution(List<ValueBin> bins, String currency) {
        return new Histogram(
                        caption("distribution"),
                        Scale.number(text("distribution.value") + " (" + currency + ")"),
                        Scale.number(text("distribution.customers")),
                        bins.stream()
                                .map(bin -> new Histogram.Bin(
                                        bin.from().toMajor().doubleValue(),
                                        bin.to().toMajor().doubleValue(),
                                        bin.customers()))
                                .toList())
                .svg(format.locale());
    }

    private static List<Double> values(List<Decile> deciles, ToDoubleFunction<Decile> of) {
        return deciles.stream().map(of::applyAsDouble).toList();
    }

    private static List<Point> points(List<Week> weeks, ToDoubleFunction<Week> height) {
        return weeks.stream()
                .map(week -> new Point(week.until(), height.applyAsDouble(week)))
                .toList();
    }

    private Caption caption(String key) {
        return new Caption(text(key), text(key + ".meaning"));
    }

    private String text(String key) {
        return ResourceBundle.getBundle("perennial.console.value.phrases", format.locale())
                .getString(key);
    }
}
