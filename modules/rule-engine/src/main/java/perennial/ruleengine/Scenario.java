package perennial.ruleengine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.rules.CustomerSnapshot;
import perennial.rules.RuleSource;
import perennial.rules.Text;

/**
 * An example of what rules do, kept beside them: for a customer like this, those rules fire and those decisions come
 * out. It runs the same way that live decisions go.
 *
 * @param given attributes that differ from an ordinary buyer, who agreed to every channel
 * @param fired codes of rules that must fire
 * @param expect kinds of decisions that must come out
 * @param not codes of rules and kinds of decisions that must not
 * @param unless changes to the customer, each of which alone keeps every rule of {@code fired} from firing
 */
public record Scenario(
        String name,
        Map<String, Object> given,
        List<String> fired,
        List<String> expect,
        List<String> not,
        List<Map<String, Object>> unless) {

    private static final int MOST_SHOWN = 60;
    private static final Set<String> FIELDS = Set.of("scenario", "given", "fired", "expect", "not", "unless");
    private static final Currency CURRENCY = Currency.getInstance("EUR");
    private static final Instant NOW = Instant.parse("2026-01-05T00:00:00Z");
    static final Map<String, Object> ORDINARY = Map.of(
            "customer",
            "1001",
            "moment",
            "WEEKLY",
            "currency",
            CURRENCY.getCurrencyCode(),
            "stage",
            "RETENTION",
            "orders",
            2,
            "medianOrder",
            5_000,
            "emailConsent",
            true,
            "smsConsent",
            true,
            "pushConsent",
            true,
            "phoneConsent",
            true);

    /** @throws InvalidInputException when the file is not a list of scenarios */
    public static List<Scenario> read(RuleSource file) {
        Optional<Problem> hidden = Characters.problem(file);
        if (hidden.isPresent()) {
            throw malformed(
                    file.path() + ":" + hidden.get().line(), hidden.get().message());
        }
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0)
                    .build();
            Object read = new Load(settings).loadFromString(file.text());
            return list(read, file.path()).stream()
                    .map(entry -> of(map(entry, file.path()), file.path()))
                    .toList();
        } catch (YamlEngineException e) {
            String reason = String.valueOf(e.getMessage());
            throw malformed(file.path(), Messages.text("yaml", reason));
        } catch (StackOverflowError e) {
            throw malformed(file.path(), Messages.text("scenario.deep", ""));
        }
    }

    /** What keeps a file from being a list of scenarios about customers that there may be. */
    static Optional<Problem> problem(RuleSource file) {
        try {
            for (Scenario scenario : read(file)) {
                scenario.customer(Map.of());
                scenario.unless().forEach(scenario::customer);
            }
            return Optional.empty();
        } catch (InvalidInputException e) {
            Text message = new Text(e.message(Locale.ENGLISH), e.message(Locale.SIMPLIFIED_CHINESE));
            return Optional.of(new Problem(file.path(), 1, 1, message, Optional.empty()));
        }
    }

    /** What came out otherwise than the scenario says; empty when it holds. */
    public List<Text> failures(RuleBook book) {
        List<Text> failures = new ArrayList<>();
        Outcome outcome = decide(book, Map.of());
        Set<String> codes = codes(outcome);
        Set<String> kinds = outcome.decisions().stream()
                .map(decision -> decision.kind().name())
                .collect(Collectors.toCollection(TreeSet::new));
        fired.stream().filter(code -> !codes.contains(code)).forEach(code -> failures.add(told("fired", code, "")));
        expect.stream()
                .filter(kind -> !kinds.contains(kind))
                .forEach(kind -> failures.add(told("expect", kind, String.join(", ", kinds))));
        not.stream()
                .filter(one -> codes.contains(one) || kinds.contains(one))
                .forEach(one -> failures.add(told("not", one, "")));
        for (Map<String, Object> change : unless) {
            Set<String> still = codes(decide(book, change));
            fired.stream().filter(still::contains).forEach(code -> failures.add(told("unless", code, shown(change))));
        }
        return failures;
    }

    private Text told(String what, String word, String beside) {
        return Messages.text("scenario." + what, name, word, beside);
    }

    /** The customer of the example, with a change. */
    CustomerSnapshot customer(Map<String, Object> change) {
        Map<String, Object> known = new HashMap<>(ORDINARY);
        known.putAll(given);
        known.putAll(change);
        return CustomerSnapshot.of(known);
    }

    private Outcome decide(RuleBook book, Map<String, Object> change) {
        Circumstances circumstances = new Circumstances(
                NOW, GuardRails.standard(), Economics.assumed(CURRENCY), ContactHistory.NONE, Budget.unlimited());
        return book.decide(customer(change), circumstances);
    }

    private static Set<String> codes(Outcome outcome) {
        return outcome.fired().stream()
                .map(name -> name.substring(0, name.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Scenario of(Map<String, Object> entry, String path) {
        if (!FIELDS.containsAll(entry.keySet())) {
            throw malformed(
                    path,
                    Messages.text(
                            "scenario.fields",
                            String.join(", ", new TreeSet<>(FIELDS)),
                            String.join(", ", new TreeSet<>(entry.keySet()))));
        }
        return new Scenario(
                String.valueOf(entry.get("scenario")),
                map(entry.getOrDefault("given", Map.of()), path),
                words(entry, "fired", path),
                words(entry, "expect", path),
                words(entry, "not", path),
                list(entry.getOrDefault("unless", List.of()), path).stream()
                        .map(change -> map(change, path))
                        .toList());
    }

    private static List<String> words(Map<String, Object> entry, String field, String path) {
        return list(entry.getOrDefault(field, List.of()), path).stream()
                .map(String::valueOf)
                .toList();
    }

    private static Map<String, Object> map(@Nullable Object value, String path) {
        if (!(value instanceof Map<?, ?> map)) {
            throw malformed(path, Messages.text("scenario.map", shown(value)));
        }
        Map<String, Object> fields = new HashMap<>();
        map.forEach(
                (name, field) -> fields.put(String.valueOf(name), Objects.requireNonNullElse(field, Optional.empty())));
        return fields;
    }

    private static List<?> list(@Nullable Object value, String path) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw malformed(path, Messages.text("scenario.list", shown(value)));
    }

    private static String shown(@Nullable Object value) {
        String written = String.valueOf(value);
        return written.length() <= MOST_SHOWN ? written : written.substring(0, MOST_SHOWN) + "...";
    }

    private static InvalidInputException malformed(String path, Text reason) {
        Text fix = Messages.text("scenario.fix", "");
        return new InvalidInputException(path, "", new Words(reason.en(), reason.zh()), new Words(fix.en(), fix.zh()));
    }
}
