package perennial.activity.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import perennial.activity.Reason;
import perennial.activity.reading.Outcome.OrderFacts;
import perennial.activity.reading.Outcome.OrderLine;

/**
 * Lines of orders. A price is tested before it is rounded, an amount is rounded for the whole line, and the quantity of
 * a cancellation loses its sign.
 */
final class OrderLines implements LineReader {
    private final CancellationRule rule;
    private final Fingerprint fingerprint = new Fingerprint();

    OrderLines(CancellationRule rule) {
        this.rule = rule;
    }

    @Override
    public Optional<Sighting> sighting(Line line) {
        return Optional.of(line.sighting());
    }

    @Override
    public Outcome read(Line line, Optional<Sighting> seen) {
        Sighting customer = seen.orElseThrow(() -> new Refusal(Reason.NO_CUSTOMER, "customer_id"));
        line.checkCurrency();
        String order = line.needed("order_id", 200, Reason.NO_ORDER);
        Instant at = line.instant("at").orElseThrow(() -> new Refusal(Reason.NO_TIME, "at"));
        String sku = line.needed("sku", 100, Reason.NO_PRODUCT);
        Optional<String> name = line.text("product_name", 500);
        long given = line.whole("quantity").orElseThrow(() -> new Refusal(Reason.NO_VALUE, "quantity"));
        boolean cancels = cancels(line, given);
        int quantity = quantity(given, cancels);
        BigDecimal price = line.number("unit_price").orElseThrow(() -> new Refusal(Reason.NO_VALUE, "unit_price"));
        if (price.signum() <= 0) {
            throw Line.refusal(Reason.PRICE_NOT_ABOVE_ZERO, "unit_price", price);
        }
        long amount = line.minor("unit_price", price.multiply(BigDecimal.valueOf(quantity)));
        long key = fingerprint.of(
                line.text("line_id", 200).orElse(""),
                sku,
                name.orElse(""),
                Long.toString(given),
                price.stripTrailingZeros().toPlainString(),
                at.toString());
        return new OrderLine(
                customer, cancels, order, key, at, sku, name, quantity, Line.fourDecimals(price), amount, facts(line));
    }

    private boolean cancels(Line line, long quantity) {
        boolean returned = line.text("kind", 100)
                .map(kind -> switch (kind) {
                    case "purchase" -> false;
                    case "return" -> true;
                    default -> throw Line.refusal(Reason.UNKNOWN_WORD, "kind", kind);
                })
                .orElse(false);
        if (returned) {
            return true;
        }
        if (rule instanceof CancellationRule.Prefix prefix) {
            return line.column(prefix.column()).startsWith(prefix.prefix());
        }
        if (rule instanceof CancellationRule.OneOf oneOf) {
            return oneOf.words().contains(line.column(oneOf.column()));
        }
        return rule instanceof CancellationRule.NegativeQuantity && quantity < 0;
    }

    private static int quantity(long given, boolean cancels) {
        long quantity = cancels ? Math.abs(given) : given;
        if (quantity <= 0) {
            throw Line.refusal(Reason.QUANTITY_NOT_ABOVE_ZERO, "quantity", given);
        }
        if (quantity > Integer.MAX_VALUE) {
            throw Line.refusal(Reason.OUT_OF_RANGE, "quantity", given);
        }
        return (int) quantity;
    }

    private static OrderFacts facts(Line line) {
        return new OrderFacts(
                line.text("channel", 100),
                line.text("coupon", 100),
                line.text("payment_country", 100),
                line.text("shipping_country", 100));
    }
}
