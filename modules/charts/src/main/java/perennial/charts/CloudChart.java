package perennial.charts;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Many small dots in groups, each group with its colour and its middle: a map of customers by segment.
 *
 * @param groups the groups, drawn one over the other in their order
 */
public record CloudChart(Caption caption, Scale x, Scale y, List<Group> groups) implements Chart {
    private static final String KIND = "cloud";
    private static final double DOT = 2;
    private static final double MIDDLE = 7;

    /** A place on the map. */
    public record Dot(double x, double y) {
        public Dot {
            Finite.of("x", x);
            Finite.of("y", y);
        }
    }

    /**
     * Dots that belong together.
     *
     * @param middle drawn large, with the name as its tooltip
     */
    public record Group(String name, Dot middle, List<Dot> dots) {
        public Group {
            dots = List.copyOf(dots);
        }
    }

    public CloudChart {
        groups = List.copyOf(groups);
    }

    @Override
    public String svg(Locale locale) {
        if (groups.isEmpty()) {
            return Drawing.empty(KIND, caption, locale);
        }
        List<String> keys = groups.stream().map(Group::name).toList();
        Drawing drawing = new Drawing(KIND, caption, Layout.WIDTH, Layout.HEIGHT);
        drawing.title(caption.title());
        Layout.drawKeys(drawing, keys);
        Ruler heights = ruler(y, Dot::y);
        Layout layout = Layout.beside(Layout.widestOf(heights, locale), keys, Layout.HEIGHT);
        Ruler up = layout.upright(heights);
        Ruler along = layout.level(ruler(x, Dot::x));
        layout.drawUpright(drawing, up, y.label(), locale);
        layout.drawLevel(drawing, along, x.label(), locale);
        for (int g = 0; g < groups.size(); g++) {
            for (Dot dot : groups.get(g).dots()) {
                drawing.dot(
                        along.at(dot.x()),
                        up.at(dot.y()),
                        DOT,
                        Palette.series(g),
                        groups.get(g).name());
            }
        }
        for (int g = 0; g < groups.size(); g++) {
            Dot middle = groups.get(g).middle();
            double left = along.at(middle.x());
            double height = up.at(middle.y());
            drawing.dot(left, height, MIDDLE + 2, Palette.PAPER, groups.get(g).name());
            drawing.dot(left, height, MIDDLE, Palette.series(g), groups.get(g).name());
        }
        return drawing.finish();
    }

    private Ruler ruler(Scale scale, ToDoubleFunction<Dot> of) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Group group : groups) {
            low = Math.min(low, of.applyAsDouble(group.middle()));
            high = Math.max(high, of.applyAsDouble(group.middle()));
            for (Dot dot : group.dots()) {
                low = Math.min(low, of.applyAsDouble(dot));
                high = Math.max(high, of.applyAsDouble(dot));
            }
        }
        return Ruler.aroundZero(scale.kind(), low, high, 0, 1);
    }
}
