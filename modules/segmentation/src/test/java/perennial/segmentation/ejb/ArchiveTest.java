package perennial.segmentation.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.kernel.CustomerId;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.migrations.Databases;
import perennial.segmentation.SegmentationVersions.Deed;
import perennial.segmentation.SegmentationVersions.Proposal;
import perennial.segmentation.SegmentationVersions.State;
import perennial.segmentation.SegmentationVersions.Version;
import perennial.segmentation.Segments.Origin;
import perennial.segmentation.Segments.Report;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.jpa.RunTables;
import perennial.segmentation.model.Buyers;
import perennial.segmentation.model.Candidate;
import perennial.segmentation.model.Decided;
import perennial.segmentation.model.Placed;

/** A first version, and a second one with another segment that waits in the run after it. */
class ArchiveTest {
    private static final Run FIRST = new Run(7, Buyers.MONDAY);
    private static final Run SECOND = new Run(9, Buyers.MONDAY.plus(Duration.ofDays(7)));
    private static final Optional<Run> BEFORE = Optional.of(FIRST);
    private static final Instant NOW = SECOND.asOf();
    private static final Set<String> OLD = Set.of("s1", "s2", "s3", "s4");
    private static final Set<String> NEW = Set.of("s1", "s2", "s3", "s4", "s5");

    private static Buyers before() {
        return new Buyers(1).loyal(121).quiet(120).fresh(119).rich(118);
    }

    private static Buyers today() {
        return new Buyers(2).loyal(130).quiet(120).fresh(110).rich(100).splendid(60);
    }

    private static final Candidate ONE = before().candidate(Optional.empty());
    private static final Candidate TWO = today().candidate(Optional.of(ONE));

    /** The second version waits; its run's customers are placed by the first one. */
    private static DataSource withProposal(Databases databases) {
        DataSource database = databases.fresh();
        Transaction.in(database, archive -> {
            long turn = archive.begin();
            archive.keep(FIRST, Optional.empty(), ONE);
            archive.decide(FIRST.id(), turn, deed(Deed.Kind.WENT_LIVE));
            place(archive, FIRST, before(), FIRST.id(), ONE, turn);
        });
        Transaction.in(database, archive -> {
            long turn = archive.begin();
            archive.keep(SECOND, archive.live(FIRST), TWO);
            archive.decide(SECOND.id(), turn, deed(Deed.Kind.PROPOSED));
            place(archive, SECOND, today(), FIRST.id(), ONE, turn);
        });
        return database;
    }

    private static void place(Archive archive, Run run, Buyers buyers, long version, Candidate by, long turn) {
        Placed placed = buyers.placed(by.division());
        archive.place(
                run,
                BEFORE.filter(first -> run.equals(SECOND)),
                version,
                turn,
                buyers.base().customers(),
                placed);
    }

    private static void putInForce(DataSource database, Run version, Candidate by, Deed.Kind kind) {
        Transaction.in(database, archive -> {
            long turn = archive.begin();
            place(archive, SECOND, today(), version.id(), by, turn);
            archive.decide(version.id(), turn, deed(kind));
        });
    }

    private static Deed deed(Deed.Kind kind) {
        return new Deed(kind, NOW, "anna", new Words("", ""));
    }

    private static Archive archive(DataSource database) {
        return new Archive(new RunTables(database));
    }

    private static Report report(DataSource database) {
        return new Reporting(archive(database)).report(SECOND, Buyers.EURO);
    }

    private static Set<String> ids(Report report) {
        return report.segmentation().segments().stream().map(Segment::id).collect(Collectors.toSet());
    }

