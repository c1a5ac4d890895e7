package perennial.charts;

import java.util.List;

/** Colours for a light ground. Series have at least 4.5 : 1 against white, so that text may be in them too. */
final class Palette {
    static final String INK = "#1f2933";
    static final String QUIET = "#52606d";
    static final String GRID = "#d9dee4";
    static final String GAIN = "#1a7046";
    static final String LOSS = "#b3261e";
    static final String PAPER = "#ffffff";

    /** One of black and white reads well on any ground; a softer black would not. */
    private static final String BLACK = "#000000";

    /** In an order in which neighbours differ in lightness too, for those who don't tell hues apart. */
    static final List<String> SERIES =
            List.of("#0b4f8a", "#c2500a", "#1a7046", "#7b2d8b", "#52606d", "#a3143a", "#00707a", "#6b5200");

    /** Strokes that differ without colour; the first is solid. */
    private static final List<String> DASHES = List.of("", "7 4", "2 3", "10 3 2 3");

    private static final double[] PALE = {235, 243, 251};
    private static final double[] DEEP = {8, 60, 110};

    private Palette() {}

    static String series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    static String dash(int index) {
        return DASHES.get(index % DASHES.size());
    }

    /** From pale at 0 to deep at 1. */
    static String shade(double share) {
        int[] parts = new int[3];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (int) Math.round(PALE[i] + (DEEP[i] - PALE[i]) * Math.min(1, Math.max(0, share)));
        }
        return String.format("#%02x%02x%02x", parts[0], parts[1], parts[2]);
    }

    /** Dark or light, whichever reads better on the ground. */
    static String inkOn(String ground) {
        return contrast(BLACK, ground) >= contrast(PAPER, ground) ? BLACK : PAPER;
    }

    /** The contrast ratio of WCAG 2.2, from 1 to 21. */
    static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
