package perennial.decisions.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.decisions.RuleEffects.Effect;
import perennial.decisions.RuleEffects.Lever;
import perennial.decisions.RuleEffects.Source;
import perennial.decisions.model.EffectTable;
import perennial.migrations.Databases;
import perennial.ruleengine.Economics;

class EffectRowsTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Lever COUPON = new Lever("offerCoupon", "marketing.win-back", Optional.empty());

    @ParameterizedTest
    @EnumSource
    void a_shop_begins_with_what_the_engine_assumes(Databases database) {
        EffectRows rows = new EffectRows(database.fresh());
        assertThat(new EffectTable(rows.all()).economics(EURO)).isEqualTo(Economics.assumed(EURO));
        assertThat(rows.all()).allSatisfy(effect -> {
            assertThat(effect.source()).isEqualTo(Source.ASSUMED);
            assertThat(effect.lower()).isLessThan(effect.uplift());
            assertThat(effect.upper()).isGreaterThan(effect.uplift());
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_row_takes_the_place_of_its_own_and_a_segment_has_one_beside_it(Databases database) {
        EffectRows rows = new EffectRows(database.fresh());
        int before = rows.all().size();
        Effect measured = new Effect(COUPON, 0.02, 0.01, 0.04, Source.EXPERIMENT);
        Effect ofFriends = new Effect(
                new Lever(COUPON.verb(), COUPON.kind(), Optional.of("friends")), 0.5, 0.4, 0.6, Source.ASSUMED);
        rows.put(measured, "eva");
        rows.put(ofFriends, "eva");
        assertThat(rows.all()).hasSize(before + 1).contains(measured, ofFriends);
        assertThat(rows.remove(ofFriends.lever())).isTrue();
        assertThat(rows.remove(ofFriends.lever())).isFalse();
        assertThat(rows.all()).hasSize(before);
    }
}
