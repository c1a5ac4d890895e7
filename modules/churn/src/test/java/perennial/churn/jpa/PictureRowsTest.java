package perennial.churn.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.analytics.evaluation.Interval;
import perennial.churn.ChurnPicture;
import perennial.churn.ChurnPicture.Curve;
import perennial.churn.ChurnPicture.Group;
import perennial.churn.ChurnPicture.Grouping;
import perennial.churn.ChurnPicture.Point;
import perennial.churn.model.Buyers;
import perennial.kernel.Run;
import perennial.kernel.RunsExpired;
import perennial.kernel.Words;
import perennial.migrations.Databases;

class PictureRowsTest {
    private static final Run RUN = new Run(3, Buyers.MONDAY);
    private static final ChurnPicture PICTURE = new ChurnPicture(
            List.of(
                    Point.of(Curve.GAIN, 0, 0),
                    Point.of(Curve.GAIN, 1, 1),
                    Point.of(Curve.CALIBRATION, "", 0.2, new Interval(0.3, 0.2, 0.4), 50),
                    Point.of(Curve.DRIFT, "recency", 0, 0.3)),
            List.of(
                    new Group(Grouping.SEGMENT, "s1", 12, 3, 0.3, Optional.empty()),
                    new Group(Grouping.STAGE, "active", 400, 100, 0.25, Optional.of(new Interval(0.7, 0.6, 0.8)))));
    private static final List<Words> WARNINGS = List.of(new Words("old", "旧"), new Words("else", "其他"));

    @ParameterizedTest
    @EnumSource
    void what_a_run_draws_is_read_as_it_was_written_and_replaced_when_it_is_done_again(Databases databases) {
        PictureRows rows = new PictureRows(new ChurnTables(databases.fresh()));
        rows.replace(RUN, new ChurnPicture(List.of(Point.of(Curve.GAIN, 0.5, 0.5)), List.of()), List.of());

        rows.replace(RUN, PICTURE, WARNINGS);

        assertThat(rows.of(RUN)).isEqualTo(PICTURE);
        assertThat(rows.warnings(RUN)).isEqualTo(WARNINGS);
        assertThat(rows.drift(RUN)).isEqualTo(Map.of("recency", 0.3));
    }

    @ParameterizedTest
    @EnumSource
    void it_goes_with_its_run(Databases databases) {
        PictureRows rows = new PictureRows(new ChurnTables(databases.fresh()));
        rows.replace(RUN, PICTURE, WARNINGS);

        rows.forget(new RunsExpired(4, RUN.asOf()));

        assertThat(rows.of(RUN)).isEqualTo(new ChurnPicture(List.of(), List.of()));
        assertThat(rows.warnings(RUN)).isEmpty();
    }
}
