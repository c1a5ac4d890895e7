package perennial.analytics.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import perennial.analytics.features.FeatureFold;
import perennial.analytics.history.CdnowSample;
import perennial.analytics.history.History;

@EnabledIfEnvironmentVariable(
        named = "PERENNIAL_DATA",
        matches = ".+",
        disabledReason = "left out: set PERENNIAL_DATA to the folder of public data sets to include the CDNOW sample")
class CdnowStagesTest {
    private static final Instant CUT = Instant.parse("1997-10-01T00:00:00Z");
    private static final FeatureFold FOLD = new FeatureFold(FeatureFold.Settings.ordersOnly(ZoneOffset.UTC, 2));
    private static final LifeCycle LIFE_CYCLE = new LifeCycle(LifeCycle.Settings.standard());

    @Test
    void of_a_cohort_that_joined_half_a_year_ago_everybody_has_a_stage_and_nobody_is_new() throws IOException {
        List<Fate> fates = fates();

        assertThat(fates).hasSize(2357);
        assertThat(fates).extracting(Fate::stage).containsOnly(Stage.RETENTION, Stage.ACTIVE, Stage.CHURNED);
    }

    @Test
    void more_of_the_active_buy_again_than_of_the_retained_and_more_of_these_than_of_the_churned() throws IOException {
        List<Fate> fates = fates();

        assertThat(returned(fates, Stage.ACTIVE)).isGreaterThan(returned(fates, Stage.RETENTION));
        assertThat(returned(fates, Stage.RETENTION)).isGreaterThan(returned(fates, Stage.CHURNED));
    }

    private record Fate(Stage stage, boolean boughtAgain) {}

    private static double returned(List<Fate> fates, Stage stage) {
        return fates.stream()
                .filter(fate -> fate.stage() == stage)
                .mapToInt(fate -> fate.boughtAgain() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static List<Fate> fates() throws IOException {
        List<History> histories = CdnowSample.histories();
        Rhythm rhythm = LIFE_CYCLE.rhythm(histories.stream().map(history -> FOLD.fold(history, CUT)));
        return histories.stream()
                .map(history -> new Fate(
                        LIFE_CYCLE.place(FOLD.fold(history, CUT), rhythm).stage(),
                        history.purchases().stream().anyMatch(p -> !p.at().isBefore(CUT))))
                .toList();
    }
}
