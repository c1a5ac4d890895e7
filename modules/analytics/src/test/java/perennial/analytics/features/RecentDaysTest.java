package perennial.analytics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.analytics.history.Story.at;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.analytics.features.RecentDays.Cart;
import perennial.analytics.features.RecentDays.Item;
import perennial.analytics.features.RecentDays.RecentOrder;
import perennial.analytics.history.Event;
import perennial.analytics.history.Story;
import perennial.kernel.CustomerId;

class RecentDaysTest {
    private static RecentDays asOf(String cut, Story story) {
        return RecentDays.of(story.history(), at(cut));
    }

    private static boolean matter(Map<Feature, Double> known) {
        return RecentDays.matter(Features.of(new CustomerId("anna"), at("2025-01-09"), known));
    }

    @Test
    void an_order_is_recent_for_seven_days_and_counts_those_before_it() {
        Story story = new Story()
                .buys("2025-01-01T10:00", 500)
                .buys("2025-01-02T09:30", 700)
                .buys("2025-01-02T10:00", 900);
        assertThat(asOf("2025-01-09T10:00", story).order()).contains(new RecentOrder(900, 2, 2, Optional.empty()));
        assertThat(asOf("2025-01-09T10:01", story).order()).isEmpty();
    }

    @Test
    void a_cart_holds_what_came_since_the_last_order_and_within_thirty_days_of_the_last_thing() {
        Story story = new Story()
                .does("2025-01-01", Event.Kind.CART, "bought")
                .buys("2025-01-02", 500)
                .does("2025-01-03", Event.Kind.CART, "old")
                .does("2025-03-01", Event.Kind.CART, "tea")
                .does("2025-03-02", Event.Kind.CART, "cup");
        assertThat(asOf("2025-03-03", story).cart())
                .contains(new Cart(at("2025-03-02"), List.of(new Item("tea", 1), new Item("cup", 1))));
        assertThat(asOf("2025-03-03", story.buys("2025-03-02T12:00", 1)).cart()).isEmpty();
    }

    @Test
    void what_happens_at_the_cut_is_not_known() {
        Story story = new Story()
                .buys("2025-01-02", 500)
                .does("2025-01-02", Event.Kind.CART, "tea")
                .rates("2025-01-02", 1);
        assertThat(asOf("2025-01-02", story))
                .isEqualTo(new RecentDays(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_case_is_bad_up_to_a_rating_of_two() {
        Story story = new Story().rates("2025-01-02", 2).rates("2025-01-05", 3);
        assertThat(asOf("2025-03-01", story).badCase()).contains(at("2025-01-02"));
    }

    @Test
    void they_matter_only_where_a_feature_says_that_something_happened() {
        assertThat(matter(Map.of(Feature.RECENCY, 7.0))).isTrue();
        assertThat(matter(Map.of(Feature.CART_AGE, 90.0))).isTrue();
        assertThat(matter(Map.of(Feature.BAD_CASES, 1.0))).isTrue();
        assertThat(matter(Map.of(Feature.RECENCY, 8.0, Feature.BAD_CASES, 0.0))).isFalse();
    }
}
