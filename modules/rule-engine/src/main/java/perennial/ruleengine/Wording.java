package perennial.ruleengine;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
    private static final DecimalFormat GROUPED =
            new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));

    private final Parameters parameters;
    private final Map<String, Template> english;
    private final Map<String, Template> chinese;
    private final Function<String, Text> names;

    Wording(List<Rule> rules, Parameters parameters, Function<String, Text> names) {
        this.parameters = parameters;
        this.names = names;
        this.english = templates(rules, Text::en);
        this.chinese = templates(rules, Text::zh);
    }

    /**
     * A reason cut at its places.
     *
     * @param plain the words before each place, and those after the last
     */
    private record Template(List<String> plain, List<String> places) {}

    private static Map<String, Template> templates(List<Rule> rules, Function<Text, String> language) {
        return rules.stream().collect(Collectors.toMap(Rule::code, rule -> template(language.apply(rule.reason()))));
    }

    private static Template template(String reason) {
        List<String> places =
                PLACE.matcher(reason).results().map(place -> place.group(1)).toList();
        return new Template(List.of(PLACE.split(reason, -1)), places);
    }

    /** The reasons of several rules, one sentence after the other. */
    Text reason(List<Rule> rules, CustomerSnapshot snapshot) {
        return new Text(
                joined(rules, english, " ", place -> value(place, snapshot).en()),
                joined(rules, chinese, "", place -> value(place, snapshot).zh()));
    }

    private static String joined(
            List<Rule> rules, Map<String, Template> templates, String gap, Function<String, String> value) {
        return rules.stream()
                .map(rule -> filled(Objects.requireNonNull(templates.get(rule.code())), value))
                .distinct()
                .collect(Collectors.joining(gap));
    }

    private static String filled(Template template, Function<String, String> value) {
        StringBuilder words = new StringBuilder(template.plain().get(0));
        for (int i = 0; i < template.places().size(); i++) {
            words.append(value.apply(template.places().get(i)))
                    .append(template.plain().get(i + 1));
        }
        return words.toString();
    }

    boolean parameter(String word) {
        return parameters.get(word).isPresent();
    }

    /** An attribute of a customer or a parameter, as people read it. */
    Text value(String word, CustomerSnapshot snapshot) {
        Currency currency = Currency.getInstance(snapshot.currency());
        Optional<Parameter> parameter = parameters.get(word);
        if (parameter.isPresent()) {
            return number(parameter.get().value().doubleValue(), parameter.get().unit(), currency);
        }
        Object value = snapshot.known(word).orElse(null);
        if (value == null) {
            return Messages.text("not-known", "");
        }
        if (value instanceof Boolean flag) {
            return Messages.text(flag ? "yes" : "no", "");
        }
        Vocabulary.Attribute attribute = Vocabulary.standard().attribute(word).orElseThrow();
        return attribute.type() == Vocabulary.Type.TEXT
                ? names.apply(value.toString())
                : number(((Number) value).doubleValue(), attribute.unit(), currency);
    }

    static Text number(double value, Unit unit, Currency currency) {
        return switch (unit) {
            case MONEY -> money(new Money(Math.round(value), currency));
            case SHARE -> new Text(decimal(perCent(value), 0) + " %", decimal(perCent(value), 0) + "%");
            case PERCENT -> new Text(decimal(value, 1) + " %", decimal(value, 1) + "%");
            case DAYS -> same(decimal(value, 0));
            case COUNT, RATIO, NONE -> same(decimal(value, 1));
        };
    }

    /** A part is never told as all or as nothing: worth more than 99.97 % of the customers is not worth more than all. */
    private static double perCent(double share) {
        double rounded = Math.floor(share * 100 + 0.5);
        if (share < 1 && rounded == 100) {
            return 99;
        }
        return share > 0 && rounded == 0 ? 1 : rounded;
    }

    static Text money(Money money) {
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        DecimalFormat format = grouped();
        format.setMinimumFractionDigits(digits);
        return same(format.format(money.toMajor()) + " " + money.currency().getCurrencyCode());
    }

    private static String decimal(double value, int digits) {
        DecimalFormat format = grouped();
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** A copy: formats are not safe for several threads. */
    private static DecimalFormat grouped() {
        return (DecimalFormat) GROUPED.clone();
    }

    private static Text same(String text) {
        return new Text(text, text);
    }
}
