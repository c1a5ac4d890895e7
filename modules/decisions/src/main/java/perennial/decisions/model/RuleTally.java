package perennial.decisions.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import perennial.analytics.language.Phrases;
import perennial.kernel.Words;
import perennial.ruleengine.Rule;
import perennial.ruleengine.RuleBook;
import perennial.rules.RuleSource;
import perennial.rules.Text;
import perennial.rules.Vocabulary;

/** Counts how often each rule of a book fires in a run, and tells why some never do. */
public final class RuleTally {
    private static final Phrases PHRASES = Phrases.beside(RuleTally.class, "tally");
    private static final Pattern WHEN =
            Pattern.compile("^\\s*when\\b(.*?)^\\s*then\\b", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\\b[a-z]\\w*");

    private final List<Rule> rules;
    private final Map<String, String> texts;
    private final Map<String, Long> fired = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();

    public RuleTally(RuleBook book) {
        this.rules = book.rules();
        this.texts = book.sources().stream().collect(Collectors.toMap(RuleSource::path, RuleSource::text));
        rules.stream().map(Rule::name).sorted().forEach(name -> fired.put(name, 0L));
    }

    /** @param attributes that were known of a customer */
    public void add(Collection<String> attributes, List<String> firedRules) {
        known.addAll(attributes);
        firedRules.forEach(name -> fired.merge(name, 1L, Long::sum));
    }

    public Map<String, Long> fired() {
        return fired;
    }

    /** Why rules never fired: a fact that the shop doesn't tell, or nobody to whom they apply. */
    public Optional<Words> note() {
        List<Rule> never = rules.stream()
                .filter(rule -> fired.getOrDefault(rule.name(), 0L) == 0)
                .toList();
        if (never.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Words(
                never.stream()
                        .map(rule -> sentence(rule, Locale.ENGLISH, Text::en))
                        .collect(Collectors.joining(" ")),
                never.stream()
                        .map(rule -> sentence(rule, Locale.SIMPLIFIED_CHINESE, Text::zh))
                        .collect(Collectors.joining())));
    }

    private String sentence(Rule rule, Locale locale, Function<Text, String> language) {
        Map<String, Text> untold = untold(rule);
        String name = rule.code() + " " + language.apply(rule.title());
        if (untold.isEmpty()) {
            return PHRASES.format(locale, "unmet", name);
        }
        String separator = PHRASES.get(locale, "separator");
        return PHRASES.format(
                locale, "untold", name, untold.values().stream().map(language).collect(Collectors.joining(separator)));
    }

    /** What the rule's conditions read and no customer has, with its meaning. */
    private Map<String, Text> untold(Rule rule) {
        Map<String, Text> untold = new TreeMap<>();
        Matcher word = WORD.matcher(conditions(rule));
        while (word.find()) {
            Vocabulary.standard()
                    .attribute(word.group())
                    .filter(attribute -> !known.contains(attribute.name()))
                    .ifPresent(attribute -> untold.put(attribute.name(), attribute.meaning()));
        }
        return untold;
    }

    private String conditions(Rule rule) {
        String from = texts.getOrDefault(rule.path(), "")
                .lines()
                .skip(rule.line() - 1L)
                .collect(Collectors.joining("\n"));
        Matcher when = WHEN.matcher(from);
        return when.find() ? when.group(1) : "";
    }
}
