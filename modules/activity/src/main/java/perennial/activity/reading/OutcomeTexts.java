package perennial.activity.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import perennial.activity.reading.Outcome.CostRow;
import perennial.activity.reading.Outcome.CustomerRow;
import perennial.activity.reading.Outcome.EventRow;
import perennial.activity.reading.Outcome.OrderLine;
import perennial.activity.reading.Outcome.ProductRow;
import perennial.analytics.history.Event;

/** What was understood of a line, as texts by field: times in the shop's zone, numbers with a decimal point. */
final class OutcomeTexts {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Terms terms;

    private OutcomeTexts(Terms terms) {
        this.terms = terms;
    }

    static Map<String, String> of(Outcome outcome, Terms terms) {
        OutcomeTexts texts = new OutcomeTexts(terms);
        if (outcome instanceof OrderLine line) {
            texts.tell(line);
        } else if (outcome instanceof CustomerRow customer) {
            texts.tell(customer);
        } else if (outcome instanceof ProductRow product) {
            texts.tell(product);
        } else if (outcome instanceof EventRow event) {
            texts.tell(event);
        } else if (outcome instanceof CostRow cost) {
            texts.tell(cost);
        }
        return texts.texts;
    }

    private void tell(OrderLine line) {
        texts.put("order_id", line.order());
        texts.put("customer_id", line.seen().customer().value());
        put("at", line.at());
        texts.put("kind", line.cancels() ? "return" : "purchase");
        texts.put("sku", line.sku());
        put("product_name", line.productName());
        texts.put("quantity", Integer.toString(line.quantity()));
        put("unit_price", line.unitPrice());
        put("amount", money(line.amountMinor()));
        put("channel", line.facts().channel());
        put("coupon", line.facts().coupon());
        put("payment_country", line.facts().paymentCountry());
        put("shipping_country", line.facts().shippingCountry());
        line.seen().attributes().forEach((name, value) -> texts.put("attribute." + name, value));
    }

    private void tell(CustomerRow customer) {
        texts.put("customer_id", customer.customer().value());
        customer.registered().ifPresent(at -> put("registered_at", at));
        customer.consents().forEach(word -> {
            texts.put("consent." + word.channel(), word.given() ? "yes" : "no");
            word.at().ifPresent(at -> put("consent." + word.channel() + ".at", at));
        });
        customer.attributes().forEach((name, value) -> texts.put("attribute." + name, value));
    }

    private void tell(ProductRow product) {
        texts.put("sku", product.sku());
        put("name", product.name());
        put("category", product.category());
        product.listPrice().ifPresent(price -> put("list_price", price));
        product.cost().ifPresent(cost -> put("cost", cost));
        put("stock", product.stock().map(Object::toString));
    }

    private void tell(EventRow event) {
        texts.put("customer_id", event.seen().customer().value());
        put("at", event.at());
        texts.put("kind", event.kind().name().toLowerCase(Locale.ROOT));
        Optional<String> subject = Optional.of(event.subject()).filter(text -> !text.isEmpty());
        switch (event.kind()) {
            case VISIT -> {}
            case SEARCH -> put("query", subject);
            case VIEW, CART -> put("sku", subject);
            case SERVICE_CASE -> put("topic", subject);
        }
        event.amount()
                .ifPresent(amount ->
                        put(event.kind() == Event.Kind.CART ? "quantity" : "rating", BigDecimal.valueOf(amount)));
    }

    private void tell(CostRow cost) {
        texts.put("from", cost.from().toString());
        texts.put("to", cost.to().toString());
        texts.put("kind", cost.kind());
        put("channel", cost.channel());
        put("amount", money(cost.amountMinor()));
    }

    private BigDecimal money(long minor) {
        return BigDecimal.valueOf(minor).movePointLeft(terms.currency().getDefaultFractionDigits());
    }

    private void put(String field, Optional<String> text) {
        text.ifPresent(value -> texts.put(field, value));
    }

    private void put(String field, Instant at) {
        texts.put(field, TIME.format(at.atZone(terms.zone())));
    }

    private void put(String field, BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        texts.put(field, (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString());
    }
}
