package perennial.ruleengine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import perennial.rules.RuleSource;
import perennial.rules.Text;
import perennial.rules.Unit;

/** The named numbers of a rule book, from YAML: name, value, unit, least, greatest, meaning in both languages. */
final class Parameters {
    private static final Pattern NAME = Pattern.compile("(?=.{1,60}$)[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

    private static final int MOST = 500;
    private static final int LONGEST_MEANING = 300;

    private final SortedMap<String, Parameter> byName = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Parameters() {}

    /** Everything usable in the files; what is not is among the problems. */
    static Parameters read(List<RuleSource> files) {
        Parameters parameters = new Parameters();
        files.forEach(parameters::add);
        return parameters;
    }

    List<Problem> problems() {
        return problems;
    }

    Optional<Parameter> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    SortedMap<String, Parameter> all() {
        return byName;
    }

    private void add(RuleSource file) {
        Optional<Problem> hidden = Characters.problem(file);
        if (hidden.isPresent()) {
            problems.add(hidden.get());
            return;
        }
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setMaxAliasesForCollections(0)
                    .build();
            if (new Load(settings).loadFromString(file.text()) instanceof Map<?, ?> entries) {
                add(file, entries);
            } else {
                problems.add(problem(file, 1, "parameters-shape", ""));
            }
        } catch (StackOverflowError e) {
            problems.add(problem(file, 1, "parameters-shape", ""));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(problem(file, line, "yaml", String.valueOf(e.getProblem())));
        } catch (YamlEngineException e) {
            problems.add(problem(file, 1, "yaml", String.valueOf(e.getMessage())));
        }
    }

    private void add(RuleSource file, Map<?, ?> entries) {
        if (entries.size() > MOST) {
            problems.add(problem(file, 1, "many-parameters", "" + MOST));
            return;
        }
        entries.forEach((name, fields) -> add(file, String.valueOf(name), fields));
    }

    private void add(RuleSource file, String name, @Nullable Object fields) {
        int line = lineOf(file, name);
        if (!NAME.matcher(name).matches()) {
            problems.add(problem(file, line, "parameter-name", name));
        } else if (byName.containsKey(name)) {
            problems.add(problem(file, line, "parameter-twice", name));
        } else if (!(fields instanceof Map<?, ?> map)) {
            problems.add(problem(file, line, "parameters-shape", name));
        } else {
            try {
                byName.put(name, parameter(name, map));
            } catch (IllegalArgumentException e) {
                problems.add(problem(file, line, "parameter-value", name));
            }
        }
    }

    private static Parameter parameter(String name, Map<?, ?> fields) {
        Parameter parameter = new Parameter(
                name,
                number(fields.get("value")),
                Unit.valueOf(String.valueOf(fields.get("unit"))),
                number(fields.get("min")),
                number(fields.get("max")),
                new Text(words(fields.get("en")), words(fields.get("zh"))));
        boolean within = parameter.min().compareTo(parameter.value()) <= 0
                && parameter.value().compareTo(parameter.max()) <= 0;
        if (!within) {
            throw new IllegalArgumentException(name);
        }
        return parameter;
    }

    private static BigDecimal number(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long || value instanceof Double) {
            return new BigDecimal(value.toString());
        }
        throw new IllegalArgumentException("a number is missing");
    }

    private static String words(@Nullable Object value) {
        if (value instanceof String words && !words.isBlank() && words.length() <= LONGEST_MEANING) {
            return words;
        }
        throw new IllegalArgumentException("a meaning is missing");
    }

    private static int lineOf(RuleSource file, String name) {
        List<String> lines = file.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(name)) {
                return i + 1;
            }
        }
        return 1;
    }

    private static Problem problem(RuleSource file, int line, String key, String value) {
        return new Problem(file.path(), line, 1, Messages.text(key, value), Optional.empty());
    }
}
