package perennial.charts;

import java.util.List;
import java.util.Locale;

/**
 * A course of a few numbers, as small as a word once the page gives {@code .chart-sparkline} the width of one; its title
 * is its tooltip.
 */
public record Sparkline(Caption caption, List<Double> values) implements Chart {
    private static final double WIDTH = 120;
    private static final double HEIGHT = 28;
    private static final double EDGE = 4;

    public Sparkline {
        values = Finite.all("values", values);
    }

    @Override
    public String svg(Locale locale) {
        Drawing drawing = new Drawing("sparkline", caption, WIDTH, HEIGHT);
        if (!values.isEmpty()) {
            double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
            double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            Ruler up = new Ruler(Scale.Kind.NUMBER, low, high > low ? high : low + 1, HEIGHT - EDGE, EDGE);
            Ruler along = new Ruler(Scale.Kind.NUMBER, 0, Math.max(1, values.size() - 1), EDGE, WIDTH - EDGE);
            double[] places = new double[2 * values.size()];
            for (int i = 0; i < values.size(); i++) {
                places[2 * i] = along.at(i);
                places[2 * i + 1] = up.at(values.get(i));
            }
            drawing.path(places, Palette.series(0), "", caption.title());
            String last = new Figures(locale).value(values.get(values.size() - 1), Scale.Kind.NUMBER);
            drawing.dot(places[places.length - 2], places[places.length - 1], 2.5, Palette.series(0), last);
        }
        return drawing.finish();
    }
}
