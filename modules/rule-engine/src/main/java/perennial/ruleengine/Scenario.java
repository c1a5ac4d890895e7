package perennial.ruleengine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
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
import perennial.rules.CustomerSnapshot;
import perennial.rules.RuleSource;

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
        try {
            Object read = new Load(LoadSettings.builder().build()).loadFromString(file.text());
            return list(read, file.path()).stream()
                    .map(entry -> of(map(entry, file.path()), file.path()))
                    .toList();
        } catch (YamlEngineException e) {
            throw malformed(file.path(), e.getMessage());
        }
    }

    /** What came out otherwise than the scenario says; empty when it holds. */
    public List<String> failures(RuleBook book) {
        List<String> failures = new ArrayList<>();
        Outcome outcome = decide(book, Map.of());
        Set<String> codes = codes(outcome);
        Set<String> kinds = outcome.decisions().stream()
                .map(decision -> decision.kind().name())
                .collect(Collectors.toCollection(TreeSet::new));
        fired.stream().filter(code -> !codes.contains(code)).forEach(code -> failures.add(code + " did not fire"));
        expect.stream()
                .filter(kind -> !kinds.contains(kind))
                .forEach(kind -> failures.add(kind + " was not decided, but " + kinds + "; " + outcome.dropped()));
        not.stream()
                .filter(one -> codes.contains(one) || kinds.contains(one))
                .forEach(one -> failures.add(one + " came out"));
        for (Map<String, Object> change : unless) {
            Set<String> still = codes(decide(book, change));
            fired.stream().filter(still::contains).forEach(code -> failures.add(code + " fired in spite of " + change));
        }
        return failures.stream().map(failure -> name + ": " + failure).toList();
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
            throw malformed(path, "fields are " + new TreeSet<>(FIELDS) + ", not " + entry.keySet());
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
            throw malformed(path, "fields with values are expected, not " + value);
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
        throw malformed(path, "a list is expected, not " + value);
    }

    private static InvalidInputException malformed(String path, @Nullable String reason) {
        return new InvalidInputException(
                path, "", String.valueOf(reason), "write scenario, given, fired, expect, not, unless");
    }
}
