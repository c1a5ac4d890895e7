package perennial.analytics.btyd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values computed elsewhere with 120 digits, read from JSON files beside this class. */
final class Golden {
    private static final Pattern TOKEN = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|[-+.\\w]+|[\\[\\]{}:,]");

    private final Matcher tokens;

    private Golden(String json) {
        tokens = TOKEN.matcher(json);
    }

    /** One value: what it is of, at which inputs, and how much; no value where it is undefined. */
    record Case(
            String model,
            String quantity,
            String tag,
            Map<String, Double> input,
            @Nullable Double value) {
        double in(String name) {
            return Objects.requireNonNull(input.get(name), name);
        }

        @Override
        public String toString() {
            return model + " " + quantity + " " + tag;
        }
    }

    static List<Case> cases(String model, String quantity) {
        List<Case> cases = new ArrayList<>();
        for (Map<?, ?> each : maps(file("btyd-cases.json").get("cases"))) {
            if (model.equals(each.get("model")) && quantity.equals(each.get("quantity"))) {
                boolean undefined = each.get("undefined") != null;
                cases.add(new Case(
                        model,
                        quantity,
                        String.valueOf(each.get("tag")),
                        numbers(each.get("input")),
                        undefined ? null : (Double) each.get("value")));
            }
        }
        return cases;
    }

    /** Parameters, one past, and the derivatives by the logarithms of the parameters. */
    record Slope(
            String model, String tag, List<Double> parameters, double x, double tx, double T, List<Double> gradient) {
        @Override
        public String toString() {
            return model + " " + tag;
        }
    }

    static List<Slope> slopes(String model) {
        List<Slope> slopes = new ArrayList<>();
        for (Map<?, ?> each : maps(file("btyd-gradients.json").get("cases"))) {
            if (model.equals(each.get("model"))) {
                slopes.add(new Slope(
                        model,
                        String.valueOf(each.get("tag")),
                        List.copyOf(numbers(each.get("params")).values()),
                        number(each.get("x")),
                        number(each.get("tx")),
                        number(each.get("T")),
                        doubles(each.get("grad"))));
            }
        }
        return slopes;
    }

    /** A fit of the CDNOW sample. */
    record Optimum(Map<String, Double> parameters, double logLikelihood, Map<String, Double> standardErrors) {}

    static Optimum fit(String model) {
        Map<?, ?> models =
                (Map<?, ?>) Objects.requireNonNull(file("cdnow-fits.json").get("models"));
        Map<?, ?> fit = (Map<?, ?>) Objects.requireNonNull(models.get(model));
        return new Optimum(numbers(fit.get("params")), number(fit.get("LL")), numbers(fit.get("se")));
    }

    private static Map<?, ?> file(String name) {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(name), name)) {
            Golden reader = new Golden(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return (Map<?, ?>) Objects.requireNonNull(reader.value(reader.next()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<?, ?>> maps(@Nullable Object list) {
        List<Map<?, ?>> maps = new ArrayList<>();
        ((List<?>) Objects.requireNonNull(list)).forEach(each -> maps.add((Map<?, ?>) each));
        return maps;
    }

    private static List<Double> doubles(@Nullable Object list) {
        return ((List<?>) Objects.requireNonNull(list))
                .stream().map(Golden::number).toList();
    }

    private static Map<String, Double> numbers(@Nullable Object map) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(map)).forEach((name, value) -> numbers.put((String) name, number(value)));
        return numbers;
    }

    private static double number(@Nullable Object value) {
        return Double.parseDouble(String.valueOf(value));
    }

    private String next() {
        if (!tokens.find()) {
            throw new IllegalStateException("the file ends early");
        }
        return tokens.group();
    }

    private @Nullable Object value(String token) {
        return switch (token) {
            case "{" -> object();
            case "[" -> list();
            case "null", "false" -> null;
            case "true" -> true;
            default -> token.startsWith("\"") ? token.substring(1, token.length() - 1) : Double.valueOf(token);
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String token = next(); !token.equals("}"); token = next()) {
            if (!token.equals(",")) {
                next();
                fields.put(token.substring(1, token.length() - 1), value(next()));
            }
        }
        return fields;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> values = new ArrayList<>();
        for (String token = next(); !token.equals("]"); token = next()) {
            if (!token.equals(",")) {
                values.add(value(token));
            }
        }
        return values;
    }
}
