package perennial.cli;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.cli.server.Answer;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Figures;
import perennial.cli.terminal.Terminal;

/** The shop on one screen: its customers by stage and segment, the models, the decisions. */
record Summary(Answer shop, Answer overview, List<Answer> segments, Answer churn) {

    static Summary of(RemoteServer server) {
        Answer overview = server.get("/overview");
        // Before the first run there are sums, and no model to ask for.
        boolean hasResults = !overview.object("stages").isEmpty();
        return new Summary(
                server.get("/instance").object("shop"),
                overview,
                server.list("/segments"),
                hasResults ? server.get("/models/churn") : new Answer(JsonValue.EMPTY_JSON_OBJECT));
    }

    void addTo(JsonObjectBuilder json) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        segments.forEach(segment -> list.add(segment.json()));
        json.add("shop", shop.json())
                .add("overview", overview.json())
                .add("segments", list)
                .add("churnModel", churn.json());
    }

    void show(Terminal terminal) {
        terminal.line("");
        terminal.line(Headline.of(shop, terminal));
        terminal.say("summary.as-of", terminal.figures().time(overview.text("asOf"), shop.text("zone")));
        showSums(terminal);
        showCounts(terminal, "stage", overview.object("stages").numbers());
        showSegments(terminal);
        showChurn(terminal);
        showValue(terminal);
        showCounts(terminal, "decision", overview.object("decisions").numbers());
    }

    private void showSums(Terminal terminal) {
        Figures figures = terminal.figures();
        Answer sales = overview.object("sales");
        terminal.say(
                "summary.sums",
                figures.count(overview.number("customers")),
                figures.count(overview.number("buyers")),
                figures.count(overview.number("orders")),
                figures.amount(sales.number("amount"), sales.text("currency")));
    }

    private static void showCounts(Terminal terminal, String kind, Map<String, BigDecimal> counts) {
        terminal.line("");
        terminal.say("summary." + kind + "s");
        BigDecimal all = counts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            terminal.line("  " + terminal.figures().notKnown());
            return;
        }
        Figures figures = terminal.figures();
        Columns columns = new Columns();
        counts.forEach((name, count) -> columns.row(
                terminal.title(kind, name),
                figures.count(count.longValue()),
                figures.percent(share(count, all)),
                figures.bar(count.longValue(), Optional.of(all.longValue()))));
        terminal.lines(columns.lines());
    }

    private static Optional<BigDecimal> share(BigDecimal part, BigDecimal all) {
        return Optional.of(part.divide(all, MathContext.DECIMAL32));
    }

    private void showSegments(Terminal terminal) {
        terminal.line("");
        terminal.say("summary.segments");
        Figures figures = terminal.figures();
        Columns columns = new Columns();
        for (Answer segment : segments) {
            columns.row(
                    segment.words("name", terminal.locale()).orElse("?"),
                    figures.count(segment.number("size")),
                    figures.percent(segment.number("share")));
        }
        terminal.lines(segments.isEmpty() ? List.of("  " + figures.notKnown()) : columns.lines());
    }

    private void showChurn(Terminal terminal) {
        terminal.line("");
        terminal.say("summary.churn");
        if (churn.number("auc").isEmpty()) {
            String why = churn.words("reason", terminal.locale())
                    .orElseGet(() -> terminal.figures().notKnown());
            terminal.line("  " + why);
            return;
        }
        Columns columns = new Columns()
                .row(
                        terminal.phrase("churn.model"),
                        "AUC",
                        terminal.phrase("churn.log-loss"),
                        "Brier",
                        terminal.phrase("churn.lift"));
        columns.row(measures(terminal, churn.text("model").orElse("?"), churn));
        Answer baseline = churn.object("baseline");
        if (!baseline.isEmpty()) {
            columns.row(measures(terminal, baseline.text("model").orElse("recency"), baseline));
        }
        terminal.lines(columns.lines());
    }

    private static String[] measures(Terminal terminal, String model, Answer of) {
        Figures figures = terminal.figures();
        return new String[] {
            terminal.title("model", model),
            figures.decimal(of.number("auc"), 3),
            figures.decimal(of.number("logLoss"), 3),
            figures.decimal(of.number("brier"), 3),
            figures.decimal(of.number("liftTopTenth"), 2)
        };
    }

    private void showValue(Terminal terminal) {
        Answer value = overview.object("value").object("expected12Months");
        terminal.line("");
        terminal.say("summary.value", terminal.figures().amount(value.number("amount"), value.text("currency")));
    }
}
