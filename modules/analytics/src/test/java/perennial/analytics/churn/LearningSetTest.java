package perennial.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.kernel.CustomerId;
import perennial.kernel.InvalidInputException;

class LearningSetTest {
    private static final Instant CUT = day(452);

    @Test
    void each_later_part_begins_where_the_label_windows_of_the_earlier_ones_have_ended() {
        LearningSet set = Shop.whereCustomersLeave(50, 1).learningSet(Shop.FOUR_WEEKS, Shop.TODAY);

        Instant calibrationCut = set.calibration().labels().from();
        Instant evaluationCut = set.evaluation().labels().from();
        assertThat(set.training())
                .hasSize(6)
                .allSatisfy(snapshot -> assertThat(snapshot.labels().to()).isBeforeOrEqualTo(calibrationCut));
        assertThat(set.calibration().labels().to()).isBeforeOrEqualTo(evaluationCut);
        assertThat(set.evaluation().labels().to()).isEqualTo(Shop.TODAY);
        assertThat(set.training().get(1).labels().from())
                .isEqualTo(set.training().get(0).labels().from().minus(Duration.ofDays(14)));
    }

    @Test
    void a_purchase_on_the_last_day_of_the_horizon_is_a_stay_and_one_after_it_is_not() {
        Shop shop = new Shop(List.of(
                buyer("first instant", day(440), CUT),
                buyer("last instant", day(440), day(480).minusMillis(1)),
                buyer("too late", day(440), day(480)),
                buyer("never again", day(440))));

        Snapshot evaluation = shop.learningSet(Shop.FOUR_WEEKS, Shop.TODAY).evaluation();

        assertThat(evaluation.examples())
                .extracting(example -> example.features().customer().value(), Example::churned)
                .containsExactly(
                        tuple("first instant", false),
                        tuple("last instant", false),
                        tuple("never again", true),
                        tuple("too late", true));
    }

    @Test
    void who_has_not_bought_yet_or_not_for_two_horizons_is_not_learned_from() {
        // the day before the cut at midnight is day 0 of recency
        Shop shop = new Shop(List.of(
                buyer("not yet", CUT),
                buyer("silent for 56 days", day(395)),
                buyer("silent for 57 days", day(394)),
                new Shop(List.of())
                        .with(Shop.history("nothing", List.of()))
                        .histories()
                        .get(0)));

        Snapshot evaluation = shop.learningSet(Shop.FOUR_WEEKS, Shop.TODAY).evaluation();

        assertThat(evaluation.features())
                .extracting(features -> features.customer().value())
                .containsExactly("silent for 56 days");
    }

    @Test
    void nothing_at_or_after_the_instant_is_in_it() {
        Shop shop = Shop.whereCustomersLeave(200, 2);
        List<History> changed = shop.histories().stream()
                .map(history -> history.before(Shop.TODAY.minus(Duration.ofDays(60))))
                .toList();
        Instant earlier = Shop.TODAY.minus(Duration.ofDays(60));

        assertThat(new Shop(changed).with(buyer("newcomer", day(450))).learningSet(Shop.FOUR_WEEKS, earlier))
                .isEqualTo(shop.learningSet(Shop.FOUR_WEEKS, earlier));
    }

    @Test
    void the_order_in_which_customers_come_changes_nothing() {
        Shop shop = Shop.whereCustomersLeave(300, 3);
        List<History> shuffled = new ArrayList<>(shop.histories());
        Collections.shuffle(shuffled, new Random(4));
        LearningSet.Settings atMost40 = new LearningSet.Settings(3, 14, 28, 40, 5);

        LearningSet set = LearningSet.of(Shop.FOUR_WEEKS, Shop.TODAY, shop::pasts, shop.purchaseTimes(), atMost40);
        LearningSet same =
                LearningSet.of(Shop.FOUR_WEEKS, Shop.TODAY, new Shop(shuffled)::pasts, shop.purchaseTimes(), atMost40);

        assertThat(set).isEqualTo(same);
        assertThat(set.evaluation().examples()).hasSize(40);
    }

    @Test
    void a_young_shop_has_fewer_training_cuts_and_a_newborn_one_none() {
        Shop shop = new Shop(List.of(buyer("first", day(0)), buyer("second", day(30))));

        assertThat(shop.learningSet(Shop.FOUR_WEEKS, day(3 * 28 + 28 + 20)).training())
                .hasSize(2);
        assertThat(shop.learningSet(Shop.FOUR_WEEKS, day(60)).training()).isEmpty();
    }

    @Test
    void the_default_horizon_covers_nine_of_ten_gaps_in_whole_weeks() {
        // gaps of 10, 20, ..., 100 days: nine of ten are at most 90, which is 13 weeks when rounded up
        PurchaseTimes.Collector purchases = new PurchaseTimes.Collector();
        for (int gap = 10; gap <= 100; gap += 10) {
            CustomerId customer = new CustomerId("gap " + gap);
            purchases.add(customer, day(0)).add(customer, day(gap)).add(customer, day(gap).plusSeconds(60));
        }

        ChurnDefinition ofOldShop = ChurnDefinition.fromGaps(purchases.collected(), day(800), ZoneOffset.UTC);
        ChurnDefinition ofYoungShop = ChurnDefinition.fromGaps(purchases.collected(), day(370), ZoneOffset.UTC);

        assertThat(ofOldShop).isEqualTo(new ChurnDefinition(91, 182, ZoneOffset.UTC, ChurnDefinition.Basis.GAPS));
        assertThat(ofYoungShop).isEqualTo(new ChurnDefinition(56, 112, ZoneOffset.UTC, ChurnDefinition.Basis.SPAN));
    }

    @Test
    void cuts_stay_at_midnight_when_the_clocks_change() {
        ZoneId london = ZoneId.of("Europe/London");
        ChurnDefinition definition = ChurnDefinition.of(28, london);
        Instant midnight = Instant.parse("2024-04-14T23:00:00Z");

        assertThat(definition.daysAfter(midnight, -28)).isEqualTo(Instant.parse("2024-03-18T00:00:00Z"));
    }

    @Test
    void a_horizon_of_three_days_is_refused_with_the_fix() {
        assertThatThrownBy(() -> ChurnDefinition.of(3, ZoneOffset.UTC))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("horizonDays");
    }

    private static Instant day(int day) {
        return Shop.OPENS.plus(Duration.ofDays(day));
    }

    private static History buyer(String customer, Instant... at) {
        List<Purchase> purchases = new ArrayList<>();
        for (Instant time : at) {
            purchases.add(Shop.purchase(customer + purchases.size(), time, 1000));
        }
        return Shop.history(customer, purchases);
    }
}
