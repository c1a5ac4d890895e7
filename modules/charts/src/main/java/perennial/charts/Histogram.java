package perennial.charts;

import java.util.List;
import java.util.Locale;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * How many of something lie where.
 *
 * @param bins side by side, from low to high; where they differ in width the caller has to say so in the caption, as
 *     heights are counts
 */
public record Histogram(Caption caption, Scale x, Scale count, List<Bin> bins) implements Chart {
    private static final String KIND = "histogram";

    /** So many from one number, included, to another one, excluded. */
    public record Bin(double from, double to, double count) {
        public Bin {
            Finite.of("from", from);
            Finite.of("to", to);
            Finite.notNegative("count", count);
            if (!(from < to)) {
                throw new InvalidInputException(
                        "to",
                        to,
                        new Words("a bin ends above its beginning " + from, "区间的终点应大于起点 " + from),
                        new Words("give a later end", "请给出更大的终点"));
            }
        }
    }

    public Histogram {
        bins = List.copyOf(bins);
    }

    @Override
    public String svg(Locale locale) {
        if (bins.isEmpty()) {
            return Drawing.empty(KIND, caption, locale);
        }
        Figures figures = new Figures(locale);
        Drawing drawing = new Drawing(KIND, caption, Layout.WIDTH, Layout.HEIGHT);
        drawing.title(caption.title());
        double most = bins.stream().mapToDouble(Bin::count).max().orElse(0);
        Ruler heights = Ruler.aroundZero(count.kind(), 0, most, 0, 1);
        Layout layout = Layout.beside(Layout.widestOf(heights, locale), List.of(), Layout.HEIGHT);
        Ruler up = layout.upright(heights);
        Ruler along = layout.level(new Ruler(
                x.kind(), bins.get(0).from(), bins.get(bins.size() - 1).to(), 0, 1));
        layout.drawUpright(drawing, up, count.label(), locale);
        layout.drawLevel(drawing, along, x.label(), locale);
        for (Bin bin : bins) {
            String tooltip = figures.value(bin.from(), x.kind()) + " – " + figures.value(bin.to(), x.kind()) + ": "
                    + figures.value(bin.count(), count.kind());
            drawing.rectangle(
                    along.at(bin.from()),
                    up.at(0),
                    along.at(bin.to()) - 1,
                    up.at(bin.count()),
                    Palette.series(0),
                    tooltip);
        }
        drawing.line(layout.left(), up.at(0), layout.right(), up.at(0), Palette.QUIET, 1);
        return drawing.finish();
    }
}