    private static List<State> states(DataSource database) {
        return new Reporting(archive(database))
                .versions(SECOND).stream().map(Version::state).toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_version_is_read_back_as_its_run_made_it(Databases databases) {
        Archive archive = archive(withProposal(databases));
        assertThat(archive.division(FIRST)).contains(Buyers.kept(ONE.division()));
        assertThat(archive.division(SECOND)).contains(Buyers.kept(TWO.division()));
        assertThat(archive.differences(SECOND).lineage())
                .isEqualTo(TWO.differences().orElseThrow().lineage());
        assertThat(archive.differences(SECOND).flows())
                .containsExactlyInAnyOrderElementsOf(
                        TWO.differences().orElseThrow().flows());
        assertThat(archive.differences(SECOND).drift())
                .isEqualTo(TWO.differences().orElseThrow().drift());
    }

    @ParameterizedTest
    @EnumSource
    void while_a_version_waits_the_one_in_force_places_the_new_customers(Databases databases) {
        Report report = report(withProposal(databases));
        assertThat(ids(report)).isEqualTo(OLD);
        assertThat(report.segmentation().segments().stream()
                        .mapToLong(Segment::size)
                        .sum())
                .isEqualTo(520);
        assertThat(report.live().map(Version::run)).contains(FIRST.id());
        assertThat(report.lineage().origins().values()).extracting(Origin::kind).containsOnly(Origin.Kind.CONTINUED);
        Proposal waiting = report.proposal().orElseThrow();
        assertThat(waiting.version().run()).isEqualTo(SECOND.id());
        assertThat(waiting.differences().moved()).isEqualTo(60);
        assertThat(waiting.names().keySet()).isEqualTo(NEW);
        assertThat(waiting.namesAfter().keySet()).isEqualTo(NEW);
    }

    @ParameterizedTest
    @EnumSource
    void approved_it_is_in_force_rejected_it_is_not_and_rolled_back_the_one_before_it_is(Databases databases) {
        DataSource database = withProposal(databases);
        assertThat(states(database)).containsExactly(State.PROPOSED, State.LIVE);
        putInForce(database, SECOND, TWO, Deed.Kind.APPROVED);
        assertThat(states(database)).containsExactly(State.LIVE, State.REPLACED);
        assertThat(ids(report(database))).isEqualTo(NEW);
        assertThat(report(database).lineage())
                .isEqualTo(TWO.differences().orElseThrow().lineage());
        assertThat(report(database).proposal()).isEmpty();
        putInForce(database, FIRST, ONE, Deed.Kind.RESTORED);
        assertThat(states(database)).containsExactly(State.REPLACED, State.LIVE);
        assertThat(ids(report(database))).isEqualTo(OLD);
        DataSource another = withProposal(databases);
        Transaction.in(another, archive -> archive.decide(SECOND.id(), archive.begin(), deed(Deed.Kind.REJECTED)));
        assertThat(states(another)).containsExactly(State.REJECTED, State.LIVE);
        assertThat(ids(report(another))).isEqualTo(OLD);
    }

    @ParameterizedTest
    @EnumSource
    void every_answer_is_of_one_version_while_versions_are_approved_and_rolled_back(Databases databases)
            throws Exception {
        DataSource database = withProposal(databases);
        AtomicBoolean isOver = new AtomicBoolean();
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Set<Long>>> seen = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                seen.add(readers.submit(reading(database, isOver)));
            }
            for (int i = 0; i < 15; i++) {
                putInForce(database, SECOND, TWO, Deed.Kind.APPROVED);
                putInForce(database, FIRST, ONE, Deed.Kind.RESTORED);
            }
            isOver.set(true);
            for (Future<Set<Long>> versions : seen) {
                assertThat(versions.get()).isSubsetOf(FIRST.id(), SECOND.id()).contains(FIRST.id());
            }
        } finally {
            isOver.set(true);
            readers.shutdownNow();
        }
    }

    /** Looks again and again until all is over, and once after that. */
    private static Callable<Set<Long>> reading(DataSource database, AtomicBoolean isOver) {
        Map<Long, Map<String, Long>> sizes = Map.of(
                FIRST.id(), sizes(today().placed(ONE.division()).segments()),
                SECOND.id(), sizes(today().placed(TWO.division()).segments()));
        List<CustomerId> customers = today().base().customers();
        return () -> {
            Set<Long> versions = new TreeSet<>();
            boolean last = false;
            while (!last) {
                last = isOver.get();
                Report report = report(database);
                long live = report.live().orElseThrow().run();
                versions.add(live);
                assertThat(sizes(report.segmentation().segments())).isEqualTo(sizes.get(live));
                assertThat(report.lineage().origins().keySet()).isEqualTo(ids(report));
                Map<String, Long> members = archive(database).members().of(SECOND, customers).values().stream()
                        .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
                assertThat(sizes.values()).contains(members);
            }
            return versions;
        };
    }

    private static Map<String, Long> sizes(List<Segment> segments) {
        return segments.stream()
                .collect(Collectors.toMap(Segment::id, Segment::size, (one, other) -> one, TreeMap::new));
    }

    @ParameterizedTest
    @EnumSource
    void what_breaks_off_in_the_middle_has_changed_nothing(Databases databases) {
        DataSource database = withProposal(databases);
        Report before = report(database);
        List<CustomerId> oneTwice = new ArrayList<>(today().base().customers());
        oneTwice.set(500, oneTwice.get(0));
        assertThatThrownBy(() -> Transaction.in(database, archive -> {
                    long turn = archive.begin();
                    archive.decide(SECOND.id(), turn, deed(Deed.Kind.APPROVED));
                    archive.place(SECOND, BEFORE, SECOND.id(), turn, oneTwice, today().placed(TWO.division()));
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(report(database)).isEqualTo(before);
        assertThat(archive(database).members().of(SECOND, today().base().customers()))
                .hasSize(520);
    }

    @ParameterizedTest
    @EnumSource
    void what_a_run_made_that_failed_later_on_is_gone_with_the_next_run(Databases databases) {
        DataSource database = withProposal(databases);
        Run next = new Run(10, NOW.plus(Duration.ofDays(7)));
        Transaction.in(database, archive -> {
            archive.begin();
            archive.clearBetween(FIRST, next);
        });
        assertThat(archive(database).versions().upTo(next))
                .extracting(decided -> decided.run().id())
                .containsExactly(FIRST.id());
        assertThat(archive(database).division(SECOND)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_run_that_is_done_again_replaces_its_version_and_says_so(Databases databases) {
        DataSource database = withProposal(databases);
        Transaction.in(database, archive -> {
            long turn = archive.begin();
            Optional<Decided> live = archive.live(FIRST);
            assertThat(archive.lastNumber(SECOND)).as("ids begin anew").isEqualTo(4);
            assertThat(archive.keep(SECOND, live, TWO)).isFalse();
            archive.decide(SECOND.id(), turn, deed(Deed.Kind.PROPOSED));
        });
        assertThat(archive(database).division(SECOND)).contains(Buyers.kept(TWO.division()));
        assertThat(states(database)).containsExactly(State.PROPOSED, State.LIVE);
    }
}
