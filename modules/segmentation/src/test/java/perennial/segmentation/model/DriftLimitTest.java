package perennial.segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.segmentation.SegmentationVersions.Differences;
import perennial.segmentation.SegmentationVersions.Flow;
import perennial.segmentation.Segments.End;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Origin;

class DriftLimitTest {
    private static final DriftLimit TENTH = new DriftLimit(0.1);
    private static final Lineage CONTINUED = lineage(Origin.Kind.CONTINUED, List.of());

    @Test
    void a_version_goes_live_by_itself_at_the_limit_exactly_and_waits_above_it() {
        assertThat(TENTH.objections(moving(10))).isEmpty();
        assertThat(TENTH.objections(moving(11)))
                .containsExactly(new Words(
                        "11.0% of the customers would change the segment; up to 10.0% a version goes live by itself.",
                        "11.0% 的客户将改变所属客群；不超过 10.0% 时新版本才会自动生效。"));
    }

    @Test
    void with_a_limit_of_nothing_only_what_moves_nobody_goes_live_by_itself() {
        assertThat(new DriftLimit(0).objections(moving(0))).isEmpty();
        assertThat(new DriftLimit(0).objections(moving(1))).hasSize(1);
    }

    @Test
    void segments_that_are_new_split_merged_or_gone_wait_however_few_customers_move() {
        assertThat(waits(lineage(Origin.Kind.NEW, List.of())))
                .isEqualTo("1 segment would be new, split off, merged or gone.");
        assertThat(waits(lineage(Origin.Kind.SPLIT, List.of())))
                .isEqualTo("1 segment would be new, split off, merged or gone.");
        assertThat(waits(lineage(Origin.Kind.CONTINUED, List.of(new End("s3", End.Kind.MERGED, Optional.of("s2"))))))
                .isEqualTo("1 segment would be new, split off, merged or gone.");
        assertThat(waits(lineage(Origin.Kind.CONTINUED, List.of(new End("s4", End.Kind.VANISHED, Optional.empty())))))
                .isEqualTo("1 segment would be new, split off, merged or gone.");
    }

    @Test
    void a_feature_that_has_drifted_more_than_a_quarter_makes_a_version_wait() {
        assertThat(TENTH.objections(drifted(0.25))).isEmpty();
        assertThat(DriftLimit.told(TENTH.objections(drifted(0.2501))).english())
                .startsWith("The customers are others than those of the version in force:");
    }

    @Test
    void all_that_speaks_against_it_is_told_together() {
        Differences much =
                new Differences(moving(50).flows(), lineage(Origin.Kind.NEW, List.of()), Map.of("spend", 0.5));
        assertThat(TENTH.objections(much)).hasSize(3);
        assertThat(DriftLimit.told(TENTH.objections(much)).english())
                .startsWith("50.0% of the customers would change the segment;")
                .endsWith("has drifted by 0.50, more than 0.25.");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.01, 1.01, Double.POSITIVE_INFINITY})
    void a_limit_that_is_no_share_is_refused(double limit) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new DriftLimit(limit))
                .withMessageContaining("perennial.segmentation.moved.limit");
    }

    private static String waits(Lineage lineage) {
        return DriftLimit.told(TENTH.objections(new Differences(moving(1).flows(), lineage, Map.of())))
                .english();
    }

    /** Of a hundred customers. */
    private static Differences moving(long many) {
        return new Differences(
                List.of(new Flow("s1", "s1", 60), new Flow("s2", "s2", 40 - many), new Flow("s2", "s1", many)),
                CONTINUED,
                Map.of("recency", 0.1));
    }

    private static Differences drifted(double index) {
        return new Differences(moving(1).flows(), CONTINUED, Map.of("recency", index, "spend", 0.0));
    }

    private static Lineage lineage(Origin.Kind second, List<End> ends) {
        return new Lineage(
                Map.of(
                        "s1", new Origin(Origin.Kind.CONTINUED, Optional.of("s1"), 0.9),
                        "s2", new Origin(second, Optional.of("s2"), 0.9)),
                ends);
    }
}
