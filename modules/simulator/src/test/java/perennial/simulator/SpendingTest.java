package perennial.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpendingTest {
    private static final int DRAWS = 200_000;

    private final RandomStream chance = RandomStream.of(2, 3);

    @Test
    void mean_spend_of_customers_has_the_moments_of_the_gamma_gamma_model() {
        double mean = 3850 * 5 / (4.5 - 1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double off = Spending.gammaGamma(chance).mean() - mean;
            sum += off;
            squares += off * off;
        }
        double variance = mean * mean / (4.5 - 2);

        assertThat(sum / DRAWS).isCloseTo(0, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS / variance).isCloseTo(1, within(.1));
    }

    @Test
    void orders_of_a_customer_vary_around_their_mean_by_the_shape() {
        Spending spending = new Spending(4000, 5, 0);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double off = spending.drawn(4000, chance) - 4000;
            sum += off;
            squares += off * off;
        }
        assertThat(sum / DRAWS).isCloseTo(0, within(20.0));
        assertThat(squares / DRAWS / (4000.0 * 4000 / 5)).isCloseTo(1, within(.03));
    }

    @Test
    void growth_is_exponential_and_bounded() {
        Spending spending = new Spending(1000, 5, .01);

        assertThat(spending.meanAfter(0)).isEqualTo(1000);
        assertThat(spending.meanAfter(10)).isCloseTo(1000 * Math.exp(.1), within(1e-9));
        assertThat(spending.meanAfter(1000)).isEqualTo(3000);
        assertThat(new Spending(1000, 5, -.01).meanAfter(1000)).isEqualTo(300);
    }
}
