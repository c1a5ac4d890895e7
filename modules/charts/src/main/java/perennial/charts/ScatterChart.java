package perennial.charts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Dots over two scales, such as what came against what was predicted.
 *
 * @param isDiagonalShown whether the line on which both are equal is drawn; both axes then have the same ends
 */
public record ScatterChart(Caption caption, Scale x, Scale y, boolean isDiagonalShown, List<Dot> dots)
        implements Chart {
    private static final String KIND = "dots";

    /** What a dot's height may as well be. */
    public record Whisker(double low, double high) {
        public Whisker {
            Finite.of("low", low);
            Finite.of("high", high);
        }
    }

    /** A dot with its name, which is its tooltip. */
    public record Dot(String name, double x, double y, Optional<Whisker> whisker) {
        public Dot {
            Finite.of("x", x);
            Finite.of("y", y);
        }

        double low() {
            return whisker.map(reach -> Math.min(y, reach.low())).orElse(y);
        }

        double high() {
            return whisker.map(reach -> Math.max(y, reach.high())).orElse(y);
        }
    }

    public ScatterChart {
        dots = List.copyOf(dots);
    }

    @Override
    public String svg(Locale locale) {
        if (dots.isEmpty()) {
            return Drawing.empty(KIND, caption, locale);
        }
        Drawing drawing = new Drawing(KIND, caption, Layout.WIDTH, Layout.HEIGHT);
        drawing.title(caption.title());
        double lowX = least(Dot::x);
        double highX = most(Dot::x);
        double lowY = least(Dot::low);
        double highY = most(Dot::high);
        if (isDiagonalShown) {
            lowX = lowY = Math.min(lowX, lowY);
            highX = highY = Math.max(highX, highY);
        }
        Ruler heights = Ruler.aroundZero(y.kind(), lowY, highY, 0, 1);
        Layout layout = Layout.beside(Layout.widestOf(heights, locale), List.of(), Layout.HEIGHT);
        Ruler up = layout.upright(heights);
        Ruler along = layout.level(Ruler.aroundZero(x.kind(), lowX, highX, 0, 1));
        layout.drawUpright(drawing, up, y.label(), locale);
        layout.drawLevel(drawing, along, x.label(), locale);
        if (isDiagonalShown) {
            double[] ends = {along.at(along.low()), up.at(along.low()), along.at(along.high()), up.at(along.high())};
            drawing.path(ends, Palette.QUIET, "5 4", x.label() + " = " + y.label());
        }
        dots.forEach(dot -> draw(drawing, dot, along, up, new Figures(locale)));
        return drawing.finish();
    }

    private void draw(Drawing drawing, Dot dot, Ruler along, Ruler up, Figures figures) {
        double place = along.at(dot.x());
        dot.whisker()
                .ifPresent(reach ->
                        drawing.line(place, up.at(reach.low()), place, up.at(reach.high()), Palette.series(0), 1.5));
        String tooltip = dot.name() + ": " + figures.value(dot.x(), x.kind()) + ", " + figures.value(dot.y(), y.kind());
        drawing.dot(place, up.at(dot.y()), 4, Palette.series(0), tooltip);
    }

    private double least(ToDoubleFunction<Dot> of) {
        return dots.stream().mapToDouble(of).min().orElse(0);
    }

    private double most(ToDoubleFunction<Dot> of) {
        return dots.stream().mapToDouble(of).max().orElse(0);
    }
}
