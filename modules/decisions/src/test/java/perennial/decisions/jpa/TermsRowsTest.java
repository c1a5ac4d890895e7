package perennial.decisions.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.decisions.model.Terms;
import perennial.migrations.Databases;
import perennial.ruleengine.Economics;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.GuardRails.Cap;
import perennial.ruleengine.Holdout;
import perennial.ruleengine.QuietHours;
import perennial.rules.Channel;

class TermsRowsTest {
    private static final Economics ASSUMED = Economics.assumed(Currency.getInstance("EUR"));
    private static final Terms STANDARD = new Terms(GuardRails.standard(), ASSUMED, new Holdout(0.05));
    private static final Cap ONE = new Cap(1, Duration.ofHours(36));
    private static final Terms OWN = new Terms(
            new GuardRails(12.5, 1 / 3.0, Map.of(Channel.SMS, ONE), ONE, 2, QuietHours.of("21:00-08:00 Europe/Berlin")),
            ASSUMED,
            Holdout.NONE);

    @ParameterizedTest
    @EnumSource
    void terms_are_found_again_by_their_name_to_the_last_digit(Databases database) {
        TermsRows rows = new TermsRows(database.fresh());
        String standard = rows.keep(STANDARD);
        String own = rows.keep(OWN);
        assertThat(rows.find(standard)).contains(STANDARD);
        assertThat(rows.find(own)).contains(OWN);
        assertThat(rows.find("another")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_same_terms_have_one_name(Databases database) {
        TermsRows rows = new TermsRows(database.fresh());
        assertThat(rows.keep(OWN)).isEqualTo(rows.keep(OWN)).isNotEqualTo(rows.keep(STANDARD));
    }
}
