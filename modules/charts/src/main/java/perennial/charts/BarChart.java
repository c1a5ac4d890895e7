package perennial.charts;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import perennial.charts.Drawing.Anchor;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * A bar per category and series, each with its value beside it.
 *
 * @param direction where the bars grow; long names of categories are better off beside bars that grow to the right
 * @param category what the categories are: "tenth by prediction"
 * @param categories their names
 * @param series a value per category each
 */
public record BarChart(
        Caption caption,
        Direction direction,
        String category,
        Scale scale,
        List<String> categories,
        List<Series> series)
        implements Chart {
    private static final String KIND = "bars";
    private static final double ROW = 24;
    private static final double LONGEST_NAME = 240;
    private static final double FULL = 0.76;

    public enum Direction {
        UP,
        RIGHT
    }

    /** A value per category. */
    public record Series(String name, List<Double> values) {
        public Series {
            values = Finite.all(name, values);
        }
    }

    public BarChart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        for (Series each : series) {
            if (each.values().size() != categories.size()) {
                throw new InvalidInputException(
                        each.name(),
                        each.values().size(),
                        new Words("has not a value per category", "并非每个类别都有一个值"),
                        new Words("give " + categories.size() + " values", "请给出 " + categories.size() + " 个值"));
            }
        }
    }

    @Override
    public String svg(Locale locale) {
        if (categories.isEmpty() || series.isEmpty()) {
            return Drawing.empty(KIND, caption, locale);
        }
        return direction == Direction.UP ? up(locale) : right(locale);
    }

    private Ruler ruler() {
        double low = values().min().orElse(0);
        double high = values().max().orElse(0);
        return Ruler.aroundZero(scale.kind(), low, high, 0, 1);
    }

    private DoubleStream values() {
        return series.stream().flatMap(each -> each.values().stream()).mapToDouble(Double::doubleValue);
    }

    private List<String> keys() {
        return series.stream().map(Series::name).toList();
    }

    private String up(Locale locale) {
        Figures figures = new Figures(locale);
        Drawing drawing = begin(Layout.HEIGHT);
        Layout layout = Layout.beside(Layout.widestOf(ruler(), locale), keys(), Layout.HEIGHT);
        Ruler ruler = layout.upright(ruler());
        layout.drawUpright(drawing, ruler, scale.label(), locale);
        double room = (layout.right() - layout.left()) / categories.size();
        double thickness = room * FULL / series.size();
        int every = (int) Math.ceil(Math.min(widestCategory(), 2 * room) / room);
        for (int i = 0; i < categories.size(); i++) {
            double middle = layout.left() + (i + 0.5) * room;
            if (i % every == 0) {
                drawing.textWithin(every * room, middle, layout.bottom() + 18, Anchor.MIDDLE, categories.get(i));
            }
            for (int s = 0; s < series.size(); s++) {
                double value = series.get(s).values().get(i);
                double x = middle - room * FULL / 2 + s * thickness;
                drawing.rectangle(
                        x, ruler.at(0), x + thickness - 1, ruler.at(value), Palette.series(s), tooltip(s, i, figures));
                String label = figures.value(value, scale.kind());
                if (Lettering.width(label, Lettering.TEXT) <= thickness) {
                    double y = value >= 0 ? ruler.at(value) - 4 : ruler.at(value) + 14;
                    drawing.text(x + thickness / 2, y, Anchor.MIDDLE, Palette.INK, label);
                }
            }
        }
        drawing.line(layout.left(), ruler.at(0), layout.right(), ruler.at(0), Palette.QUIET, 1);
        layout.nameLevel(drawing, category);
        return drawing.finish();
    }

    private String right(Locale locale) {
        Figures figures = new Figures(locale);
        double row = ROW * series.size() + 8;
        double height = 64 + (series.size() > 1 ? 36 : 0) + row * categories.size() + 46;
        Drawing drawing = begin(height);
        Layout plot = Layout.beside(Math.min(LONGEST_NAME, widestCategory()), keys(), height);
        double values = IntStream.range(0, series.size())
                .boxed()
                .flatMap(s -> series.get(s).values().stream())
                .mapToDouble(value -> Lettering.width(figures.value(value, scale.kind()), Lettering.TEXT))
                .max()
                .orElse(0);
        Layout layout = new Layout(plot.left(), plot.top(), plot.right() - values, plot.bottom());
        Ruler ruler = layout.level(ruler());
        drawing.text(Layout.EDGE, layout.top() - 14, Anchor.START, Palette.QUIET, category);
        layout.drawLevel(drawing, ruler, scale.label(), locale);
        for (int i = 0; i < categories.size(); i++) {
            double top = layout.top() + i * (layout.bottom() - layout.top()) / categories.size() + 4;
            drawing.textWithin(LONGEST_NAME, layout.left() - 8, top + row / 2, Anchor.END, categories.get(i));
            for (int s = 0; s < series.size(); s++) {
                double value = series.get(s).values().get(i);
                double y = top + s * ROW;
                drawing.rectangle(
                        ruler.at(0), y, ruler.at(value), y + ROW - 3, Palette.series(s), tooltip(s, i, figures));
                double end = Math.max(ruler.at(0), ruler.at(value)) + 4;
                drawing.text(end, y + ROW / 2 + 3, Anchor.START, Palette.INK, figures.value(value, scale.kind()));
            }
        }
        drawing.line(ruler.at(0), layout.top(), ruler.at(0), layout.bottom(), Palette.QUIET, 1);
        return drawing.finish();
    }

    private Drawing begin(double height) {
        Drawing drawing = new Drawing(KIND, caption, Layout.WIDTH, height);
        drawing.title(caption.title());
        Layout.drawKeys(drawing, keys());
        return drawing;
    }

    private double widestCategory() {
        return categories.stream()
                        .mapToDouble(name -> Lettering.width(name, Lettering.TEXT))
                        .max()
                        .orElse(0)
                + 6;
    }

    private String tooltip(int s, int i, Figures figures) {
        Series one = series.get(s);
        return one.name() + ", " + categories.get(i) + ": "
                + figures.value(one.values().get(i), scale.kind());
    }
}
