package perennial.simulator;

import java.util.Currency;

/** Numbers as text, the same on every machine. */
final class Decimals {
    private Decimals() {}

    /** An amount in major units with as many decimals as the currency has. */
    static String major(long minor, Currency currency) {
        return scaled(minor, Math.max(0, currency.getDefaultFractionDigits()));
    }

    /** A real number with so many decimals, rounded. */
    static String rounded(double value, int decimals) {
        return scaled(Math.round(value * StrictMath.pow(10, decimals)), decimals);
    }

    private static String scaled(long units, int decimals) {
        String digits = Long.toString(Math.abs(units));
        if (decimals > 0) {
            String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
            int point = padded.length() - decimals;
            digits = padded.substring(0, point) + "." + padded.substring(point);
        }
        return units < 0 ? "-" + digits : digits;
    }
}
