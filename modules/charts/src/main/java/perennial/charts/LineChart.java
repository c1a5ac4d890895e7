package perennial.charts;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A line per series over numbers or days.
 *
 * @param x along; its kind may be {@link Scale.Kind#DAY}
 * @param y upwards
 * @param isFromZero whether the upright axis begins at 0, as it must where heights are compared with each other
 */
public record LineChart(Caption caption, Scale x, Scale y, boolean isFromZero, List<Line> lines) implements Chart {
    private static final String KIND = "lines";
    private static final int FEW = 40;

    /** A place on a line. */
    public record Point(double x, double y) {
        public Point {
            Finite.of("x", x);
            Finite.of("y", y);
        }
    }

    /** Points in the order in which they are joined. */
    public record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    public LineChart {
        lines = List.copyOf(lines);
    }

    @Override
    public String svg(Locale locale) {
        List<Point> all = lines.stream().flatMap(line -> line.points().stream()).toList();
        if (all.isEmpty()) {
            return Drawing.empty(KIND, caption, locale);
        }
        List<String> keys = lines.stream().map(Line::name).toList();
        Drawing drawing = new Drawing(KIND, caption, Layout.WIDTH, Layout.HEIGHT);
        drawing.title(caption.title());
        Layout.drawKeys(drawing, keys);
        Ruler heights = isFromZero
                ? Ruler.aroundZero(y.kind(), least(all, Point::y), most(all, Point::y), 0, 1)
                : Ruler.around(y.kind(), least(all, Point::y), most(all, Point::y), 0, 1);
        Layout layout = Layout.beside(Layout.widestOf(heights, locale), keys, Layout.HEIGHT);
        Ruler up = layout.upright(heights);
        Ruler along = layout.level(Ruler.around(x.kind(), least(all, Point::x), most(all, Point::x), 0, 1));
        layout.drawUpright(drawing, up, y.label(), locale);
        layout.drawLevel(drawing, along, x.label(), locale);
        for (int i = 0; i < lines.size(); i++) {
            draw(drawing, i, along, up, new Figures(locale));
        }
        return drawing.finish();
    }

    private void draw(Drawing drawing, int i, Ruler along, Ruler up, Figures figures) {
        Line line = lines.get(i);
        double[] places = line.points().stream()
                .flatMapToDouble(point -> DoubleStream.of(along.at(point.x()), up.at(point.y())))
                .toArray();
        drawing.path(places, Palette.series(i), Palette.dash(i), line.name());
        if (line.points().size() <= FEW) {
            line.points().forEach(point -> {
                String tooltip = line.name() + ", " + figures.value(point.x(), x.kind()) + ": "
                        + figures.value(point.y(), y.kind());
                drawing.dot(along.at(point.x()), up.at(point.y()), 3, Palette.series(i), tooltip);
            });
        }
    }

    private static double least(List<Point> points, ToDoubleFunction<Point> of) {
        return points.stream().mapToDouble(of).min().orElse(0);
    }

    private static double most(List<Point> points, ToDoubleFunction<Point> of) {
        return points.stream().mapToDouble(of).max().orElse(0);
    }
}
