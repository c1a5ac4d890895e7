package perennial.charts;

import java.util.List;
import java.util.Locale;
import perennial.charts.Drawing.Anchor;

/**
 * How one number comes about by steps from another: what raised and what lowered a score.
 *
 * @param wanted what is good news, and coloured so
 * @param start the name and amount that it begins with
 * @param steps changes, in the order of their bars
 * @param end the name of what it comes to
 */
public record Waterfall(Caption caption, Scale scale, Wanted wanted, Step start, List<Step> steps, String end)
        implements Chart {
    private static final String KIND = "waterfall";
    private static final double ROW = 28;
    private static final double LONGEST_NAME = 260;

    /** Of a sum of money it is more, of a risk it is less. */
    public enum Wanted {
        MORE,
        LESS
    }

    /** A change, above or below 0. */
    public record Step(String name, double amount) {
        public Step {
            Finite.of(name, amount);
        }
    }

    public Waterfall {
        steps = List.copyOf(steps);
    }

    /** What it comes to. */
    public double total() {
        return start.amount() + steps.stream().mapToDouble(Step::amount).sum();
    }

    @Override
    public String svg(Locale locale) {
        Figures figures = new Figures(locale);
        double height = 56 + ROW * (steps.size() + 2) + 46;
        Drawing drawing = new Drawing(KIND, caption, Layout.WIDTH, height);
        drawing.title(caption.title());
        double names = steps.stream()
                .mapToDouble(step -> Lettering.width(step.name(), Lettering.TEXT))
                .max()
                .orElse(0);
        double ends = Math.max(Lettering.width(start.name(), Lettering.TEXT), Lettering.width(end, Lettering.TEXT));
        double left = Layout.EDGE + Math.min(LONGEST_NAME, Math.max(names, ends)) + 8;
        Layout layout = new Layout(left, 48, Layout.WIDTH - 72, height - 46);
        Ruler ruler = layout.level(ruler());
        layout.drawLevel(drawing, ruler, scale.label(), locale);
        row(drawing, layout, 0, start.name());
        bar(drawing, layout, ruler, 0, 0, start.amount(), Palette.QUIET, start.name(), figures);
        double level = start.amount();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String colour = isGood(step) ? Palette.GAIN : Palette.LOSS;
            row(drawing, layout, i + 1, step.name());
            bar(drawing, layout, ruler, i + 1, level, level + step.amount(), colour, step.name(), figures);
            level += step.amount();
        }
        row(drawing, layout, steps.size() + 1, end);
        bar(drawing, layout, ruler, steps.size() + 1, 0, level, Palette.series(0), end, figures);
        return drawing.finish();
    }

    private boolean isGood(Step step) {
        return step.amount() >= 0 == (wanted == Wanted.MORE);
    }

    private Ruler ruler() {
        double level = start.amount();
        double low = Math.min(0, level);
        double high = Math.max(0, level);
        for (Step step : steps) {
            level += step.amount();
            low = Math.min(low, level);
            high = Math.max(high, level);
        }
        return Ruler.aroundZero(scale.kind(), low, high, 0, 1);
    }

    private static void row(Drawing drawing, Layout layout, int row, String name) {
        drawing.textWithin(LONGEST_NAME, layout.left() - 8, layout.top() + row * ROW + 18, Anchor.END, name);
    }

    /** Steps are told with their sign, so that colour is not all that tells them. */
    private void bar(
            Drawing drawing,
            Layout layout,
            Ruler ruler,
            int row,
            double from,
            double to,
            String colour,
            String name,
            Figures figures) {
        boolean isStep = row > 0 && row <= steps.size();
        String label = (isStep && to >= from ? "+" : "") + figures.value(to - from, scale.kind());
        double y = layout.top() + row * ROW + 4;
        drawing.rectangle(ruler.at(from), y, ruler.at(to), y + ROW - 8, colour, name + ": " + label);
        drawing.text(Math.max(ruler.at(from), ruler.at(to)) + 4, y + 14, Anchor.START, Palette.INK, label);
    }
}
