package perennial.charts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import perennial.kernel.Words;

/** An {@code svg} element in the making. Everything that a caller wrote is escaped here and nowhere else. */
final class Drawing {
    private static final Words NOTHING = new Words("There is nothing to show yet.", "暂无可显示的数据。");

    private final StringBuilder svg = new StringBuilder(4096);

    /** How text stands to its place. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    Drawing(String kind, Caption caption, double width, double height) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart chart-")
                .append(kind);
        svg.append("\" role=\"img\" viewBox=\"0 0 ")
                .append(number(width))
                .append(' ')
                .append(number(height));
        attribute("\" aria-label", caption.title() + ". " + caption.description());
        attribute(
                " font-family", "system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Noto Sans CJK SC', sans-serif");
        svg.append(" font-size=\"").append(number(Lettering.TEXT)).append("\">");
        element("title", caption.title());
        element("desc", caption.description());
    }

    /** A picture that says that there is none. */
    static String empty(String kind, Caption caption, Locale locale) {
        Drawing drawing = new Drawing(kind, caption, 720, 96);
        drawing.title(caption.title());
        drawing.text(
                Layout.EDGE,
                64,
                Anchor.START,
                Palette.QUIET,
                locale.getLanguage().equals("zh") ? NOTHING.chinese() : NOTHING.english());
        return drawing.finish();
    }

    void title(String title) {
        svg.append("<text x=\"").append(number(Layout.EDGE)).append("\" y=\"24\" font-weight=\"600\" font-size=\"");
        svg.append(number(Lettering.TITLE)).append('"');
        attribute(" fill", Palette.INK);
        svg.append('>').append(escaped(title)).append("</text>");
    }

    void text(double x, double y, Anchor anchor, String colour, String text) {
        svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        svg.append("\" text-anchor=\"")
                .append(anchor.name().toLowerCase(Locale.ROOT))
                .append('"');
        attribute(" fill", colour);
        svg.append('>').append(escaped(text)).append("</text>");
    }

    /** Text that is cut where it is too long, and then told in full by its tooltip. */
    void textWithin(double room, double x, double y, Anchor anchor, String text) {
        String shown = Lettering.within(room, text, Lettering.TEXT);
        if (shown.equals(text)) {
            text(x, y, anchor, Palette.INK, text);
            return;
        }
        svg.append("<g>");
        element("title", text);
        text(x, y, anchor, Palette.INK, shown);
        svg.append("</g>");
    }

    void line(double x1, double y1, double x2, double y2, String colour, double width) {
        svg.append("<line x1=\"").append(number(x1)).append("\" y1=\"").append(number(y1));
        svg.append("\" x2=\"").append(number(x2)).append("\" y2=\"").append(number(y2));
        svg.append("\" stroke-width=\"").append(number(width)).append('"');
        attribute(" stroke", colour);
        svg.append("/>");
    }

    /** A rectangle between two corners, in whatever order, with a tooltip. */
    void rectangle(double x1, double y1, double x2, double y2, String colour, String tooltip) {
        svg.append("<rect x=\"").append(number(Math.min(x1, x2)));
        svg.append("\" y=\"").append(number(Math.min(y1, y2)));
        svg.append("\" width=\"").append(number(Math.abs(x2 - x1)));
        svg.append("\" height=\"").append(number(Math.abs(y2 - y1))).append('"');
        attribute(" fill", colour);
        svg.append('>');
        element("title", tooltip);
        svg.append("</rect>");
    }

    void dot(double x, double y, double radius, String colour, String tooltip) {
        svg.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y));
        svg.append("\" r=\"").append(number(radius)).append('"');
        attribute(" fill", colour);
        svg.append('>');
        element("title", tooltip);
        svg.append("</circle>");
    }

    /** A line through the points given as x and y in turn. */
    void path(double[] points, String colour, String dash, String tooltip) {
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\" points=\"");
        for (int i = 0; i < points.length; i += 2) {
            svg.append(i == 0 ? "" : " ").append(number(points[i])).append(',').append(number(points[i + 1]));
        }
        svg.append('"');
        attribute(" stroke", colour);
        if (!dash.isEmpty()) {
            attribute(" stroke-dasharray", dash);
        }
        svg.append('>');
        element("title", tooltip);
        svg.append("</polyline>");
    }

    String finish() {
        return svg.append("</svg>").toString();
    }

    private void element(String name, String text) {
        svg.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
    }

    private void attribute(String start, String value) {
        svg.append(start).append("=\"").append(escaped(value)).append('"');
    }

    /** What XML 1.0 can't hold at all is left out. */
    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (isAllowed(letter)) {
                        safe.appendCodePoint(letter);
                    }
                }
            }
        });
        return safe.toString();
    }

    private static boolean isAllowed(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || letter >= 0x10000;
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
