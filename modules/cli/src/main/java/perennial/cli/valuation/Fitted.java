package perennial.cli.valuation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import perennial.analytics.btyd.Convergence;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.PurchaseModel;
import perennial.analytics.valuation.ValueFit;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Terminal;

/**
 * A fit with the time that each phase took.
 *
 * @param choice why this model
 */
public record Fitted(
        ValueFit value,
        Fit<? extends PurchaseModel> purchases,
        String choice,
        Duration read,
        Duration compress,
        Duration fit) {
    private static final List<String> SPEND_SYMBOLS = List.of("p", "q", "gamma");

    public JsonObject toJson() {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("model", purchases.model().name());
        describe(
                json,
                purchases,
                purchases.model().parameterNames(),
                purchases.model().parameters());
        json.add("convergence", toJson(purchases.convergence()));
        json.add("customers", purchases.customers()).add("rows", purchases.rows());
        json.add("choice", choice);
        value.spends().ifPresent(spends -> json.add("spend", spend(spends)));
        return json.add("readSeconds", seconds(read))
                .add("compressSeconds", seconds(compress))
                .add("fitSeconds", seconds(fit))
                .build();
    }

    private static JsonObjectBuilder spend(Fit<GammaGamma> spends) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("model", "gamma-gamma");
        describe(json, spends, SPEND_SYMBOLS, spends.model().parameters());
        return json.add("convergence", toJson(spends.convergence())).add("customers", spends.customers());
    }

    private static void describe(JsonObjectBuilder json, Fit<?> fit, List<String> names, double[] values) {
        JsonObjectBuilder parameters = Json.createObjectBuilder();
        for (int i = 0; i < values.length; i++) {
            parameters.add(names.get(i), values[i]);
        }
        JsonObjectBuilder errors = Json.createObjectBuilder();
        fit.standardErrors(names, values).forEach(errors::add);
        json.add("parameters", parameters).add("standardErrors", errors).add("logLikelihood", fit.logLikelihood());
    }

    private static JsonObjectBuilder toJson(Convergence convergence) {
        JsonArrayBuilder curvatures = Json.createArrayBuilder();
        convergence.curvatures().forEach(curvatures::add);
        JsonArrayBuilder edges = Json.createArrayBuilder();
        convergence
                .edges()
                .forEach(edge -> edges.add(Json.createObjectBuilder()
                        .add("parameter", edge.parameter())
                        .add("growing", edge.growing())));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("status", convergence.status().name().toLowerCase(Locale.ROOT))
                .add("passes", convergence.passes())
                .add("largestGradient", convergence.largestGradient())
                .add("curvatures", curvatures)
                .add("edges", edges)
                .add("reason", convergence.reason(Locale.ENGLISH));
        return Double.isFinite(convergence.withoutLeaving())
                ? json.add("withoutLeaving", convergence.withoutLeaving())
                : json.addNull("withoutLeaving");
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** The fit for people. */
    public void show(Terminal terminal) {
        terminal.line(choice);
        terminal.line(terminal.inLanguage(value.reason()));
        Columns columns =
                new Columns().row("", terminal.phrase("value.parameter"), terminal.phrase("value.standard-error"));
        rows(
                columns,
                purchases,
                purchases.model().parameterNames(),
                purchases.model().parameters(),
                terminal);
        value.spends()
                .ifPresent(spends ->
                        rows(columns, spends, SPEND_SYMBOLS, spends.model().parameters(), terminal));
        terminal.lines(columns.lines());
        terminal.say("value.log-likelihood", exact(purchases.logLikelihood()));
        terminal.say(
                "value.seconds",
                exact(seconds(read)),
                exact(seconds(compress)),
                exact(seconds(fit)),
                purchases.customers(),
                purchases.rows());
    }

    private static void rows(Columns columns, Fit<?> fit, List<String> names, double[] values, Terminal terminal) {
        Map<String, Double> errors = new TreeMap<>(fit.standardErrors(names, values));
        for (int i = 0; i < values.length; i++) {
            Double error = errors.get(names.get(i));
            columns.row(
                    names.get(i),
                    exact(values[i]),
                    error == null ? terminal.figures().notKnown() : exact(error));
        }
    }

    private static String exact(double value) {
        return String.format(Locale.ROOT, "%.7g", value);
    }
}
