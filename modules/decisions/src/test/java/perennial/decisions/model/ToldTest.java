package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import perennial.analytics.features.Feature;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.features.Features;
import perennial.analytics.features.RecentDays;
import perennial.analytics.history.Event;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.decisions.Moment;
import perennial.decisions.Occasion;
import perennial.decisions.Occasion.Cart;
import perennial.decisions.Occasion.Item;
import perennial.decisions.Occasion.PlacedOrder;
import perennial.kernel.InvalidInputException;

class ToldTest {
    private static final FeatureFold SHOP = new FeatureFold(FeatureFold.Settings.ordersOnly(ZoneOffset.UTC, 2));

    private static PlacedOrder order(String id, Optional<Instant> at, long amount) {
        return new PlacedOrder(
                Optional.of(id).filter(number -> !number.isEmpty()),
                at,
                OptionalLong.of(amount),
                List.of(),
                Optional.empty(),
                Optional.of("DE"),
                Optional.of("FR"));
    }

    private static Occasion placed(PlacedOrder order) {
        return new Occasion(A.ANNA, Moment.ORDER, Optional.empty(), Optional.of(order), Optional.empty());
    }

    private static History history(Purchase... purchases) {
        return new History(A.ANNA, Optional.empty(), List.of(purchases), List.of(), List.of());
    }

    private static Purchase bought(String id, Duration ago, long amount) {
        return new Purchase(
                id,
                A.NOW.minus(ago),
                List.of(new Purchase.Line("mug", Optional.empty(), 1, amount)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Told told(Occasion occasion, History known, Purchase... earlier) {
        return Told.of(occasion, known, List.of(earlier), sku -> Optional.of("kitchen"), A.NOW);
    }

    private static Features fold(Told told) {
        return told.fold(SHOP).fold(told.history(), told.cut());
    }

    @Test
    void an_order_just_placed_is_in_the_features_of_a_customer_of_whom_nothing_else_is_known() {
        Features features = fold(told(placed(order("o1", Optional.empty(), 5_000)), history()));
        assertThat(features.get(Feature.ORDERS)).hasValue(1);
        assertThat(features.get(Feature.SPEND)).hasValue(50);
    }

    @Test
    void an_order_that_is_stored_already_counts_once_and_as_it_is_told_now() {
        Told told = told(
                placed(order("o1", Optional.empty(), 5_000)),
                history(bought("o1", Duration.ofHours(1), 4_000)),
                bought("o1", Duration.ofHours(2), 3_000));
        assertThat(told.history().purchases()).hasSize(1);
        assertThat(told.purchase()).map(Purchase::amountMinor).contains(5_000L);
    }

    @Test
    void orders_that_earlier_occasions_told_and_no_file_has_brought_count_for_hurry() {
        Told told = told(
                placed(order("o3", Optional.empty(), 100)),
                history(),
                bought("o1", Duration.ofMinutes(20), 100),
                bought("o2", Duration.ofMinutes(10), 100));
        assertThat(RecentDays.of(told.history(), told.cut(), told.order()).order())
                .contains(new RecentDays.RecentOrder(100, 3, 3, Optional.of(true)));
    }

    @Test
    void an_order_asked_about_late_is_meant_even_if_another_one_followed() {
        Told told = told(
                placed(order("o1", Optional.of(A.NOW.minus(Duration.ofHours(2))), 700)),
                history(bought("o2", Duration.ofHours(1), 100)));
        assertThat(RecentDays.of(told.history(), told.cut(), told.order()).order())
                .map(RecentDays.RecentOrder::value)
                .contains(700L);
    }

    @Test
    void a_cart_that_is_told_stands_in_place_of_what_files_told_and_is_known_where_no_file_tells_carts() {
        Cart cart = new Cart(
                Optional.of(A.NOW.minus(Duration.ofDays(2))),
                List.of(new Item("vase", 2, OptionalLong.of(1_500)), new Item("mug", 1, OptionalLong.empty())));
        History old = new History(
                A.ANNA,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(new Event(A.NOW.minusSeconds(60), Event.Kind.CART, "plate", OptionalDouble.of(9))));
        Told told = told(new Occasion(A.ANNA, Moment.CART, Optional.empty(), Optional.empty(), Optional.of(cart)), old);
        assertThat(fold(told).get(Feature.CART_AGE)).hasValue(1); // at midnight the day counts that just ended
        assertThat(RecentDays.of(told.history(), told.cut()).cart())
                .map(RecentDays.Cart::items)
                .contains(List.of(new RecentDays.Item("mug", 1), new RecentDays.Item("vase", 2)));
        assertThat(told.priced(A.shop()).listPrices()).containsEntry("vase", 1_500L);
    }

    @Test
    void a_clock_that_is_a_little_ahead_is_followed_and_the_future_and_the_past_are_refused() {
        Instant ahead = A.NOW.plusSeconds(60);
        assertThat(told(placed(order("o1", Optional.of(ahead), 1)), history()).cut())
                .isEqualTo(ahead.plusMillis(1));
        assertThatThrownBy(() -> told(placed(order("o1", Optional.of(A.NOW.plusSeconds(301)), 1)), history()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("order.at");
        assertThatThrownBy(() -> told(placed(order("o1", Optional.of(A.NOW.minus(Duration.ofDays(8))), 1)), history()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("order.at");
    }

    @Test
    void since_when_somebody_is_a_customer_counts_where_no_file_told_it() {
        Instant registered = A.NOW.minus(Duration.ofDays(3));
        Occasion occasion = new Occasion(
                A.ANNA,
                Moment.ORDER,
                Optional.of(registered),
                Optional.of(order("o1", Optional.empty(), 1)),
                Optional.empty());
        assertThat(fold(told(occasion, history())).get(Feature.REGISTERED_AGE)).hasValue(3);
    }

    @Test
    void an_order_has_an_amount_or_lines_with_prices_and_never_both_or_none() {
        Item priced = new Item("mug", 2, OptionalLong.of(250));
        PlacedOrder ofLines = placedOf(OptionalLong.empty(), priced);
        assertThat(ofLines.amount()).isEqualTo(500);
        assertThatThrownBy(() -> placedOf(OptionalLong.of(1), priced)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> placedOf(OptionalLong.empty())).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> placedOf(OptionalLong.empty(), new Item("mug", 2, OptionalLong.empty())))
                .hasMessageContaining("order.lines[0].unitPrice");
    }

    private static PlacedOrder placedOf(OptionalLong total, Item... lines) {
        return new PlacedOrder(
                Optional.empty(),
                Optional.empty(),
                total,
                List.of(lines),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
