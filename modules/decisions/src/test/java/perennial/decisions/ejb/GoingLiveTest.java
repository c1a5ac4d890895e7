package perennial.decisions.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.decisions.RuleVersions.Deed;
import perennial.decisions.RuleVersions.State;
import perennial.decisions.RuleVersions.Version;
import perennial.decisions.ejb.RuleBooks.Succeeded;
import perennial.decisions.jpa.InForceRows;
import perennial.decisions.jpa.RuleVersionRows;
import perennial.kernel.Act;
import perennial.kernel.Words;
import perennial.migrations.Databases;
import perennial.ruleengine.RuleBook;
import perennial.rules.RuleSource;

/** Scheduled versions at their time, told by a clock that the test sets. */
class GoingLiveTest {
    private static final Instant DUE = Instant.parse("2026-12-01T08:00:00Z");
    private static final Words NOTHING = new Words("", "");

    private final ExecutorService threads = Executors.newSingleThreadExecutor();
    private final List<Object> told = new ArrayList<>();
    private Instant now = DUE.minusSeconds(3_600);

    @AfterEach
    void end() {
        threads.shutdown();
    }

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    /** The container's way to tell others; what is told is written down. */
    @SuppressWarnings("unchecked") // a proxy knows no type parameters
    private Event<Object> events() {
        return (Event<Object>) Proxy.newProxyInstance(
                Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, how, what) -> {
                    told.add(what[0]);
                    return null;
                });
    }

    private static List<RuleSource> book(int orders) {
        return List.of(new RuleSource(
                "pricing/test.drl",
                "rule \"TE-01 a test\" when CustomerSnapshot(orders > " + orders
                        + ") then decisions.keepFullPrice(); end"));
    }

    /** A shop that decides by the rules of the product. */
    private final class Shop {
        private final RuleVersionRows rows;
        private final InForceRows standings;
        private final RuleBooks books;
        private final GoingLive goingLive;

        Shop(DataSource database) {
            rows = new RuleVersionRows(database);
            standings = new InForceRows(database);
            books = new RuleBooks(rows, standings, threads);
            goingLive = new GoingLive(rows, standings, new Succession(rows, standings, books, events(), clock));
            goingLive.ship();
        }

        long live() {
            return standings.inForce().orElseThrow().inForce().version();
        }

        long scheduled(int orders, Instant due) {
            List<RuleSource> files = book(orders);
            long id = rows.add(Optional.of(live()), "test", State.SCHEDULED, RuleBook.versionOf(files), files);
            rows.state(id, State.SCHEDULED, Optional.of(due));
            rows.note(id, standings.begin(), new Deed(Deed.Kind.APPROVED, now, "max", NOTHING));
            return id;
        }

        void look(Instant at) {
            now = at;
            goingLive.putDueInForce();
            told.stream()
                    .filter(Succeeded.class::isInstance)
                    .map(Succeeded.class::cast)
                    .forEach(books::succeed);
        }

        Version version(long id) {
            return rows.find(id).orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_scheduled_version_goes_live_at_its_time_and_not_a_moment_before(Databases database) {
        Shop shop = new Shop(database.fresh());
        long shipped = shop.live();
        long next = shop.scheduled(1, DUE);
        shop.look(DUE.minusNanos(1_000));
        assertThat(shop.live()).isEqualTo(shipped);
        assertThat(shop.version(next).state()).isEqualTo(State.SCHEDULED);
        shop.look(DUE);
        assertThat(shop.live()).isEqualTo(next);
        assertThat(shop.version(next).last()).isEqualTo(new Deed(Deed.Kind.WENT_LIVE, DUE, Act.SYSTEM, NOTHING));
        assertThat(shop.version(next).due()).isEmpty();
        assertThat(shop.books.inForce().version()).isEqualTo(shop.version(next).book());
        assertThat(told).contains(new Act(Act.SYSTEM, "rules.went-live", Long.toString(next)));
    }

    @ParameterizedTest
    @EnumSource
    void one_that_was_overtaken_goes_back_to_its_author(Databases database) {
        Shop shop = new Shop(database.fresh());
        long first = shop.scheduled(1, DUE);
        long second = shop.scheduled(2, DUE.plusSeconds(60));
        shop.look(DUE);
        shop.look(DUE.plusSeconds(60));
        assertThat(shop.live()).isEqualTo(first);
        assertThat(shop.version(second).state()).isEqualTo(State.REJECTED);
        assertThat(shop.version(second).last().kind()).isEqualTo(Deed.Kind.REJECTED);
    }

    @ParameterizedTest
    @EnumSource
    void a_proposal_that_was_examined_is_the_book_that_goes_live(Databases database) {
        Shop shop = new Shop(database.fresh());
        long next = shop.scheduled(1, DUE);
        RuleBook examined = shop.books.prepare(next, Set.of());
        shop.look(DUE);
        assertThat(shop.books.inForce()).isSameAs(examined);
    }

    @ParameterizedTest
    @EnumSource
    void the_same_proposal_with_a_rule_stopped_is_another_book(Databases database) {
        Shop shop = new Shop(database.fresh());
        long next = shop.scheduled(1, DUE);
        assertThat(shop.books.prepare(next, Set.of("TE-01")).rules()).isEmpty();
        assertThat(shop.books.prepare(next, Set.of()).rules()).hasSize(1);
    }
}
