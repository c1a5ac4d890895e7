package perennial.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import perennial.simulator.Habit.Dropout;
import perennial.simulator.Habit.Kind;
import perennial.simulator.Life.Contact;
import perennial.simulator.Life.Purchase;

class LifeTest {
    private static final int WEEKS = 104;
    private static final int PEOPLE = 20_000;
    private static final ShopCalendar CALENDAR =
            new ShopCalendar(LocalDate.of(2024, 9, 30), WEEKS, ZoneId.of("Europe/Berlin"));
    private static final Arrivals ARRIVALS = new Arrivals(CALENDAR);

    @Test
    void repeat_purchases_of_per_purchase_leavers_follow_their_own_bg_nbd_expectation() {
        double expected = 0;
        double variance = 0;
        double bought = 0;
        for (int number = 1; number <= PEOPLE; number++) {
            Life life = life(number, 0, List.of());
            Habit habit = life.person().habit();
            if (habit.dropout() == Dropout.PER_PURCHASE && life.person().atOnce()) {
                double time = WEEKS - life.person().registered();
                double last = habit.chain().state(0).leaveAtBuy();
                double mean = (1 - Math.exp(-last * habit.rate() * time)) / last;
                expected += mean;
                variance += mean + mean * mean;
                bought += repeats(life);
            }
        }
        assertThat(bought).isCloseTo(expected, within(4 * Math.sqrt(variance)));
    }

    @Test
    void repeat_purchases_of_exponential_leavers_follow_their_own_pareto_nbd_expectation() {
        double expected = 0;
        double variance = 0;
        double bought = 0;
        for (int number = 1; number <= PEOPLE; number++) {
            Life life = life(number, 0, List.of());
            Habit habit = life.person().habit();
            if (habit.kind() == Kind.BTYD
                    && habit.dropout() == Dropout.EXPONENTIAL
                    && life.person().atOnce()) {
                double time = WEEKS - life.person().registered();
                double leave = habit.chain().state(0).leave();
                double mean = habit.rate() / leave * (1 - Math.exp(-leave * time));
                expected += mean;
                variance += mean + mean * mean;
                bought += repeats(life);
            }
        }
        assertThat(bought).isCloseTo(expected, within(4 * Math.sqrt(variance)));
    }

    @Test
    void rates_of_btyd_customers_are_gamma_distributed_as_stated() {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < PEOPLE; i++) {
            double rate = Habit.drawn(Kind.BTYD, RandomStream.of(5, i)).rate();
            sum += rate;
            squares += rate * rate;
        }
        double mean = sum / PEOPLE;

