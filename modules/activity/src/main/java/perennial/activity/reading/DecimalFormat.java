package perennial.activity.reading;

import java.math.BigDecimal;
import java.util.Optional;

/** How numbers are written: the sign before the decimals, and the one between groups of digits if there is one. */
record DecimalFormat(char point, Optional<Character> grouping) {
    private static final int LONGEST = 30;

    /** Empty if the text is no number; powers of ten are none, so that a short text can't stand for a giant. */
    Optional<BigDecimal> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == point) {
                plain.append('.');
            } else if ((c >= '0' && c <= '9') || c == '-' || c == '+') {
                plain.append(c);
            } else if (grouping.isEmpty() || c != grouping.get()) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new BigDecimal(plain.toString()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
