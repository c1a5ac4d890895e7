package perennial.cli;

import java.util.List;
import java.util.Optional;
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
        terminal.lines(new Columns()
                .row(
                        terminal.phrase("customer.stage"),
                        customer.text("stage")
                                .map(name -> terminal.title("stage", name))
                                .orElseGet(figures::notKnown))
                .row(
                        terminal.phrase("customer.segment"),
                        customer.words("segment", terminal.locale()).orElseGet(figures::notKnown))
                .leftAligned());
        showChurn(customer.object("churn"));
        showValue(customer.object("value"));
        showFeatures(customer.object("features"));
        showOrders(customer.objects("orders"));
        showDecisions(customer.objects("decisions"));
    }

    private void showChurn(Answer churn) {
        section("customer.churn", figures.percent(churn.number("probability")));
        for (Answer reason : churn.objects("reasons")) {
            reason.words("text", terminal.locale()).ifPresent(text -> terminal.line("  - " + text));
        }
    }

    private void showValue(Answer value) {
        Answer expected = value.object("expected12Months");
        section("customer.value", figures.amount(expected.number("amount"), expected.text("currency")));
        terminal.lines(new Columns()
                .row(terminal.phrase("customer.alive"), figures.percent(value.number("probabilityAlive")))
                .row(terminal.phrase("customer.purchases"), figures.decimal(value.number("expectedPurchases"), 2))
                .lines());
    }

    private void showFeatures(Answer features) {
        section("customer.features", "");
        Columns columns = new Columns();
        for (Feature feature : Feature.values()) {
            features.number(feature.label())
                    .ifPresent(value ->
                            columns.row(feature.title(terminal.locale()), figures.decimal(Optional.of(value), 2)));
        }
        orNotKnown(columns.lines());
    }

    private void showOrders(List<Answer> orders) {
        section("customer.orders", figures.count(orders.size()));
        Columns columns = new Columns();
        for (Answer order : orders.subList(0, Math.min(ORDERS, orders.size()))) {
            Answer amount = order.object("amount");
            columns.row(
                    figures.time(order.text("at"), shop.text("zone")),
                    order.text("id").orElse("?"),
                    figures.amount(amount.number("amount"), amount.text("currency")));
        }
        terminal.lines(columns.lines());
    }

    private void showDecisions(List<Answer> decisions) {
        section("customer.decisions", figures.count(decisions.size()));
        for (Answer decision : decisions) {
            String kind = decision.text("kind").orElse("?");
            terminal.line("  " + terminal.title("decision", kind)
                    + decision.words("reason", terminal.locale())
                            .map(reason -> ": " + reason)
                            .orElse(""));
            decision.texts("rules").forEach(rule -> terminal.line("    - " + rule));
        }
    }

    private void section(String phrase, String figure) {
        terminal.line("");
        terminal.line((terminal.phrase(phrase) + "  " + figure).stripTrailing());
    }

    private void orNotKnown(List<String> lines) {
        terminal.lines(lines.isEmpty() ? List.of("  " + figures.notKnown()) : lines);
    }
}
