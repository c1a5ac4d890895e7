package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import perennial.ruleengine.RuleContest.Run;
import perennial.ruleengine.RuleContest.Way;
import perennial.rules.CustomerSnapshot;
import perennial.rules.ShippedRules;

class RuleContestTest {

    @Test
    void the_rules_written_by_hand_are_the_shipped_rules() {
        RuleContest contest = RuleContest.of(1, 1);
        RuleBook book = RuleBook.compile(ShippedRules.sources());
        MadeUpCustomers source = new MadeUpCustomers(3);
        Set<String> fired = new HashSet<>();
        for (int batch = 0; batch < 20; batch++) {
            List<CustomerSnapshot> customers = source.next(500);
            List<Firing> byEngine = book.fire(customers);
            List<Firing> byHand = contest.byHand(customers);
            for (int i = 0; i < customers.size(); i++) {
                assertThat(byHand.get(i).fired())
                        .containsExactlyInAnyOrderElementsOf(byEngine.get(i).fired());
                assertThat(byHand.get(i).proposals())
                        .containsExactlyInAnyOrderElementsOf(byEngine.get(i).proposals());
                byHand.get(i).fired().forEach(rule -> fired.add(rule.code()));
            }
        }
        assertThat(fired).hasSizeGreaterThan(book.rules().size() * 3 / 4);
    }

    @Test
    void each_way_fires_the_same_rules() {
        RuleContest contest = RuleContest.of(1_500, 1);
        Run byHand = contest.run(Way.BY_HAND);
        assertThat(byHand.fired()).isPositive();
        assertThat(contest.run(Way.BY_ENGINE).fired()).isEqualTo(byHand.fired());
        assertThat(contest.run(Way.WITH_RAILS).fired()).isEqualTo(byHand.fired());
        assertThat(contest.rules(Way.IN_BATCH)).isEqualTo(60);
        assertThat(contest.run(Way.IN_BATCH).fired()).isGreaterThan(byHand.fired());
    }

    @Test
    void a_live_decision_by_hand_is_the_one_of_the_engine() {
        RuleContest contest = RuleContest.of(1, 1);
        List<CustomerSnapshot> customers = new MadeUpCustomers(4).next(1_000);
        Set<String> fired = new HashSet<>();
        for (CustomerSnapshot customer : customers) {
            Outcome live = contest.live(customer);
            assertThat(contest.liveByHand(customer)).isEqualTo(live);
            live.fired().stream().filter(name -> name.startsWith("ZZ-")).forEach(fired::add);
        }
        assertThat(fired).as("made-up rules that fired").hasSizeGreaterThan(10);
    }

    @Test
    void live_decisions_fire_the_same_rules_as_a_batch() {
        RuleContest contest = RuleContest.of(300, 1);
        long inBatch = contest.run(Way.IN_BATCH).fired();
        assertThat(contest.rules(Way.LIVE)).isEqualTo(60);
        assertThat(contest.run(Way.LIVE).fired()).isEqualTo(inBatch);
        assertThat(contest.run(Way.LIVE_BY_HAND).fired()).isEqualTo(inBatch);
    }
}
