package perennial.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows whose cells stand below each other. */
public final class Columns {
    private static final String INDENT = "  ";
    private static final String GAP = "   ";
    private static final int LABEL = 18;

    /** The blocks of Unicode's East Asian wide and full-width characters, first and last. */
    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x2e80, 0xa4cf},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe30, 0xfe6f},
        {0xff00, 0xff60},
        {0xffe0, 0xffe6},
        {0x20000, 0x3fffd}
    };

    private final List<List<String>> rows = new ArrayList<>();

    public Columns row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The first column to the left, the others, which hold figures, to the right. */
    public List<String> lines() {
        return lines(1);
    }

    /** Every column to the left, as words stand. */
    public List<String> leftAligned() {
        return lines(Integer.MAX_VALUE);
    }

    private List<String> lines(int toTheLeft) {
        int[] widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        return rows.stream().map(row -> line(row, widths, toTheLeft)).toList();
    }

    private static String line(List<String> row, int[] widths, int toTheLeft) {
        StringBuilder line = new StringBuilder(INDENT);
        for (int i = 0; i < row.size(); i++) {
            String space = " ".repeat(widths[i] - width(row.get(i)));
            line.append(i == 0 ? "" : GAP).append(i < toTheLeft ? row.get(i) + space : space + row.get(i));
        }
        return line.toString().stripTrailing();
    }

    /** A name at the start of a line about work that goes on, so that what follows stands below each other. */
    public static String label(String name) {
        return name + " ".repeat(Math.max(0, LABEL - width(name)));
    }

    /** Columns of a terminal that a text takes: Chinese characters and their punctuation take two each. */
    static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    private static boolean isWide(int point) {
        return Arrays.stream(WIDE).anyMatch(range -> range[0] <= point && point <= range[1]);
    }
}
