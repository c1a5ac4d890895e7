package perennial.charts;

/** How wide text is, about: the font is that of the reader, so no more can be known. */
final class Lettering {
    static final double TITLE = 17;
    static final double TEXT = 12;

    private static final double LATIN = 0.56;
    private static final String ELLIPSIS = "…";

    private Lettering() {}

    static double width(String text, double size) {
        return text.codePoints()
                .mapToDouble(letter -> letter >= 0x2E80 ? size : size * LATIN)
                .sum();
    }

    /** The text, cut short where it is wider than there is room. */
    static String within(double room, String text, double size) {
        if (width(text, size) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + ELLIPSIS, size) > room) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end) + ELLIPSIS;
    }
}
