package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.decisions.RuleVersions.Change;
import perennial.decisions.RuleVersions.Deed;
import perennial.decisions.RuleVersions.Person;
import perennial.decisions.RuleVersions.State;
import perennial.decisions.RuleVersions.Version;
import perennial.kernel.ConflictException;
import perennial.kernel.Words;

class MandateTest {
    private static final Person MARKETER = new Person("mia", true, false);
    private static final Person OFFICER = new Person("rolf", false, true);
    private static final Person ANALYST = new Person("ada", false, false);
    private static final List<Change> MARKETING = change("marketing/cart.drl");
    private static final List<Change> PRICING = change("pricing/parameters.yaml");
    private static final List<Change> SERVICE = change("service/order-notices.drl");
    private static final List<Change> RISK = change("risk/orders.drl");

    private static List<Change> change(String path) {
        return List.of(new Change(path, Optional.empty(), Optional.of("x")));
    }

    private static Version version(Deed... deeds) {
        return new Version(7, Optional.of(3L), "less", State.PROPOSED, "aaa", Optional.empty(), List.of(deeds));
    }

    private static Deed deed(Deed.Kind kind, String actor) {
        return new Deed(kind, Instant.EPOCH, actor, new Words("", ""));
    }

    private static void refused(Runnable deed, String reason) {
        assertThatThrownBy(deed::run).isInstanceOf(ConflictException.class).hasMessageContaining(reason);
    }

    @Test
    void each_keeps_the_rules_that_are_theirs() {
        assertThatCode(() -> Mandate.requireKeeper(MARKETER, MARKETING)).doesNotThrowAnyException();
        assertThatCode(() -> Mandate.requireKeeper(MARKETER, PRICING)).doesNotThrowAnyException();
        assertThatCode(() -> Mandate.requireKeeper(MARKETER, SERVICE)).doesNotThrowAnyException();
        assertThatCode(() -> Mandate.requireKeeper(OFFICER, RISK)).doesNotThrowAnyException();
        refused(() -> Mandate.requireKeeper(MARKETER, RISK), "rules about risk");
        refused(() -> Mandate.requireKeeper(OFFICER, MARKETING), "rules of marketing");
        refused(() -> Mandate.requireKeeper(ANALYST, PRICING), "rules of marketing");
    }

    @Test
    void a_risk_officer_judges_all_rules_and_a_marketer_those_of_marketing() {
        assertThatCode(() -> Mandate.requireJudge(OFFICER, MARKETING)).doesNotThrowAnyException();
        assertThatCode(() -> Mandate.requireJudge(MARKETER, PRICING)).doesNotThrowAnyException();
        refused(() -> Mandate.requireJudge(MARKETER, RISK), "rules about risk");
        refused(() -> Mandate.requireJudge(ANALYST, MARKETING), "rules of marketing");
    }

    @Test
    void nobody_who_had_a_hand_in_a_version_approves_it() {
        Version version = version(deed(Deed.Kind.WRITTEN, "mia"), deed(Deed.Kind.CHANGED, "ada"));
        refused(() -> Mandate.requireAnother(MARKETER, version), "mia wrote, changed or proposed version 7");
        refused(() -> Mandate.requireAnother(ANALYST, version), "ada");
        assertThatCode(() -> Mandate.requireAnother(OFFICER, version)).doesNotThrowAnyException();
    }

    @Test
    void what_was_written_on_another_version_than_the_live_one_does_not_take_its_place() {
        Version version = version(deed(Deed.Kind.WRITTEN, "mia"));
        assertThatCode(() -> Mandate.requireNewest(version, 3)).doesNotThrowAnyException();
        refused(() -> Mandate.requireNewest(version, 5), "version 5 has gone live since version 7 was written");
    }
}
