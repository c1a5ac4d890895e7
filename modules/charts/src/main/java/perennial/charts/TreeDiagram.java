package perennial.charts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import perennial.charts.Drawing.Anchor;
import perennial.charts.Scale.Kind;

/**
 * Questions that branch from the left to the right: each box has what is true of who comes there, and below it, if it
 * goes on, the next question. The higher the share, the deeper the box.
 *
 * @param root empty where there is no tree
 */
public record TreeDiagram(Caption caption, Optional<Node> root) implements Chart {
    private static final String KIND = "tree";
    private static final double BOX = 208;
    private static final double GAP = 44;
    private static final double ROW = 52;
    private static final double HEIGHT = 40;
    private static final double TOP = 44;

    /**
     * @param share from 0 to 1, written in the box
     * @param count written beside it: "1,200 customers"
     * @param branch empty at a leaf
     */
    public record Node(double share, String count, Optional<Branch> branch) {
        public Node {
            Finite.of("share", share);
        }

        private int leaves() {
            return branch.map(next -> next.yes().leaves() + next.no().leaves()).orElse(1);
        }

        private int depth() {
            return branch.map(next -> 1 + Math.max(next.yes().depth(), next.no().depth()))
                    .orElse(1);
        }
    }

    /** A question, and where one goes by its answers, which are written on the way. */
    public record Branch(String question, Node yes, String yesWord, Node no, String noWord) {}

    @Override
    public String svg(Locale locale) {
        if (root.isEmpty()) {
            return Drawing.empty(KIND, caption, locale);
        }
        Node node = root.get();
        double width = Math.max(Layout.WIDTH, node.depth() * (BOX + GAP) - GAP + 2 * Layout.EDGE);
        Drawing drawing = new Drawing(KIND, caption, width, TOP + node.leaves() * ROW + Layout.EDGE);
        drawing.title(caption.title());
        draw(drawing, node, Layout.EDGE, TOP, new Figures(locale));
        return drawing.finish();
    }

    /** Draws a node in the middle of the height that its leaves take, and tells where that is. */
    private static double draw(Drawing drawing, Node node, double x, double top, Figures figures) {
        double middle = top + node.leaves() * ROW / 2;
        if (node.branch().isPresent()) {
            Branch branch = node.branch().get();
            double next = x + BOX + GAP;
            double yes = draw(drawing, branch.yes(), next, top, figures);
            double no = draw(drawing, branch.no(), next, top + branch.yes().leaves() * ROW, figures);
            middle = (yes + no) / 2;
            way(drawing, x + BOX, middle, next, yes, branch.yesWord());
            way(drawing, x + BOX, middle, next, no, branch.noWord());
        }
        box(drawing, node, x, middle - HEIGHT / 2, figures);
        return middle;
    }

    private static void way(Drawing drawing, double x, double from, double next, double to, String word) {
        double bend = x + GAP / 3;
        drawing.path(new double[] {x, from, bend, from, bend, to, next, to}, Palette.QUIET, "", word);
        drawing.text(next - 4, to - 5, Anchor.END, Palette.QUIET, word);
    }

    private static void box(Drawing drawing, Node node, double x, double y, Figures figures) {
        String ground = Palette.shade(node.share());
        String ink = Palette.inkOn(ground);
        String told = figures.value(node.share(), Kind.SHARE) + " · " + node.count();
        String question = node.branch().map(Branch::question).orElse("");
        drawing.rectangle(
                x,
                y,
                x + BOX,
                y + HEIGHT,
                ground,
                List.of(question, told).stream()
                        .filter(line -> !line.isEmpty())
                        .reduce((a, b) -> a + "\n" + b)
                        .orElse(told));
        double line = question.isEmpty() ? y + HEIGHT / 2 + 4 : y + 33;
        drawing.text(x + 8, line, Anchor.START, ink, Lettering.within(BOX - 16, told, Lettering.TEXT));
        if (!question.isEmpty()) {
            drawing.text(x + 8, y + 17, Anchor.START, ink, Lettering.within(BOX - 16, question, Lettering.TEXT));
        }
    }
}
