package perennial.charts;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import perennial.charts.Drawing.Anchor;
import perennial.charts.Scale.Kind;

/** One bar cut into the parts of a whole, with a key that names each part, its number and its share. */
public record ShareBar(Caption caption, List<Part> parts) implements Chart {
    private static final String KIND = "shares";
    private static final double TOP = 40;
    private static final double THICKNESS = 30;
    private static final double LINE = 20;

    /** A part in whatever unit all parts are. */
    public record Part(String name, double amount) {
        public Part {
            Finite.notNegative(name, amount);
        }
    }

    public ShareBar {
        parts = List.copyOf(parts);
    }

    @Override
    public String svg(Locale locale) {
        double whole = parts.stream().mapToDouble(Part::amount).sum();
        if (!(whole > 0)) {
            return Drawing.empty(KIND, caption, locale);
        }
        Figures figures = new Figures(locale);
        List<String> keys = parts.stream()
                .map(part -> part.name() + ": " + figures.value(part.amount(), Kind.NUMBER) + " ("
                        + figures.value(part.amount() / whole, Kind.SHARE) + ")")
                .toList();
        double height = TOP + THICKNESS + 16 + parts.size() * LINE;
        Drawing drawing = new Drawing(KIND, caption, Layout.WIDTH, height);
        drawing.title(caption.title());
        double x = Layout.EDGE;
        for (int i = 0; i < parts.size(); i++) {
            double share = parts.get(i).amount() / whole;
            double width = share * (Layout.WIDTH - 2 * Layout.EDGE);
            drawing.rectangle(x, TOP, Math.max(x, x + width - 1), TOP + THICKNESS, Palette.series(i), keys.get(i));
            String label = figures.value(share, Kind.SHARE);
            if (Lettering.width(label, Lettering.TEXT) + 4 <= width) {
                drawing.text(x + width / 2, TOP + 19, Anchor.MIDDLE, Palette.PAPER, label);
            }
            x += width;
        }
        IntStream.range(0, keys.size()).forEach(i -> {
            double y = TOP + THICKNESS + 22 + i * LINE;
            drawing.rectangle(Layout.EDGE, y - 10, Layout.EDGE + 12, y + 2, Palette.series(i), keys.get(i));
            drawing.textWithin(Layout.WIDTH - 48, Layout.EDGE + 20, y + 1, Anchor.START, keys.get(i));
        });
        return drawing.finish();
    }
}
