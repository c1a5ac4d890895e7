package perennial.ruleengine;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import perennial.ruleengine.Token.Sort;
import perennial.rules.Unit;
import perennial.rules.Vocabulary;

/** Reads a number, written out or by its name, for a place that says which type, unit and range it takes. */
final class Numbers {
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,9})?");

    private Numbers() {}

    /** Where a number goes: what it is called, and what it takes. */
    record Place(String name, Vocabulary.Type type, Unit unit, double min, double max) {}

    /** An Integer, Long or Double, as the place takes it. */
    static Object read(Token token, Place place, Parameters parameters) {
        BigDecimal number = token.is(Sort.NUMBER) ? plain(token) : named(token, place, parameters);
        boolean within = number.doubleValue() >= place.min() && number.doubleValue() <= place.max();
        if (!within) {
            throw new Refusal(
                    token, Messages.text("out-of-range", place.name(), shown(place.min()), shown(place.max())));
        }
        try {
            return switch (place.type()) {
                case WHOLE -> number.intValueExact();
                case AMOUNT -> number.longValueExact();
                default -> number.doubleValue();
            };
        } catch (ArithmeticException e) {
            throw new Refusal(token, Messages.text("whole", place.name()));
        }
    }

    private static BigDecimal plain(Token token) {
        if (!PLAIN.matcher(token.text()).matches()) {
            throw new Refusal(token, Messages.text("number", token.text()));
        }
        return new BigDecimal(token.text());
    }

    private static BigDecimal named(Token token, Place place, Parameters parameters) {
        Parameter parameter = parameters
                .get(token.text())
                .orElseThrow(() -> new Refusal(
                        token,
                        Messages.text("unknown-parameter", Cursor.shown(token)),
                        Spelling.nearest(token.text(), parameters.all().keySet())));
        if (parameter.unit() != place.unit()) {
            throw new Refusal(
                    token,
                    Messages.text(
                            "units",
                            Messages.text("written", place.name()),
                            Messages.text("unit." + place.unit()),
                            Messages.text("written", parameter.name()),
                            Messages.text("unit." + parameter.unit())));
        }
        return parameter.value();
    }

    static String shown(double bound) {
        return Double.isInfinite(bound)
                ? (bound < 0 ? "-∞" : "∞")
                : BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
