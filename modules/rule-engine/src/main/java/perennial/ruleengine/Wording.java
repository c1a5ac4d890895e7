package perennial.ruleengine;

import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import perennial.kernel.Money;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Text;
import perennial.rules.Unit;
import perennial.rules.Vocabulary;

/** Fills the values of a customer into the reasons of rules, each in the form of its unit. */
final class Wording {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    private final Parameters parameters;
    private final Map<String, Reason> reasons;
    private final Function<String, Text> names;
    private final Map<String, String> titles;

    Wording(List<Rule> rules, Parameters parameters, Function<String, Text> names) {
        this.parameters = parameters;
        this.names = names;
        this.titles = rules.stream().collect(Collectors.toMap(Rule::code, Rule::name));
        this.reasons = rules.stream().collect(Collectors.toMap(Rule::code, rule -> Reason.of(rule.reason())));
    }

    /** @param words for which values are put in, each once however often the languages name it */
    private record Reason(List<String> words, Template english, Template chinese) {
        static Reason of(Text reason) {
            List<String> words = Stream.of(reason.en(), reason.zh())
                    .flatMap(text -> PLACE.matcher(text).results())
                    .map(place -> place.group(1))
                    .distinct()
                    .toList();
            return new Reason(words, template(reason.en(), words), template(reason.zh(), words));
        }

        private static Template template(String reason, List<String> words) {
            List<Integer> places = PLACE.matcher(reason)
                    .results()
                    .map(place -> words.indexOf(place.group(1)))
                    .toList();
            return new Template(List.of(PLACE.split(reason, -1)), places);
        }
    }

    /** The reasons of several rules, one sentence after the other, none twice. */
    Text reason(List<Rule> rules, CustomerSnapshot snapshot) {
        if (rules.size() == 1) {
            return reason(rules.get(0), snapshot);
        }
        Set<String> english = new LinkedHashSet<>();
        Set<String> chinese = new LinkedHashSet<>();
        for (Rule rule : rules) {
            Text reason = reason(rule, snapshot);
            english.add(reason.en());
            chinese.add(reason.zh());
        }
        return new Text(String.join(" ", english), String.join("", chinese));
    }

    private Text reason(Rule rule, CustomerSnapshot snapshot) {
        Reason reason = Objects.requireNonNull(reasons.get(rule.code()));
        int words = reason.words().size();
        String[] english = new String[words];
        String[] chinese = new String[words];
        for (int i = 0; i < words; i++) {
            Text value = value(reason.words().get(i), snapshot);
            english[i] = value.en();
            chinese[i] = value.zh();
        }
        return new Text(reason.english().filled(english), reason.chinese().filled(chinese));
    }

    /** The rule's name, put together once. */
    String name(Rule rule) {
        return Objects.requireNonNull(titles.get(rule.code()));
    }

    /** What an attribute or a parameter stands for. */
    Text meaning(String word) {
        return parameters
                .get(word)
                .map(Parameter::meaning)
                .orElseGet(() -> Vocabulary.standard()
                        .attribute(word)
                        .map(Vocabulary.Attribute::meaning)
                        .orElseThrow());
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
        return snapshot.known(word)
                .map(value -> value(Vocabulary.standard().attribute(word).orElseThrow(), value, currency))
                .orElseGet(() -> Messages.text("not-known", ""));
    }

    /** A value that an attribute has, or is compared with. */
    Text value(Vocabulary.Attribute attribute, Object value, Currency currency) {
        return switch (attribute.type()) {
            case FLAG -> Messages.text((Boolean) value ? "yes" : "no", "");
            case TEXT -> names.apply(value.toString());
            case WHOLE, NUMBER, AMOUNT -> number(((Number) value).doubleValue(), attribute.unit(), currency);
        };
    }

    static Text number(double value, Unit unit, Currency currency) {
        return switch (unit) {
            case MONEY -> money(new Money(Math.round(value), currency));
            case SHARE -> perCent(Figures.whole(perCent(value)));
            case PERCENT -> perCent(Figures.tenths(value));
            case DAYS -> same(Figures.whole(value));
            case COUNT, RATIO, NONE -> same(Figures.tenths(value));
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
        return same(
                Figures.amount(money.minor(), digits) + " " + money.currency().getCurrencyCode());
    }

    private static Text perCent(String figure) {
        return new Text(figure + " %", figure + "%");
    }

    private static Text same(String text) {
        return new Text(text, text);
    }
}
