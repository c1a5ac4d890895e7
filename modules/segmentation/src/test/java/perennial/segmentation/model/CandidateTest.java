package perennial.segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import perennial.analytics.clustering.SegmentName;
import perennial.kernel.Progress;
import perennial.kernel.Words;
import perennial.segmentation.SegmentationVersions.Differences;
import perennial.segmentation.SegmentationVersions.Flow;
import perennial.segmentation.Segments.Cause;
import perennial.segmentation.Segments.End;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Origin;
import perennial.segmentation.Segments.Segment;

class CandidateTest {
    private static final Instant NEXT = Buyers.MONDAY.plus(Duration.ofDays(7));

    @Test
    void the_first_segments_are_numbered_by_size_and_come_from_nowhere() {
        Candidate first = fourGroups(1).candidate(Optional.empty());
        assertThat(ids(first)).containsExactly("s1", "s2", "s3", "s4");
        assertThat(first.differences()).isEmpty();
    }

    @Test
    void segments_keep_id_and_name_when_their_sizes_change_places() {
        Candidate before = fourGroups(1).candidate(Optional.empty());
        Candidate after =
                new Buyers(2).loyal(118).quiet(119).fresh(120).rich(121).candidate(Optional.of(before));
        assertThat(names(after)).isEqualTo(names(before));
        assertThat(ids(after)).containsExactly("s4", "s3", "s2", "s1");
        assertThat(lineage(after).origins().values()).extracting(Origin::kind).containsOnly(Origin.Kind.CONTINUED);
        assertThat(lineage(after).ends()).isEmpty();
    }

    @Test
    void a_group_that_was_not_there_before_is_new_and_its_id_was_never_used() {
        Candidate before = fourGroups(1).candidate(Optional.empty());
        Candidate after = fiveGroups(2).candidate(Optional.of(before));
        assertThat(ids(after)).containsExactlyInAnyOrder("s1", "s2", "s3", "s4", "s5");
        assertThat(lineage(after).origins())
                .hasEntrySatisfying("s5", origin -> assertThat(origin.kind()).isEqualTo(Origin.Kind.SPLIT));
        Candidate later = fourGroups(3).candidate(Optional.of(after));
        assertThat(lineage(later).ends()).extracting(End::id).containsExactly("s5");
        Candidate again = fiveGroups(4).candidate(Optional.of(later));
        assertThat(ids(again)).containsExactlyInAnyOrder("s1", "s2", "s3", "s4", "s6");
    }

    @Test
    void an_id_of_a_version_that_never_went_live_is_not_given_again() {
        Candidate live = fourGroups(1).candidate(Optional.empty());
        Candidate next = Candidate.of(
                fiveGroups(2).base().matrix(),
                new Occasion(
                        NEXT,
                        Optional.of(live.division()),
                        Optional.of(live.searched()),
                        7,
                        new Occasion.Limits(true, Buyers.OLDEST, Duration.ofSeconds(20))),
                Progress.SILENT);
        assertThat(ids(next)).containsExactlyInAnyOrder("s1", "s2", "s3", "s4", "s8");
        assertThat(next.division().model().lastNumber()).isEqualTo(8);
    }

    @Test
    void the_flows_hold_every_customer_and_who_is_placed_alike_has_not_moved() {
        Candidate before = fourGroups(1).candidate(Optional.empty());
        Differences same =
                fourGroups(2).candidate(Optional.of(before)).differences().orElseThrow();
        assertThat(same.customers()).isEqualTo(478);
        assertThat(same.moved()).isZero();
        assertThat(same.flows())
                .containsExactlyInAnyOrder(
                        new Flow("s1", "s1", 121), new Flow("s2", "s2", 120),
                        new Flow("s3", "s3", 119), new Flow("s4", "s4", 118));
        Differences split =
                fiveGroups(2).candidate(Optional.of(before)).differences().orElseThrow();
        assertThat(split.customers()).isEqualTo(520);
        assertThat(split.moved()).isEqualTo(60);
        assertThat(split.movedShare()).isEqualTo(60 / 520.0);
    }

