package perennial.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * A customer's dealing with the shop, for which decisions are asked at once.
 *
 * @param registered since when the customer is one; counts where no file has told it
 * @param order the order just placed
 * @param cart the whole cart that stands, in place of what files have told of it
 */
public record Occasion(
        CustomerId customer,
        Moment moment,
        Optional<Instant> registered,
        Optional<PlacedOrder> order,
        Optional<Cart> cart) {

    public Occasion {
        if (moment == Moment.ORDER && order.isEmpty()) {
            throw new InvalidInputException(
                    "order",
                    "",
                    new Words("the moment is an order and none is told", "时机是下单，但没有给出订单"),
                    new Words("send order with amount or lines", "请给出 order 及其 amount 或 lines"));
        }
    }

    /**
     * @param id the shop's number of it; with one it is known again when it is told twice or imported later
     * @param at when it was placed; empty: now
     * @param total in minor units of the shop's currency; empty where lines are told
     * @param lines each with its price; none where the total is told
     */
    public record PlacedOrder(
            Optional<String> id,
            Optional<Instant> at,
            OptionalLong total,
            List<Item> lines,
            Optional<String> coupon,
            Optional<String> paymentCountry,
            Optional<String> shippingCountry) {
        public PlacedOrder {
            lines = List.copyOf(lines);
            if (total.isPresent() != lines.isEmpty()) {
                throw new InvalidInputException(
                        "order.amount",
                        total.isPresent() ? total.getAsLong() : "",
                        new Words("an order has either an amount or lines", "订单要么有金额，要么有明细"),
                        new Words("send one of them", "请给出其中之一"));
            }
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).unitPrice().isEmpty()) {
                    throw new InvalidInputException(
                            "order.lines[" + i + "].unitPrice",
                            "",
                            new Words("it is missing", "缺少此项"),
                            new Words("send what one piece costs, in major units", "请给出单件价格（以主货币单位计）"));
                }
            }
        }

        /** In minor units. */
        public long amount() {
            return total.orElseGet(() -> lines.stream()
                    .mapToLong(line -> Math.multiplyExact(line.unitPrice().orElseThrow(), (long) line.quantity()))
                    .reduce(0, Math::addExact));
        }
    }

    /** @param at when something was last put into it; empty: now */
    public record Cart(Optional<Instant> at, List<Item> lines) {
        public Cart {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new InvalidInputException(
                        "cart.lines",
                        "",
                        new Words("the cart is empty", "购物车为空"),
                        new Words("send what is in it", "请给出其中的商品"));
            }
        }
    }

    /**
     * Some pieces of a product.
     *
     * @param quantity above 0
     * @param unitPrice in minor units, not below 0; empty: the list price, where it is known
     */
    public record Item(String sku, int quantity, OptionalLong unitPrice) {}
}
