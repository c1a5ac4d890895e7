package perennial.cli.valuation;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import perennial.analytics.btyd.Convergence;
import perennial.analytics.btyd.GammaGamma;
import perennial.analytics.btyd.PurchaseModel;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Terminal;
import perennial.kernel.Words;

/**
 * The models fitted to a file, with the time that each phase took.
 *
 * @param models the purchase model of each customer, by place; with traits they differ
 * @param spends empty where the file tells of no spend
 * @param choice why this model
 * @param reason how its fit ended
 */
public record Fitted(
        Estimate purchases,
        IntFunction<PurchaseModel> models,
        Optional<Estimate> spends,
        Optional<GammaGamma> spendModel,
        String choice,
        Words reason,
        Times times) {

    /** How long reading, compressing and fitting took. */
    public record Times(Duration read, Duration compress, Duration fit) {}

    public JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("model", purchases.model());
        describe(json, purchases);
        json.add("customers", purchases.customers()).add("rows", purchases.rows());
        json.add("choice", choice);
        spends.ifPresent(estimate -> json.add("spend", spend(estimate)));
        return json.add("readSeconds", seconds(times.read()))
                .add("compressSeconds", seconds(times.compress()))
                .add("fitSeconds", seconds(times.fit()))
                .build();
    }

    private static JsonObjectBuilder spend(Estimate estimate) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("model", estimate.model());
        describe(json, estimate);
        return json.add("customers", estimate.customers());
    }

    private static void describe(JsonObjectBuilder json, Estimate estimate) {
        JsonObjectBuilder parameters = Json.createObjectBuilder();
        estimate.parameters().forEach(parameters::add);
        JsonObjectBuilder errors = Json.createObjectBuilder();
        estimate.errors().forEach(errors::add);
        json.add("parameters", parameters)
                .add("standardErrors", errors)
                .add("logLikelihood", estimate.logLikelihood())
                .add("convergence", toJson(estimate.convergence()));
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
        terminal.line(terminal.inLanguage(reason));
        Columns columns =
                new Columns().row("", terminal.phrase("value.parameter"), terminal.phrase("value.standard-error"));
        rows(columns, purchases, terminal);
        spends.ifPresent(estimate -> rows(columns, estimate, terminal));
        terminal.lines(columns.lines());
        terminal.say("value.log-likelihood", exact(purchases.logLikelihood()));
        terminal.say(
                "value.seconds",
                exact(seconds(times.read())),
                exact(seconds(times.compress())),
                exact(seconds(times.fit())),
                purchases.customers(),
                purchases.rows());
    }

    private static void rows(Columns columns, Estimate estimate, Terminal terminal) {
        estimate.parameters().forEach((name, value) -> {
            Double error = estimate.errors().get(name);
            columns.row(name, exact(value), error == null ? terminal.figures().notKnown() : exact(error));
        });
    }

    private static String exact(double value) {
        return String.format(Locale.ROOT, "%.7g", value);
    }
}