        assertThat(mean).isCloseTo(.1, within(.004));
        assertThat(squares / PEOPLE - mean * mean).isCloseTo(.8 / 64, within(.0012));
    }

    @Test
    void for_every_kind_the_outlook_agrees_with_what_then_happens() {
        Map<Kind, double[]> sums = new EnumMap<>(Kind.class);
        for (int number = 1; number <= PEOPLE; number++) {
            Life life = life(number, .7, Campaign.plan(WEEKS));
            double known = Outlook.ofState(life, WEEKS).purchases();
            double best = Outlook.ofHistory(life, WEEKS).purchases();
            double future =
                    life.purchases().stream().filter(p -> p.time() >= WEEKS).count();
            double[] sum = sums.computeIfAbsent(life.person().habit().kind(), kind -> new double[4]);
            sum[0] += future - known;
            sum[1] += (future - known) * (future - known);
            sum[2] += future - best;
            sum[3] += (future - best) * (future - best);
        }
        assertThat(sums).hasSize(Kind.values().length);
        sums.forEach((kind, sum) -> {
            assertThat(sum[0]).as("%s, state known", kind).isCloseTo(0, within(4 * Math.sqrt(sum[1]) + 1e-9));
            assertThat(sum[2]).as("%s, history known", kind).isCloseTo(0, within(4 * Math.sqrt(sum[3]) + 1e-9));
        });
    }

    @Test
    void the_probability_of_being_alive_given_the_purchases_is_calibrated() {
        double[] expected = new double[10];
        double[] alive = new double[10];
        double[] variance = new double[10];
        for (int number = 1; number <= PEOPLE; number++) {
            Life life = life(number, .45, Campaign.plan(WEEKS));
            double probability = Outlook.ofHistory(life, WEEKS).alive();
            int tenth = Math.min(9, (int) (probability * 10));
            expected[tenth] += probability;
            variance[tenth] += probability * (1 - probability);
            alive[tenth] += life.staysUntil(WEEKS) ? 1 : 0;
        }
        for (int tenth = 0; tenth < 10; tenth++) {
            assertThat(alive[tenth]).isCloseTo(expected[tenth], within(4 * Math.sqrt(variance[tenth]) + 1e-9));
        }
    }

    @Test
    void knowing_the_state_never_forecasts_worse_than_knowing_the_purchases() {
        double known = 0;
        double best = 0;
        for (int number = 1; number <= PEOPLE; number++) {
            Life life = life(number, .45, List.of());
            double future =
                    life.purchases().stream().filter(p -> p.time() >= WEEKS).count();
            known += Math.pow(future - Outlook.ofState(life, WEEKS).purchases(), 2);
            best += Math.pow(future - Outlook.ofHistory(life, WEEKS).purchases(), 2);
        }
        assertThat(known).isLessThan(best);
    }

    @Test
    void what_a_campaign_is_said_to_do_to_each_arm_is_what_the_arm_then_does() {
        double[] people = new double[2];
        double[] difference = new double[2];
        double[] squares = new double[2];
        double effect = 0;
        for (int number = 1; number <= PEOPLE; number++) {
            Life life = life(number, .45, Campaign.plan(WEEKS));
            for (Contact contact : life.contacts()) {
                int arm = contact.treated() ? 1 : 0;
                double off =
                        bought(life, contact.campaign()) - (contact.treated() ? contact.with() : contact.without());
                people[arm]++;
                difference[arm] += off;
                squares[arm] += off * off;
                effect += contact.with() - contact.without();
            }
        }
        assertThat(people[0] / (people[0] + people[1])).isCloseTo(Campaign.HOLDOUT, within(.01));
        assertThat(difference[0]).isCloseTo(0, within(4 * Math.sqrt(squares[0])));
        assertThat(difference[1]).isCloseTo(0, within(4 * Math.sqrt(squares[1])));
        assertThat(effect / (people[0] + people[1])).isGreaterThan(.02);
    }

    @Test
    void regular_buyers_come_at_more_even_gaps_than_others() {
        assertThat(unevenness(Kind.REGULAR)).isLessThan(.5 * unevenness(Kind.BTYD));
        assertThat(unevenness(Kind.BURSTY)).isGreaterThan(1.5 * unevenness(Kind.BTYD));
    }

    @Test
    void gift_buyers_come_in_their_seasons() {
        double inSeason = 0;
        double all = 0;
        for (int number = 1; number <= PEOPLE / 4; number++) {
            Life life = life(number, 1, List.of());
            if (life.person().habit().kind() == Kind.SEASONAL) {
                for (Purchase purchase : life.purchases()) {
                    int month = CALENDAR.monthOfYear((int) purchase.time());
                    inSeason += List.of(3, 4, 5, 11, 12).contains(month) ? 1 : 0;
                    all++;
                }
            }
        }
        assertThat(inSeason / all).isGreaterThan(.9);
    }

    @Test
    void nobody_hears_from_the_shop_without_a_consent_at_that_time() {
        for (int number = 1; number <= 2_000; number++) {
            Life life = life(number, .45, Campaign.plan(WEEKS));
            for (Contact contact : life.contacts()) {
                Campaign campaign = contact.campaign();
                Consent consent = life.person().consents().getOrDefault(campaign.medium(), Consent.UNKNOWN);
                assertThat(consent.allows(CALENDAR.weekBegins(campaign.week()))).isTrue();
            }
        }
    }

    @Test
    void purchases_follow_each_other_and_none_comes_after_leaving() {
        for (int number = 1; number <= 2_000; number++) {
            Life life = life(number, .45, Campaign.plan(WEEKS));
            List<Purchase> purchases = life.purchases();
            assertThat(purchases).allMatch(p -> p.time() <= life.leaves());
            assertThat(purchases.stream().map(Purchase::at).toList()).isSorted().doesNotHaveDuplicates();
        }
    }

    /** Squared coefficient of variation of the gaps between purchases, averaged over customers with six or more. */
    private static double unevenness(Kind kind) {
        double sum = 0;
        int customers = 0;
        for (int number = 1; number <= PEOPLE / 4; number++) {
            Life life = life(number, kind == Kind.BTYD ? 0 : 1, List.of());
            double[] times =
                    life.purchases().stream().mapToDouble(Purchase::time).toArray();
            if (life.person().habit().kind() == kind && times.length >= 6) {
                double mean = (times[times.length - 1] - times[0]) / (times.length - 1);
                double variance = 0;
                for (int i = 1; i < times.length; i++) {
                    variance += Math.pow(times[i] - times[i - 1] - mean, 2) / (times.length - 1);
                }
                sum += variance / (mean * mean);
                customers++;
            }
        }
        return sum / customers;
    }

    private static long bought(Life life, Campaign campaign) {
        return life.purchases().stream()
                .filter(p -> p.time() >= campaign.week() && p.time() < campaign.until())
                .count();
    }

    private static long repeats(Life life) {
        return life.purchases().stream().filter(p -> p.time() < WEEKS).count() - 1;
    }

    private static Life life(long number, double others, List<Campaign> plan) {
        RandomStream chance = RandomStream.of(11, number);
        Person person = Person.drawn(number, others, CALENDAR, ARRIVALS, chance.split());
        return Life.lived(person, plan, CALENDAR, chance.split());
    }
}
