package perennial.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import perennial.simulator.PurchaseChain.State;

class PurchaseChainTest {
    private static final double EXACT = 1e-10;

    @Test
    void a_poisson_buyer_who_may_leave_between_purchases_is_expected_to_buy_by_the_closed_form() {
        double rate = .3;
        double leave = .05;

        assertThat(expected(poisson(rate, leave, 0), 0, 52, 1))
                .isCloseTo(rate / leave * (1 - Math.exp(-leave * 52)), within(EXACT));
    }

    @Test
    void a_poisson_buyer_who_may_leave_at_a_purchase_is_expected_to_buy_by_the_closed_form() {
        double rate = .3;
        double last = .2;

        assertThat(expected(poisson(rate, 0, last), 0, 52, 1))
                .isCloseTo((1 - Math.exp(-last * rate * 52)) / last, within(EXACT));
    }

    @Test
    void a_factor_on_the_rates_acts_like_faster_time() {
        assertThat(expected(poisson(.3, 0, .2), 0, 10, 2.5))
                .isCloseTo(expected(poisson(.3, 0, .2), 0, 25, 1), within(EXACT));
    }

    @Test
    void two_phases_a_purchase_give_the_renewal_function_of_erlang_gaps() {
        double rate = .25;
        double steps = 2 * rate;

        // Cox, Renewal Theory (1962): m(t) = t k / 2 - (1 - exp(-2 k t)) / 4 for phases of rate k.
        assertThat(expected(erlang(rate), 0, 40, 1))
                .isCloseTo(40 * steps / 2 - (1 - Math.exp(-2 * steps * 40)) / 4, within(EXACT));
    }

    @Test
    void silence_of_a_buyer_who_never_leaves_has_the_poisson_probability_of_no_purchase() {
        PurchaseChain chain = poisson(.3, 0, .2);

        assertThat(sum(chain.afterSilence(chain.in(0), 7, 1))).isCloseTo(Math.exp(-.3 * 7), within(EXACT));
    }

    @Test
    void after_silence_the_probability_of_being_alive_is_that_of_schmittlein_and_others() {
        double rate = .3;
        double leave = .05;
        PurchaseChain chain = poisson(rate, leave, 0);
        double[] belief = PurchaseChain.normalised(chain.afterSilence(chain.in(0), 12, 1));

        double alive = 1 / (1 + leave / (rate + leave) * (Math.exp((rate + leave) * 12) - 1));
        assertThat(belief[0]).isCloseTo(alive, within(EXACT));
    }

    @Test
    void a_purchase_that_may_be_the_last_leaves_doubt() {
        PurchaseChain chain = poisson(.3, 0, .2);

        assertThat(chain.afterSeenPurchase(chain.in(0))).containsExactly(.8, 0, .2);
    }

    @Test
    void probabilities_stay_probabilities_through_long_and_fast_stretches() {
        PurchaseChain chain = poisson(3, .2, .1);
        double[] end = chain.after(chain.in(0), 200, 4, new double[3]);

        assertThat(sum(end)).isCloseTo(1, within(1e-9));
        assertThat(Arrays.stream(end).min().orElseThrow()).isNotNegative();
    }

    @Test
    void nothing_happens_in_a_chain_without_rates() {
        PurchaseChain chain = poisson(0, 0, 0);
        double[] time = new double[3];

        assertThat(chain.after(chain.in(0), 5, 1, time)).containsExactly(1, 0, 0);
        assertThat(time).containsExactly(5, 0, 0);
    }

    private static double expected(PurchaseChain chain, int from, double duration, double factor) {
        double[] time = new double[chain.prospect() + 2];
        chain.after(chain.in(from), duration, factor, time);
        return chain.purchases(time, factor);
    }

    private static PurchaseChain poisson(double rate, double leave, double last) {
        return new PurchaseChain(List.of(
                new State(0, 0, false, rate, 0, 0, 0, leave, last, 1), new State(0, 0, false, 0, 0, 0, 0, 0, 0, 1)));
    }

    private static PurchaseChain erlang(double rate) {
        List<State> states = new ArrayList<>();
        states.add(new State(2 * rate, 1, true, 0, 0, 0, 0, 0, 0, 1));
        states.add(new State(0, 0, false, 2 * rate, 0, 0, 0, 0, 0, 1));
        states.add(new State(0, 0, false, 0, 0, 0, 0, 0, 0, 1));
        return new PurchaseChain(states);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