    @Test
    void a_buyer_more_or_less_does_not_turn_too_few_into_segments() {
        assertThat(new Buyers(1).loyal(50).quiet(49).base().isTooSmall()).isTrue();
        assertThat(new Buyers(1).loyal(50).quiet(50).base().isTooSmall()).isFalse();
    }

    @Test
    void a_week_later_the_run_goes_on_at_the_number_in_force_and_keeps_its_evidence() {
        Candidate before = fourGroups(1).candidate(Optional.empty());
        Candidate after = fourGroups(2).candidate(Optional.of(before), NEXT, false);
        assertThat(after.searched()).isEqualTo(before.searched());
        assertThat(after.searched().cause()).isEqualTo(Cause.FIRST);
        assertThat(after.division().evidence())
                .isEqualTo(before.division().evidence())
                .hasSize(5);
        assertThat(after.division().reason().english()).startsWith("4 segments, the number in force");
        assertThat(names(after)).isEqualTo(names(before));
        assertThat(after.drift().values()).allSatisfy(index -> assertThat(index).isBetween(0.0, Due.DRIFT));
    }

    @Test
    void customers_who_are_no_longer_those_of_the_search_cause_another_one() {
        Candidate before = fourGroups(1).candidate(Optional.empty());
        Candidate after = new Buyers(2)
                .loyal(30)
                .quiet(300)
                .fresh(40)
                .rich(30)
                .splendid(40)
                .candidate(Optional.of(before), NEXT, false);
        assertThat(after.searched().cause()).isEqualTo(Cause.DRIFT);
        assertThat(after.searched().at()).isEqualTo(NEXT);
        assertThat(ids(after)).hasSize(5);
    }

    @Test
    void a_wish_and_a_search_of_long_ago_cause_another_one() {
        Optional<Candidate> before = Optional.of(fourGroups(1).candidate(Optional.empty()));
        assertThat(fourGroups(2).candidate(before, NEXT, true).searched().cause())
                .isEqualTo(Cause.DEMAND);
        Instant late = Buyers.MONDAY.plus(Buyers.OLDEST).plusNanos(1);
        assertThat(fourGroups(2).candidate(before, late, false).searched().cause())
                .isEqualTo(Cause.AGE);
    }

    @Test
    void a_version_places_its_own_customers_as_its_run_found_them_and_later_ones_too() {
        Candidate version = fourGroups(1).candidate(Optional.empty());
        Placed own = fourGroups(1).placed(version.division());
        assertThat(own.segments()).extracting(Segment::size).containsExactly(121L, 120L, 119L, 118L);
        Map<String, Words> shown = new TreeMap<>();
        own.segments().forEach(segment -> shown.put(segment.id(), segment.name()));
        Map<String, Words> made = new TreeMap<>();
        names(version).forEach((id, name) -> made.put(id, name.words()));
        assertThat(shown).isEqualTo(made);
        Placed later = new Buyers(2).loyal(50).quiet(30).fresh(20).placed(version.division());
        assertThat(later.ids()).isEqualTo(ids(version));
        assertThat(later.segments()).extracting(Segment::size).containsExactlyInAnyOrder(50L, 30L, 20L, 0L);
        assertThat(later.segments().stream().mapToLong(Segment::size).sum()).isEqualTo(100);
        assertThat(later.segments().stream().mapToDouble(Segment::share).sum()).isEqualTo(1);
    }

    private static Buyers fourGroups(long seed) {
        return new Buyers(seed).loyal(121).quiet(120).fresh(119).rich(118);
    }

    private static Buyers fiveGroups(long seed) {
        return new Buyers(seed).loyal(130).quiet(120).fresh(110).rich(100).splendid(60);
    }

    private static Lineage lineage(Candidate candidate) {
        return candidate.differences().orElseThrow().lineage();
    }

    private static List<String> ids(Candidate candidate) {
        return candidate.division().model().ids();
    }

    private static Map<String, SegmentName.Before> names(Candidate candidate) {
        return candidate.division().names();
    }
}
