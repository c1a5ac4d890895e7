package perennial.activity.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import perennial.analytics.history.History;
import perennial.migrations.Databases;

class ShuffledOrdersPropertyTest {
    private static final String HEADER =
            "order_id,customer_id,at,kind,sku,quantity,unit_price,channel,coupon," + "payment_country,shipping_country";

    /** Lines of few orders of few customers, so that times, channels and countries of one order differ. */
    private static List<String> lines(Random chance, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(String.join(
                    ",",
                    "o" + chance.nextInt(6),
                    "c" + chance.nextInt(3),
                    "2024-02-0" + (1 + chance.nextInt(9)) + "T10:00:00Z",
                    chance.nextInt(4) == 0 ? "return" : "purchase",
                    "sku" + chance.nextInt(4),
                    Integer.toString(chance.nextInt(5)),
                    "1.0" + chance.nextInt(3),
                    List.of("", "web", "app").get(chance.nextInt(3)),
                    List.of("", "SPRING").get(chance.nextInt(2)),
                    List.of("", "GB", "FR").get(chance.nextInt(3)),
                    List.of("", "GB", "FR").get(chance.nextInt(3))));
        }
        return lines;
    }

    private static List<History> histories(List<String> lines) {
        TestShop shop = TestShop.on(Databases.H2);
        List<String> file = new ArrayList<>(lines);
        file.add(0, HEADER);
        shop.receives("perennial-orders", file.toArray(String[]::new));
        return shop.allHistories();
    }

    @Property(tries = 20, seed = "20110118")
    void the_order_of_the_lines_makes_no_difference(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int count) {
        Random chance = new Random(seed);
        List<String> lines = lines(chance, count);
        List<String> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, chance);
        assertThat(histories(shuffled)).isEqualTo(histories(lines));
    }
}
