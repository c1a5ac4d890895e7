package perennial.analytics.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClassificationReportTest {
    @Test
    void every_figure_follows_from_the_four_counts() {
        ClassificationReport report = ClassificationReport.of(new ConfusionMatrix(0.5, 30, 10, 50, 20));

        assertThat(report.positive().precision()).hasValue(30.0 / 40);
        assertThat(report.positive().recall()).hasValue(30.0 / 50);
        assertThat(report.positive().f1()).hasValue(60.0 / 90);
        assertThat(report.positive().support()).isEqualTo(50);
        assertThat(report.negative().precision()).hasValue(50.0 / 70);
        assertThat(report.negative().recall()).hasValue(50.0 / 60);
        assertThat(report.negative().f1()).hasValue(100.0 / 130);
        assertThat(report.negative().support()).isEqualTo(60);
        assertThat(report.accuracy()).hasValue(80.0 / 110);
        assertThat(report.macro().f1().orElseThrow()).isCloseTo((60.0 / 90 + 100.0 / 130) / 2, within(1e-15));
        assertThat(report.weighted().f1().orElseThrow())
                .isCloseTo((50 * 60.0 / 90 + 60 * 100.0 / 130) / 110, within(1e-15));
    }

    @Test
    void the_weighted_recall_is_the_accuracy() {
        ClassificationReport report = ClassificationReport.of(new ConfusionMatrix(0.5, 7, 3, 11, 2));

        assertThat(report.weighted().recall().orElseThrow())
                .isCloseTo(report.accuracy().orElseThrow(), within(1e-15));
    }

    @Test
    void a_figure_without_a_denominator_is_absent_and_so_is_the_mean_of_it() {
        ClassificationReport report = ClassificationReport.of(new ConfusionMatrix(0.5, 0, 0, 8, 2));

        assertThat(report.positive().precision()).isEmpty();
        assertThat(report.macro().precision()).isEmpty();
        assertThat(report.positive().recall()).hasValue(0);
        assertThatThrownBy(() -> ClassificationReport.of(new ConfusionMatrix(0.5, 0, 0, 0, 0)))
                .hasMessageContaining("nobody");
    }
}
