package perennial.segmentation.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.kernel.Words;
import perennial.migrations.Databases;
import perennial.segmentation.SegmentationVersions.Deed;
import perennial.segmentation.Segments.State;
import perennial.segmentation.model.Buyers;
import perennial.segmentation.model.Decided;
import perennial.segmentation.model.Division;

class ExpiryTest {
    private static final Division DIVISION = new Buyers(1)
            .loyal(50)
            .quiet(50)
            .rich(50)
            .fresh(50)
            .candidate(Optional.empty())
            .division();

    /** Runs 1 to 3 went live, one after the other; what 4 and 5 made was rejected, so that 3 places their customers. */
    @ParameterizedTest
    @EnumSource
    void the_version_in_force_and_the_one_to_go_back_to_stay_however_old_they_are(Databases database) {
        RunTables tables = new RunTables(database.fresh());
        LongStream.rangeClosed(1, 5).forEach(id -> add(tables, id));
        new Expiry(tables).forget(new RunsExpired(5, run(5).asOf()));
        ModelRows models = new ModelRows(tables);
        assertThat(LongStream.rangeClosed(1, 5).filter(id -> models.of(run(id)).isPresent()))
                .containsExactly(2L, 3L, 5L);
        EvidenceRows.Found found = new EvidenceRows(tables).of(run(3));
        assertThat(new VersionRows(tables).division(run(3), models.of(run(3)).orElseThrow(), found))
                .isEqualTo(Buyers.kept(DIVISION));
        assertThat(new PlacingRows(tables).version(run(5))).contains(3L);
        assertThat(new PlacingRows(tables).version(run(4))).isEmpty();
        assertThat(new VersionRows(tables).upTo(run(5)))
                .extracting(Decided::run)
                .as("the history is kept for good")
                .hasSize(5);
    }

    private static void add(RunTables tables, long id) {
        Optional<Long> before = id == 1 ? Optional.empty() : Optional.of(Math.min(id - 1, 3));
        new EvidenceRows(tables)
                .replace(run(id), new EvidenceRows.Found(State.FOUND, DIVISION.reason(), DIVISION.evidence()));
        new ModelRows(tables).add(run(id), DIVISION.model());
        new VersionRows(tables).add(run(id), DIVISION, before, Map.of());
        Deed.Kind kind = id > 3 ? Deed.Kind.REJECTED : Deed.Kind.WENT_LIVE;
        new VersionRows(tables).decide(id, id, new Deed(kind, run(id).asOf(), "anna", new Words("", "")));
        new SegmentRows(tables).replace(run(id), List.of());
        new PlacingRows(tables).replace(run(id), Optional.empty(), Math.min(id, 3), id);
    }

    private static Run run(long id) {
        return new Run(id, Instant.parse("2025-06-02T00:00:00Z").plus(Duration.ofDays(7 * id)));
    }
}
