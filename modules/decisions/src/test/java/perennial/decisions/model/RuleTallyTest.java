package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import perennial.kernel.Words;
import perennial.ruleengine.RuleBook;
import perennial.rules.RuleSource;

class RuleTallyTest {
    private static final RuleSource SOURCE = new RuleSource("marketing/test.drl", """
            rule "TE-01 somebody looks at stage and visits30"
                @titleZh("有人浏览")
            when
                CustomerSnapshot(orders == 0, visits30 >= 3)
            then
                decisions.sendMessage(WELCOME).by(EMAIL);
            end
            rule "TE-02 somebody bought"
                @titleZh("有人购买")
            when
                CustomerSnapshot(orders > 0)
            then
                decisions.sendMessage(LOYALTY).by(EMAIL);
            end
            """);
    private static final RuleBook BOOK = RuleBook.compile(List.of(SOURCE));
    private static final String LOOKS = "TE-01 somebody looks at stage and visits30";
    private static final String BOUGHT = "TE-02 somebody bought";

    private final RuleTally tally = new RuleTally(BOOK);

    @Test
    void every_rule_is_counted_those_that_never_fired_too() {
        tally.add(Set.of("orders"), List.of(BOUGHT));
        tally.add(Set.of("orders"), List.of(BOUGHT));
        assertThat(tally.fired()).isEqualTo(Map.of(LOOKS, 0L, BOUGHT, 2L));
    }

    @Test
    void a_rule_that_reads_what_the_shop_does_not_tell_says_so() {
        tally.add(Set.of("orders"), List.of(BOUGHT));
        assertThat(tally.note())
                .contains(new Words(
                        LOOKS + " never fired: the shop does not tell this of anybody: visits of the last 30 days.",
                        "“TE-01 有人浏览”从未触发：店铺未提供以下信息：近30天访问次数。"));
    }

    @Test
    void a_rule_whose_facts_are_known_but_that_nobody_meets_says_so() {
        tally.add(Set.of("orders", "visits30"), List.of(LOOKS));
        assertThat(tally.note())
                .contains(
                        new Words(BOUGHT + " never fired: nobody met its conditions.", "“TE-02 有人购买”从未触发：没有客户符合其条件。"));
    }

    @Test
    void where_every_rule_fired_there_is_nothing_to_note() {
        tally.add(Set.of("orders", "visits30"), List.of(LOOKS, BOUGHT));
        assertThat(tally.note()).isEmpty();
    }
}
