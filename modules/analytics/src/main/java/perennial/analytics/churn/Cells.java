package perennial.analytics.churn;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the text in a cell of a table says. */
final class Cells {
    private static final Set<String> UNKNOWN = Set.of(
            "",
            "na",
            "n/a",
            "#n/a",
            "nan",
            "null",
            "nil",
            "nat",
            "?",
            "\\n",
            "<na>",
            "-",
            "--",
            "inf",
            "+inf",
            "-inf",
            "infinity",
            "-infinity");
    private static final int LONGEST_UNKNOWN =
            UNKNOWN.stream().mapToInt(String::length).max().orElse(0);
    private static final Pattern EDGES = Pattern.compile("^[\\s\\u00a0\\ufeff]+|[\\s\\u00a0\\ufeff]+$");
    private static final Pattern QUOTED = Pattern.compile("(['\"])(.*)\\1", Pattern.DOTALL);
    private static final String UNIT = "[$€£¥￥]?\\s*";
    private static final Pattern POINT =
            Pattern.compile(UNIT + "([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)?(?:\\.\\d*)?(?:[eE][+-]?\\d+)?)\\s*[%€]?");
    private static final Pattern COMMA =
            Pattern.compile(UNIT + "([+-]?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?)\\s*[%€]?");

    private static final Pattern OWED = Pattern.compile("\\(([^+-].*)\\)|-\\s*([$€£¥￥][^+-]+)");

    /** Beyond it the single precision of the trees comes to its end; nobody's customers do. */
    private static final double LARGEST = 1e30;

    private static final List<DateTimeFormatter> DATES = Stream.of(
                    "uuuu-M-d", "uuuu/M/d", "d.M.uuuu", "M/d/uuuu", "d/M/uuuu", "d-M-uuuu")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))
            .toList();
    private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}:\\d{2}.*$");

    private Cells() {}

    /** Without the blanks around it, and without quotation marks that came along. */
    static String stripped(String cell) {
        if (!cell.isEmpty() && isOfWord(cell.charAt(0)) && isOfWord(cell.charAt(cell.length() - 1))) {
            return cell;
        }
        String bare = EDGES.matcher(cell).replaceAll("");
        Matcher quoted = QUOTED.matcher(bare);
        return quoted.matches() ? EDGES.matcher(quoted.group(2)).replaceAll("") : bare;
    }

    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter);
    }

    static boolean isKnown(String stripped) {
        return stripped.length() > LONGEST_UNKNOWN || !UNKNOWN.contains(stripped.toLowerCase(Locale.ROOT));
    }

    /** With a point before the decimals; NaN where it is no number. */
    static double withPoint(String stripped) {
        return number(stripped, POINT, ",");
    }

    /** With a comma before the decimals; NaN where it is no number. */
    static double withComma(String stripped) {
        return number(stripped, COMMA, ".");
    }

    /** Books write what is owed in brackets, and some the sign before the currency. */
    private static double number(String stripped, Pattern pattern, String grouping) {
        Matcher owed = OWED.matcher(stripped);
        return owed.matches()
                ? -number(pattern.matcher(owed.group(1) == null ? owed.group(2) : owed.group(1)), grouping)
                : number(pattern.matcher(stripped), grouping);
    }

    private static double number(Matcher matcher, String grouping) {
        if (!matcher.matches() || matcher.group(1).chars().noneMatch(Character::isDigit)) {
            return Double.NaN;
        }
        try {
            double value =
                    Double.parseDouble(matcher.group(1).replace(grouping, "").replace(',', '.'));
            return Math.abs(value) <= LARGEST ? value : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** Ways to read a date as its day since 1970; NaN where it is none. Each column is written in one way. */
    static List<ToDoubleFunction<String>> dates() {
        return DATES.stream()
                .<ToDoubleFunction<String>>map(format -> cell -> day(cell, format))
                .toList();
    }

    private static double day(String cell, DateTimeFormatter format) {
        if (cell.isEmpty() || !Character.isDigit(cell.charAt(0))) {
            return Double.NaN; // an exception for each word of a category would take long
        }
        try {
            return LocalDate.parse(TIME.matcher(cell).replaceFirst(""), format).toEpochDay();
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }
}
