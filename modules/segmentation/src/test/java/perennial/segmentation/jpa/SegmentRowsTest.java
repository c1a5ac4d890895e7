package perennial.segmentation.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.analytics.clustering.Distribution;
import perennial.analytics.clustering.Preparation;
import perennial.analytics.clustering.Preparation.Column;
import perennial.analytics.clustering.Segment;
import perennial.analytics.clustering.Segment.Level;
import perennial.analytics.clustering.Segmentation;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.kernel.Words;
import perennial.migrations.Databases;
import perennial.segmentation.Segments.Cause;
import perennial.segmentation.Segments.End;
import perennial.segmentation.Segments.Lineage;
import perennial.segmentation.Segments.Origin;
import perennial.segmentation.model.Model;
import perennial.segmentation.model.Searched;

class SegmentRowsTest {
    private static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");
    private static final Run RUN = new Run(7, MONDAY);
    private static final Words LOYAL = new Words("Loyal", "忠诚");
    private static final Words QUIET = new Words("Quiet", "沉寂");

    @ParameterizedTest
    @EnumSource
    void a_model_is_read_back_to_the_last_bit(Databases database) {
        ModelRows rows = new ModelRows(new RunTables(database.fresh()));
        assertThat(rows.of(RUN)).isEmpty();
        rows.add(RUN, model(5));
        assertThat(rows.of(RUN)).contains(model(5));
    }

    @ParameterizedTest
    @EnumSource
    void a_model_is_replaced_when_its_run_is_done_again_and_goes_with_old_runs(Databases database) {
        RunTables tables = new RunTables(database.fresh());
        ModelRows rows = new ModelRows(tables);
        rows.add(RUN, model(5));
        rows.clear(RUN);
        rows.add(RUN, model(6));
        assertThat(rows.of(RUN)).contains(model(6));
        new Expiry(tables).forget(new RunsExpired(8, MONDAY));
        assertThat(rows.of(RUN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void where_segments_come_from_and_end_is_read_back_until_the_run_expires(Databases database) {
        RunTables tables = new RunTables(database.fresh());
        LineageRows rows = new LineageRows(tables);
        Lineage lineage = new Lineage(
                Map.of(
                        "s1", new Origin(Origin.Kind.CONTINUED, Optional.of("s1"), 0.9),
                        "s5", new Origin(Origin.Kind.SPLIT, Optional.of("s1"), 0.2),
                        "s6", new Origin(Origin.Kind.NEW, Optional.empty(), 0)),
                List.of(
                        new End("s2", End.Kind.MERGED, Optional.of("s1")),
                        new End("s3", End.Kind.VANISHED, Optional.empty())));
        rows.add(RUN, lineage);
        assertThat(rows.of(RUN)).isEqualTo(lineage);
        rows.clear(RUN);
        rows.add(RUN, lineage);
        assertThat(rows.of(RUN)).isEqualTo(lineage);
        new Expiry(tables).forget(new RunsExpired(8, MONDAY));
        assertThat(rows.of(RUN)).isEqualTo(new Lineage(Map.of(), List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void a_name_that_people_gave_outlasts_what_runs_make(Databases database) {
        TitleRows rows = new TitleRows(new RunTables(database.fresh()));
        rows.keep(Map.of("s1", LOYAL, "s2", QUIET));
        Words ours = new Words("Our friends", "我们的朋友");
        rows.give("s1", Optional.of(ours));
        Words quieter = new Words("Gone quiet", "近期沉寂");
        rows.keep(Map.of("s1", QUIET, "s2", quieter));
        assertThat(rows.of(List.of("s1", "s2", "s3"))).isEqualTo(Map.of("s1", ours, "s2", quieter));
        assertThat(rows.given()).isEqualTo(Map.of("s1", ours));
        rows.give("s1", Optional.empty());
        assertThat(rows.of(List.of("s1"))).isEqualTo(Map.of("s1", QUIET));
        assertThat(rows.given()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_search_is_read_back_with_spreads_and_drift_until_its_run_expires(Databases database) {
        RunTables tables = new RunTables(database.fresh());
        SearchRows rows = new SearchRows(tables);
        Map<String, Distribution> spreads = Map.of(
                "recency", Distribution.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10.5, Double.NaN}),
                "trend", Distribution.of(new double[] {1, 1, 1}));
        Searched search = new Searched(MONDAY, Cause.DRIFT, spreads);
        assertThat(rows.of(RUN)).isEmpty();
        rows.add(RUN, search, Map.of("recency", 0.25, "trend", 0.0));
        rows.clear(RUN);
        rows.add(RUN, search, Map.of("recency", 0.125, "trend", 0.0));
        assertThat(rows.of(RUN)).contains(search);
        assertThat(rows.drift(RUN)).isEqualTo(Map.of("recency", 0.125, "trend", 0.0));
        new Expiry(tables).forget(new RunsExpired(8, MONDAY));
        assertThat(rows.of(RUN)).isEmpty();
        assertThat(rows.drift(RUN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_wish_for_a_search_stands_until_it_is_answered(Databases database) {
        SearchRows rows = new SearchRows(new RunTables(database.fresh()));
        assertThat(rows.isAsked()).isFalse();
        rows.ask(MONDAY, "anna");
        assertThat(rows.isAsked()).isTrue();
        rows.answer();
        assertThat(rows.isAsked()).isFalse();
    }

    private static Model model(int lastNumber) {
        Preparation preparation = new Preparation(
                List.of(
                        new Column("recency", true, 1.5, 3.25, 0.1, 5.9, 3.1, 0.7, 0, 12),
                        new Column("trend", false, -0.1, 1, -Double.MAX_VALUE, Double.MAX_VALUE, 1, 0.5, 3, 0)),
                List.of());
        List<Level> base = List.of(level("recency", 0, 41.3), new Level("trend", 0, 1, OptionalDouble.empty()));
        return new Model(
                new Segmentation(
                        preparation,
                        List.of(
                                new Segment(60, 0.6, List.of(level("recency", 1.0 / 3, 70), level("trend", -0.1, 0.9))),
                                new Segment(40, 0.4, List.of(level("recency", -0.5, 12), level("trend", 0.2, 1.1)))),
                        base),
                List.of("s4", "s2"),
                lastNumber);
    }

    private static Level level(String column, double standardised, double mean) {
        return new Level(column, standardised, mean - 0.1, OptionalDouble.of(mean));
    }
}
