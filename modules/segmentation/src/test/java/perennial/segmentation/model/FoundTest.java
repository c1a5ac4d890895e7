package perennial.segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import perennial.kernel.Words;
import perennial.segmentation.Segments.Cause;
import perennial.segmentation.Segments.End;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Origin;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.Segments.State;

class FoundTest {
    private static final Instant NEXT = Buyers.MONDAY.plus(Duration.ofDays(7));

    @Test
    void the_first_segments_are_numbered_by_size_and_come_from_nowhere() {
        Found first = fourGroups(1).found(Optional.empty());
        assertThat(first.segmentation().segments()).extracting(Segment::id).containsExactly("s1", "s2", "s3", "s4");
        assertThat(lineage(first)).isEqualTo(new Lineage(Map.of(), List.of()));
    }

    @Test
    void segments_keep_id_and_name_when_their_sizes_change_places() {
        Found before = fourGroups(1).found(Optional.empty());
        Found after = new Buyers(2).loyal(118).quiet(119).fresh(120).rich(121).found(Buyers.last(before));
        assertThat(names(after)).isEqualTo(names(before));
        assertThat(after.segmentation().segments()).extracting(Segment::id).containsExactly("s4", "s3", "s2", "s1");
        assertThat(lineage(after).origins().values()).extracting(Origin::kind).containsOnly(Origin.Kind.CONTINUED);
        assertThat(lineage(after).ends()).isEmpty();
    }

    @Test
    void a_group_that_was_not_there_before_is_new_and_its_id_was_never_used() {
        Found before = fourGroups(1).found(Optional.empty());
        Found after = new Buyers(2)
                .loyal(130)
                .quiet(120)
                .fresh(110)
                .rich(100)
                .splendid(60)
                .found(Buyers.last(before));
        assertThat(after.segmentation().segments())
                .extracting(Segment::id)
                .containsExactlyInAnyOrder("s1", "s2", "s3", "s4", "s5");
        assertThat(lineage(after).origins())
                .hasEntrySatisfying("s5", origin -> assertThat(origin.kind()).isEqualTo(Origin.Kind.SPLIT));
        Found later = fourGroups(3).found(Buyers.last(after));
        assertThat(lineage(later).ends()).extracting(End::id).containsExactly("s5");
        Found again = new Buyers(4)
                .loyal(130)
                .quiet(120)
                .fresh(110)
                .rich(100)
                .splendid(60)
                .found(Buyers.last(later));
        assertThat(again.segmentation().segments())
                .extracting(Segment::id)
                .containsExactlyInAnyOrder("s1", "s2", "s3", "s4", "s6");
    }

    @Test
    void a_buyer_more_or_less_does_not_turn_too_few_into_segments() {
        Found few = new Buyers(1).loyal(50).quiet(49).found(Optional.empty());
        assertThat(few.segmentation().state()).isEqualTo(State.NOT_ENOUGH_DATA);
        assertThat(few.division()).isEmpty();
        assertThat(new Buyers(1).loyal(50).quiet(50).found(Optional.empty()).division())
                .isPresent();
    }

    @Test
    void a_week_later_the_run_goes_on_at_the_number_of_the_search_and_keeps_its_evidence() {
        Found before = fourGroups(1).found(Optional.empty());
        Found after = fourGroups(2).found(Buyers.last(before), NEXT, false);
        assertThat(searched(after)).isEqualTo(searched(before));
        assertThat(searched(after).cause()).isEqualTo(Cause.FIRST);
        assertThat(after.segmentation().evidence())
                .isEqualTo(before.segmentation().evidence())
                .hasSize(5);
        assertThat(after.segmentation().reason().english())
                .startsWith("4 segments, the number that the last search took");
        assertThat(names(after)).isEqualTo(names(before));
        assertThat(after.division().orElseThrow().drift().values())
                .allSatisfy(index -> assertThat(index).isBetween(0.0, Due.DRIFT));
    }

    @Test
    void customers_who_are_no_longer_those_of_the_search_cause_another_one() {
        Found before = fourGroups(1).found(Optional.empty());
        Found after = new Buyers(2)
                .loyal(30)
                .quiet(300)
                .fresh(40)
                .rich(30)
                .splendid(40)
                .found(Buyers.last(before), NEXT, false);
        assertThat(searched(after).cause()).isEqualTo(Cause.DRIFT);
        assertThat(searched(after).at()).isEqualTo(NEXT);
        assertThat(after.segmentation().segments()).hasSize(5);
    }

    @Test
    void a_wish_and_a_search_of_long_ago_cause_another_one() {
        Optional<Last> before = Buyers.last(fourGroups(1).found(Optional.empty()));
        assertThat(searched(fourGroups(2).found(before, NEXT, true)).cause()).isEqualTo(Cause.DEMAND);
        Instant late = Buyers.MONDAY.plus(Buyers.OLDEST).plusNanos(1);
        assertThat(searched(fourGroups(2).found(before, late, false)).cause()).isEqualTo(Cause.AGE);
    }

    private static Searched searched(Found found) {
        return found.division().orElseThrow().searched();
    }

    private static Buyers fourGroups(long seed) {
        return new Buyers(seed).loyal(121).quiet(120).fresh(119).rich(118);
    }

    private static Lineage lineage(Found found) {
        return found.division().orElseThrow().lineage();
    }

    private static Map<String, Words> names(Found found) {
        Function<Segment, Words> name = Segment::name;
        return found.segmentation().segments().stream().collect(Collectors.toMap(Segment::id, name));
    }
}
