package perennial.ruleengine;

import java.util.Locale;

/**
 * Numbers as people read them, thousands set apart by a comma. The formats of the JDK can't be shared by threads, and a
 * copy for each number took a third of the time of a decision.
 */
final class Figures {
    private static final int THOUSANDS = 3;
    /** Below it every whole number is a double of its own. */
    private static final double EXACT = 0x1p53;

    private Figures() {}

    /** An amount in minor units: 123456 with two digits is 1,234.56. */
    static String amount(long minor, int digits) {
        long unit = 1;
        for (int i = 0; i < digits; i++) {
            unit *= 10;
        }
        StringBuilder figure = grouped(Long.signum(minor) < 0, Math.abs(minor / unit));
        if (digits > 0) {
            String fraction = Long.toString(Math.abs(minor % unit));
            figure.append('.').append("0".repeat(digits - fraction.length())).append(fraction);
        }
        return figure.toString();
    }

    /** Rounded to whole numbers, half away from zero. */
    static String whole(double value) {
        double size = Math.abs(value);
        if (!(size < EXACT)) {
            return large(value);
        }
        long whole = (long) size;
        long rounded = size - whole >= 0.5 ? whole + 1 : whole;
        return grouped(value < 0 && rounded > 0, rounded).toString();
    }

    /** Rounded to tenths, half away from zero, without a tenth that is 0. */
    static String tenths(double value) {
        double size = Math.abs(value);
        if (!(size < EXACT)) {
            return large(value);
        }
        long whole = (long) size;
        long tenths = roundedTenths(size - whole);
        long carried = whole + tenths / 10;
        StringBuilder figure = grouped(value < 0 && carried + tenths % 10 > 0, carried);
        return tenths % 10 == 0
                ? figure.toString()
                : figure.append('.').append(tenths % 10).toString();
    }

    /** Exact: what the product loses by rounding decides where it seems to lie in the middle. */
    private static long roundedTenths(double fraction) {
        double product = fraction * 10;
        double lost = Math.fma(fraction, 10, -product);
        double below = Math.floor(product);
        double rest = product - below;
        return (long) below + (rest > 0.5 || (rest == 0.5 && lost >= 0) ? 1 : 0);
    }

    private static String large(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.0f", value) : Double.toString(value);
    }

    private static StringBuilder grouped(boolean negative, long size) {
        StringBuilder figure = new StringBuilder(Long.toString(size));
        for (int at = figure.length() - THOUSANDS; at > 0; at -= THOUSANDS) {
            figure.insert(at, ',');
        }
        return negative ? figure.insert(0, '-') : figure;
    }
}
