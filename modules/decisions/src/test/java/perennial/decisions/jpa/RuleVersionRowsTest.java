package perennial.decisions.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.decisions.RuleVersions.Deed;
import perennial.decisions.RuleVersions.InForce;
import perennial.decisions.RuleVersions.State;
import perennial.decisions.RuleVersions.Version;
import perennial.decisions.model.Standing;
import perennial.kernel.Words;
import perennial.migrations.Databases;
import perennial.rules.RuleSource;

class RuleVersionRowsTest {
    private static final Instant MONDAY = Instant.parse("2025-06-02T08:00:00Z");
    private static final RuleSource CART = new RuleSource("marketing/cart.drl", "rule\n\t\"über 购物车\"\r\n");
    private static final RuleSource OTHER = new RuleSource("marketing/cart.drl", "another");

    private static Deed deed(Deed.Kind kind, String actor) {
        return new Deed(kind, MONDAY, actor, new Words("why", "why"));
    }

    private static void put(InForceRows rows, long version, Set<String> stopped, String book) {
        rows.putInForce(new Standing(rows.begin(), new InForce(version, stopped, book, MONDAY, "eva")));
    }

    @ParameterizedTest
    @EnumSource
    void a_draft_is_read_back_as_it_was_written(Databases database) {
        DataSource source = database.fresh();
        RuleVersionRows rows = new RuleVersionRows(source);
        long first = rows.add(Optional.empty(), "first", State.RETIRED, "aaa", List.of(CART));
        long draft = rows.add(Optional.of(first), "less", State.DRAFT, "bbb", List.of(OTHER));
        Deed written = deed(Deed.Kind.WRITTEN, "anna");
        rows.note(draft, new InForceRows(source).begin(), written);
        assertThat(rows.files(first)).containsExactly(CART);
        assertThat(rows.find(draft))
                .contains(new Version(
                        draft, Optional.of(first), "less", State.DRAFT, "bbb", Optional.empty(), List.of(written)));
        rows.rewrite(draft, first, "more", "ccc", List.of(CART));
        assertThat(rows.find(draft).orElseThrow().title()).isEqualTo("more");
        assertThat(rows.files(draft)).containsExactly(CART);
        rows.delete(draft);
        assertThat(rows.find(draft)).isEmpty();
        assertThat(rows.files(draft)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_last_that_was_put_in_force_is_live_and_the_one_before_was(Databases database) {
        DataSource source = database.fresh();
        RuleVersionRows rows = new RuleVersionRows(source);
        InForceRows standings = new InForceRows(source);
        assertThat(standings.inForce()).isEmpty();
        long first = rows.add(Optional.empty(), "first", State.RETIRED, "aaa", List.of(CART));
        long second = rows.add(Optional.of(first), "second", State.PROPOSED, "bbb", List.of(OTHER));
        put(standings, first, Set.of(), "aaa");
        put(standings, second, Set.of("WB-03", "CA-01"), "bbb-less");
        assertThat(standings.inForce().orElseThrow().inForce())
                .isEqualTo(new InForce(second, Set.of("CA-01", "WB-03"), "bbb-less", MONDAY, "eva"));
        assertThat(rows.all()).extracting(Version::state).containsExactly(State.LIVE, State.RETIRED);
        assertThat(standings.book(second, Set.of("CA-01", "WB-03"))).contains("bbb-less");
        assertThat(standings.book(second, Set.of())).isEmpty();
        put(standings, first, Set.of(), "aaa");
        assertThat(rows.all()).extracting(Version::state).containsExactly(State.RETIRED, State.LIVE);
    }

    @ParameterizedTest
    @EnumSource
    void a_scheduled_version_keeps_its_time(Databases database) {
        RuleVersionRows rows = new RuleVersionRows(database.fresh());
        long draft = rows.add(Optional.empty(), "later", State.PROPOSED, "aaa", List.of(CART));
        rows.state(draft, State.SCHEDULED, Optional.of(MONDAY));
        assertThat(rows.find(draft).orElseThrow().due()).contains(MONDAY);
        rows.state(draft, State.REJECTED, Optional.empty());
        assertThat(rows.find(draft).orElseThrow().due()).isEmpty();
    }
}
