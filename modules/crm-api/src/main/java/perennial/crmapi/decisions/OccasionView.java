package perennial.crmapi.decisions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import perennial.crmapi.wire.Amounts;
import perennial.crmapi.wire.Bodies;
import perennial.decisions.Moment;
import perennial.decisions.Occasion;
import perennial.decisions.Occasion.Cart;
import perennial.decisions.Occasion.Item;
import perennial.decisions.Occasion.PlacedOrder;
import perennial.kernel.CustomerId;

/** A customer's dealing with the shop, as a CRM tells it; amounts are in major units of the shop's currency. */
public record OccasionView(
        @Nullable String customer,
        @Nullable String moment,
        @Nullable Instant registered,
        @Nullable PlacedOrderView order,
        @Nullable CartView cart) {

    Occasion toOccasion(Currency currency) {
        return new Occasion(
                new CustomerId(Bodies.given(customer, "customer")),
                Moment.named(Bodies.given(moment, "moment")),
                Optional.ofNullable(registered),
                Optional.ofNullable(order).map(view -> view.toOrder(currency)),
                Optional.ofNullable(cart).map(view -> view.toCart(currency)));
    }

    public record PlacedOrderView(
            @Nullable String id,
            @Nullable Instant at,
            @Nullable BigDecimal amount,
            @Nullable List<PiecesView> lines,
            @Nullable String coupon,
            @Nullable String paymentCountry,
            @Nullable String shippingCountry) {
        PlacedOrder toOrder(Currency currency) {
            return new PlacedOrder(
                    Bodies.text("order.id", id, 200),
                    Optional.ofNullable(at),
                    Amounts.minor("order.amount", amount, currency),
                    items("order.lines", lines, currency),
                    Bodies.text("order.coupon", coupon, 100),
                    Bodies.text("order.paymentCountry", paymentCountry, 100),
                    Bodies.text("order.shippingCountry", shippingCountry, 100));
        }
    }

    public record CartView(@Nullable Instant at, @Nullable List<PiecesView> lines) {
        Cart toCart(Currency currency) {
            return new Cart(Optional.ofNullable(at), items("cart.lines", lines, currency));
        }
    }

    public record PiecesView(
            @Nullable String sku,
            @Nullable Integer quantity,
            @Nullable BigDecimal unitPrice) {
        private Item toItem(String field, Currency currency) {
            return new Item(
                    Bodies.text(field + ".sku", Bodies.given(sku, field + ".sku"), 100)
                            .orElseThrow(),
                    Amounts.pieces(field + ".quantity", Bodies.given(quantity, field + ".quantity")),
                    Amounts.minor(field + ".unitPrice", unitPrice, currency));
        }
    }

    private static List<Item> items(String field, @Nullable List<PiecesView> lines, Currency currency) {
        List<PiecesView> given = lines == null ? List.of() : lines;
        Bodies.atMost(field, given, 1000);
        return IntStream.range(0, given.size())
                .mapToObj(i -> {
                    String name = field + "[" + i + "]";
                    return Bodies.given(given.get(i), name).toItem(name, currency);
                })
                .toList();
    }
}
