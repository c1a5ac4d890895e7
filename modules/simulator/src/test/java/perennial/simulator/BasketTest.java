package perennial.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BasketTest {
    private final Catalogue catalogue = Catalogue.stocked(RandomStream.of(1, 0), 5_000);
    private final RandomStream chance = RandomStream.of(1, 1);

    @Property(tries = 20, seed = "1")
    void the_sum_of_a_basket_is_on_average_the_one_asked_for(@ForAll @DoubleRange(min = 300, max = 60_000) double sum) {
        int baskets = 2_000;
        double total = 0;
        for (int i = 0; i < baskets; i++) {
            total += sum(Basket.filled(sum, evenTaste(), catalogue, chance));
        }
        // One basket is off by less than one small article.
        assertThat(total / baskets).isCloseTo(Math.rint(sum), within(5 * Catalogue.SMALL / Math.sqrt(baskets)));
    }

    @Test
    void there_is_something_in_every_basket() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(Basket.filled(1, evenTaste(), catalogue, chance)).isNotEmpty();
        }
    }

    @Test
    void a_basket_follows_taste() {
        double[] onlyTextiles = new double[Category.values().length];
        onlyTextiles[Category.TEXTILES.ordinal()] = 1;
        double textiles = 0;
        double all = 0;
        for (int i = 0; i < 500; i++) {
            Map<Product, Integer> pieces = Basket.filled(8_000, onlyTextiles, catalogue, chance);
            all += sum(pieces);
            pieces.keySet().removeIf(product -> product.category() != Category.TEXTILES);
            textiles += sum(pieces);
        }
        assertThat(textiles / all).isGreaterThan(.7);
    }

    private static double[] evenTaste() {
        double[] taste = new double[Category.values().length];
        Arrays.fill(taste, 1);
        return taste;
    }

    private static double sum(Map<Product, Integer> pieces) {
        return pieces.entrySet().stream()
                .mapToDouble(piece -> piece.getKey().price() * piece.getValue())
                .sum();
    }
}
