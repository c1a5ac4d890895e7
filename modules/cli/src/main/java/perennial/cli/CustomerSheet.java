package perennial.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.analytics.features.Feature;
import perennial.cli.server.Answer;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Figures;
import perennial.cli.terminal.Terminal;

/** The 360 view of one customer on a terminal. */
final class CustomerSheet {
    private static final int ORDERS = 10;

    private final Terminal terminal;
    private final Figures figures;
    private final Answer shop;

    CustomerSheet(Terminal terminal, Answer shop) {
        this.terminal = terminal;
        this.figures = terminal.figures();
        this.shop = shop;
    }

    void show(Answer customer) {
        terminal.line(Headline.of(shop, terminal));
        terminal.say("customer.title", customer.text("id").orElse("?"));
        showSelf(customer);
        showConsents(customer.objects("consents"));
        showChurn(customer.object("churn"));
        showValue(customer.object("value"));
        showFeatures(customer.object("features"));
        showOrders(customer.objects("orders"));
        showDecisions(customer.objects("decisions"));
    }

    private void showSelf(Answer customer) {
        Columns columns = new Columns();
        columns.row(terminal.phrase("customer.as-of"), time(customer, "asOf"));
        columns.row(terminal.phrase("customer.registered"), time(customer, "registered"));
        Answer attributes = customer.object("attributes");
        attributes
                .json()
                .keySet()
                .forEach(name -> columns.row(
                        terminal.title("attribute", name), attributes.text(name).orElseGet(figures::notKnown)));
        columns.row(
                terminal.phrase("customer.segment"),
                customer.words("segment", terminal.locale()).orElseGet(figures::notKnown));
        columns.row(
                terminal.phrase("customer.stage"),
                customer.text("stage")
                        .map(name -> terminal.title("stage", name))
                        .orElseGet(figures::notKnown));
        terminal.lines(columns.leftAligned());
        customer.object("stageDetail")
                .words("reason", terminal.locale())
                .ifPresent(reason -> terminal.line("  - " + reason));
    }

    private void showConsents(List<Answer> consents) {
        String given = consents.stream()
                .filter(consent -> consent.isTrue("given"))
                .map(consent -> consent.text("channel").orElse("?")
                        + (consent.isTrue("assumed") ? " (" + terminal.phrase("customer.assumed") + ")" : ""))
                .collect(Collectors.joining(", "));
        section("customer.consents", given.isEmpty() ? terminal.phrase("customer.no-consent") : given);
    }

    private void showChurn(Answer churn) {
        section("customer.churn", figures.percent(churn.number("probability")));
        for (Answer reason : churn.objects("reasons")) {
            reason.words("text", terminal.locale()).ifPresent(text -> terminal.line("  - " + text));
        }
    }

    private void showValue(Answer value) {
        Optional<String> currency = value.text("currency");
        section("customer.value", figures.amount(value.number("amount"), currency));
        terminal.lines(new Columns()
                .row(terminal.phrase("customer.estimate"), range(value.object("estimate"), currency))
                .row(terminal.phrase("customer.outcome"), range(value.object("outcome"), currency))
                .row(terminal.phrase("customer.alive"), figures.percent(value.number("probabilityAlive")))
                .row(terminal.phrase("customer.purchases"), figures.decimal(value.number("expectedPurchases"), 2))
                .lines());
    }

    private String range(Answer range, Optional<String> currency) {
        Optional<BigDecimal> lower = range.number("lower");
        return lower.isEmpty()
                ? figures.notKnown()
                : figures.amount(lower, Optional.empty()) + " - " + figures.amount(range.number("upper"), currency);
    }

    private void showFeatures(Answer features) {
        section("customer.features", "");
        Columns columns = new Columns();
        for (Feature feature : Feature.values()) {
            features.number(feature.label())
                    .ifPresent(value ->
                            columns.row(feature.title(terminal.locale()), figures.decimal(Optional.of(value), 2)));
        }
        List<String> lines = columns.lines();
        terminal.lines(lines.isEmpty() ? List.of("  " + figures.notKnown()) : lines);
    }

    private void showOrders(List<Answer> orders) {
        section("customer.orders", "");
        Columns columns = new Columns();
        for (Answer order : orders.subList(0, Math.min(ORDERS, orders.size()))) {
            Answer amount = order.object("amount");
            columns.row(
                    time(order, "at"),
                    order.text("id").orElse("?"),
                    figures.amount(amount.number("amount"), amount.text("currency")));
        }
        terminal.lines(orders.isEmpty() ? List.of("  " + terminal.phrase("customer.none")) : columns.lines());
    }

    private void showDecisions(List<Answer> decisions) {
        section("customer.decisions", "");
        if (decisions.isEmpty()) {
            terminal.line("  " + terminal.phrase("customer.none"));
        }
        decisions.forEach(this::showDecision);
    }

    private void showDecision(Answer decision) {
        String action = decision.object("action").json().keySet().stream()
                .map(name -> name + " " + decision.object("action").text(name).orElse("?"))
                .collect(Collectors.joining(", "));
        terminal.line("  " + terminal.title("decision", decision.text("kind").orElse("?")) + ": " + action);
        decision.words("reason", terminal.locale()).ifPresent(reason -> terminal.line("    " + reason));
        decision.texts("rules").forEach(rule -> terminal.line("    - " + rule));
        boolean isChinese = terminal.locale().getLanguage().equals("zh");
        decision.objects("caps")
                .forEach(cap -> cap.text(isChinese ? "zh" : "en").ifPresent(text -> terminal.line("    ! " + text)));
    }

    private String time(Answer of, String name) {
        return figures.time(of.text(name), shop.text("zone"));
    }

    private void section(String phrase, String figure) {
        terminal.line("");
        terminal.line((terminal.phrase(phrase) + "  " + figure).stripTrailing());
    }
}
