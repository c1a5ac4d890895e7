package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import perennial.activity.Catalogue.Product;
import perennial.decisions.model.Offers.Offer;

class OffersTest {
    private static final Product CUP = A.product("cup", "kitchen", 500);
    private static final Product MUG = A.product("mug", "kitchen", 800);
    private static final Product POT = A.product("pot", "kitchen", 3_000);

    private static Optional<String> fitting(double usualPrice, Product... catalogue) {
        return Offers.of(List.of(catalogue), Map.of(), 90)
                .fitting("kitchen", usualPrice)
                .map(Offer::sku);
    }

    @Test
    void the_product_nearest_to_the_usual_price_fits_best() {
        assertThat(fitting(100, CUP, MUG, POT)).contains("cup");
        assertThat(fitting(700, CUP, MUG, POT)).contains("mug");
        assertThat(fitting(1_950, CUP, MUG, POT)).contains("pot");
        assertThat(fitting(9_000, CUP, MUG, POT)).contains("pot");
    }

    @Test
    void of_two_as_near_the_cheaper_one_is_taken_and_of_two_equal_ones_the_first() {
        assertThat(fitting(650, CUP, MUG)).contains("cup");
        assertThat(fitting(800, MUG, A.product("jar", "kitchen", 800))).contains("mug");
    }

    @Test
    void what_is_sold_out_or_without_a_price_or_category_is_not_offered() {
        Optional<Long> some = Optional.of(5L);
        assertThat(fitting(
                        800,
                        new Product("a", "a", CUP.category(), CUP.listPrice(), false, CUP.cost(), Optional.of(0L)),
                        new Product("b", "b", CUP.category(), Optional.empty(), false, CUP.cost(), some),
                        new Product("c", "c", Optional.empty(), CUP.listPrice(), false, CUP.cost(), some)))
                .isEmpty();
    }

    @Test
    void the_cover_is_the_stock_by_the_pace_of_sales() {
        Offers offers = Offers.of(List.of(CUP), Map.of("cup", 30L), 90);
        assertThat(offers.fitting("kitchen", 500).map(Offer::stockCover)).contains(OptionalDouble.of(180));
    }

    @Test
    void without_sales_or_without_a_known_stock_the_cover_is_not_known() {
        assertThat(Offers.of(List.of(CUP), Map.of(), 90).fitting("kitchen", 500).map(Offer::stockCover))
                .contains(OptionalDouble.empty());
        Product unstocked =
                new Product("cup", "cup", CUP.category(), CUP.listPrice(), false, CUP.cost(), Optional.empty());
        assertThat(Offers.of(List.of(unstocked), Map.of("cup", 30L), 90)
                        .fitting("kitchen", 500)
                        .map(Offer::stockCover))
                .contains(OptionalDouble.empty());
    }
}
