package perennial.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int DRAWS = 200_000;

    private final RandomStream chance = RandomStream.of(7, 1);

    @Test
    void the_generator_gives_the_published_values_of_split_mix_64() {
        RandomStream stream = new RandomStream(0, 0x9e3779b97f4a7c15L);

        assertThat(stream.next()).isEqualTo(0xe220a8397b1dcdafL);
        assertThat(stream.next()).isEqualTo(0x6e789e6aa1b965f4L);
        assertThat(stream.next()).isEqualTo(0x06c45d188009454fL);
    }

    @Test
    void the_same_seed_and_number_give_the_same_stream() {
        assertThat(RandomStream.of(3, 14).next())
                .isEqualTo(RandomStream.of(3, 14).next());
    }

    @Test
    void neighbouring_numbers_and_seeds_give_different_streams() {
        Set<Long> first = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            for (int number = 0; number < 100; number++) {
                first.add(RandomStream.of(seed, number).next());
            }
        }
        assertThat(first).hasSize(10_000);
    }

    @Test
    void a_split_does_not_depend_on_what_is_drawn_afterwards() {
        RandomStream one = RandomStream.of(1, 1);
        RandomStream other = RandomStream.of(1, 1);
        RandomStream split = one.split();
        one.next();

        assertThat(split.next()).isEqualTo(other.split().next());
    }

    @Test
    void a_uniform_number_has_its_moments() {
        assertMoments(chance::uniform, .5, 1 / 12.0);
    }

    @Test
    void an_exponential_number_has_its_moments() {
        assertMoments(() -> chance.exponential(4), 1 / 4.0, 1 / 16.0);
    }

    @Test
    void a_normal_number_has_its_moments() {
        assertMoments(chance::normal, 0, 1);
    }

    @Test
    void a_gamma_number_has_its_moments_on_either_side_of_shape_one() {
        assertMoments(() -> chance.gamma(.6, 3), .6 / 3, .6 / 9);
        assertMoments(() -> chance.gamma(4.5, .5), 9, 18);
    }

    @Test
    void a_beta_number_has_its_moments() {
        assertMoments(() -> chance.beta(2, 3), .4, .04);
    }

    @Test
    void a_poisson_number_has_its_moments() {
        assertMoments(() -> chance.poisson(2.5), 2.5, 2.5);
        assertThat(chance.poisson(0)).isZero();
    }

    @Test
    void an_index_is_picked_in_proportion_to_its_weight() {
        assertMoments(() -> chance.pick(1, 0, 3), 1.5, .75);
    }

    @Test
    void at_rate_zero_nothing_ever_happens() {
        assertThat(chance.exponential(0)).isInfinite();
    }

    /** Within five standard errors, with room for heavy tails in that of the variance. */
    private static void assertMoments(DoubleSupplier draw, double mean, double variance) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = draw.getAsDouble() - mean;
            sum += x;
            squares += x * x;
        }
        assertThat(sum / DRAWS).isCloseTo(0, within(5 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS / variance).isCloseTo(1, within(.04));
    }
}
