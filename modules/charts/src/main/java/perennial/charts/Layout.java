package perennial.charts;

import java.util.List;
import java.util.Locale;
import perennial.charts.Drawing.Anchor;
import perennial.charts.Ruler.Tick;

/**
 * Where things are in a picture with two axes: the title, the keys of the series, the name of the upright axis, the
 * plot, and below it the name of the level axis.
 */
record Layout(double left, double top, double right, double bottom) {
    static final double WIDTH = 560;
    static final double HEIGHT = 340;
    static final double EDGE = 12;

    private static final double KEYS = 46;
    private static final double LINE = 18;
    private static final double SWATCH = 12;
    private static final double GAP = 8;
    private static final int UPRIGHT_TICKS = 5;

    /** A plot that leaves room for the labels of the upright axis and for the keys of so many series. */
    static Layout beside(double labels, List<String> keys, double height) {
        double top = 64 + LINE * Math.max(0, keyLines(keys) - 1) + (keys.size() > 1 ? LINE : 0);
        return new Layout(EDGE + labels + GAP, top, WIDTH - 2 * EDGE, height - 46);
    }

    /** How wide the longest of the labels is. */
    static double widest(List<Tick> ticks) {
        return ticks.stream()
                .mapToDouble(tick -> Lettering.width(tick.label(), Lettering.TEXT))
                .max()
                .orElse(0);
    }

    static double widestOf(Ruler ruler, Locale locale) {
        return widest(ruler.ticks(UPRIGHT_TICKS, locale));
    }

    Ruler upright(Ruler ruler) {
        return ruler.along(bottom, top);
    }

    Ruler level(Ruler ruler) {
        return ruler.along(left, right);
    }

    /** The lines, labels and name of an axis that goes up. */
    void drawUpright(Drawing drawing, Ruler ruler, String label, Locale locale) {
        drawing.text(EDGE, top - 14, Anchor.START, Palette.QUIET, label);
        for (Tick tick : ruler.ticks(UPRIGHT_TICKS, locale)) {
            double y = ruler.at(tick.value());
            drawing.line(left, y, right, y, Palette.GRID, 1);
            drawing.text(left - GAP, y + 4, Anchor.END, Palette.INK, tick.label());
        }
    }

    /** The lines, labels and name of an axis that goes from left to right. */
    void drawLevel(Drawing drawing, Ruler ruler, String label, Locale locale) {
        List<Tick> ticks = ruler.ticks(6, locale);
        double room = widest(ticks) + GAP;
        double free = Double.NEGATIVE_INFINITY;
        for (Tick tick : ticks) {
            double x = ruler.at(tick.value());
            drawing.line(x, top, x, bottom, Palette.GRID, 1);
            if (x - room / 2 >= free) {
                drawing.text(x, bottom + LINE, Anchor.MIDDLE, Palette.INK, tick.label());
                free = x + room / 2;
            }
        }
        nameLevel(drawing, label);
    }

    void nameLevel(Drawing drawing, String label) {
        drawing.text((left + right) / 2, bottom + 2 * LINE, Anchor.MIDDLE, Palette.QUIET, label);
    }

    /** The names of the series, each beside its colour; one series needs none. */
    static void drawKeys(Drawing drawing, List<String> keys) {
        if (keys.size() < 2) {
            return;
        }
        double x = EDGE;
        double y = KEYS;
        for (int i = 0; i < keys.size(); i++) {
            double width = keyWidth(keys.get(i));
            if (x + width > WIDTH && x > EDGE) {
                x = EDGE;
                y += LINE;
            }
            drawing.rectangle(x, y - SWATCH + 2, x + SWATCH, y + 2, Palette.series(i), keys.get(i));
            drawing.text(x + SWATCH + GAP / 2, y + 1, Anchor.START, Palette.INK, keys.get(i));
            x += width;
        }
    }

    private static int keyLines(List<String> keys) {
        double x = EDGE;
        int lines = 1;
        for (String key : keys) {
            double width = keyWidth(key);
            if (x + width > WIDTH && x > EDGE) {
                x = EDGE;
                lines++;
            }
            x += width;
        }
        return lines;
    }

    private static double keyWidth(String key) {
        return SWATCH + GAP / 2 + Lettering.width(key, Lettering.TEXT) + 2 * GAP;
    }
}
