package perennial.ruleengine;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import perennial.kernel.Money;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Text;
import perennial.rules.Unit;
import perennial.rules.Vocabulary;

/** Fills the values of a customer into the reasons of rules, each in the form of its unit. */
final class Wording {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    private final Parameters parameters;

    Wording(Parameters parameters) {
        this.parameters = parameters;
    }

    /** The reasons of several rules, one sentence after the other. */
    Text reason(List<Rule> rules, CustomerSnapshot snapshot) {
        Map<String, Object> known = snapshot.known();
        Currency currency = Currency.getInstance(snapshot.currency());
        return new Text(
                joined(
                        rules,
                        Text::en,
                        " ",
                        word -> value(word, known, currency).en()),
                joined(rules, Text::zh, "", word -> value(word, known, currency).zh()));
    }

    private static String joined(
            List<Rule> rules, Function<Text, String> language, String gap, Function<String, String> value) {
        return rules.stream()
                .map(rule -> PLACE.matcher(language.apply(rule.reason()))
                        .replaceAll(place -> Matcher.quoteReplacement(value.apply(place.group(1)))))
                .distinct()
                .collect(Collectors.joining(gap));
    }

    private Text value(String word, Map<String, Object> known, Currency currency) {
        Optional<Parameter> parameter = parameters.get(word);
        if (parameter.isPresent()) {
            return number(parameter.get().value().doubleValue(), parameter.get().unit(), currency);
        }
        Object value = known.get(word);
        if (value == null) {
            return Messages.text("not-known", "");
        }
        if (value instanceof Boolean flag) {
            return Messages.text(flag ? "yes" : "no", "");
        }
        Vocabulary.Attribute attribute = Vocabulary.standard().attribute(word).orElseThrow();
        return attribute.type() == Vocabulary.Type.TEXT
                ? same(value.toString())
                : number(((Number) value).doubleValue(), attribute.unit(), currency);
    }

    static Text number(double value, Unit unit, Currency currency) {
        return switch (unit) {
            case MONEY -> money(new Money(Math.round(value), currency));
            case SHARE -> new Text(decimal(value * 100, 0) + " %", decimal(value * 100, 0) + "%");
            case PERCENT -> new Text(decimal(value, 1) + " %", decimal(value, 1) + "%");
            case DAYS -> same(decimal(value, 0));
            case COUNT, RATIO, NONE -> same(decimal(value, 1));
        };
    }

    static Text money(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(digits);
        return same(format.format(money.toMajor()) + " " + money.currency().getCurrencyCode());
    }

    private static String decimal(double value, int digits) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    private static Text same(String text) {
        return new Text(text, text);
    }
}
