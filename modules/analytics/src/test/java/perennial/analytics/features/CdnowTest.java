package perennial.analytics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import perennial.analytics.history.CdnowSample;

@EnabledIfEnvironmentVariable(
        named = "PERENNIAL_DATA",
        matches = ".+",
        disabledReason = "left out: set PERENNIAL_DATA to the folder of public data sets to include the CDNOW sample")
class CdnowTest {
    private static final Instant END_OF_CALIBRATION = Instant.parse("1997-10-01T00:00:00Z");
    private static final FeatureFold FOLD = new FeatureFold(FeatureFold.Settings.ordersOnly(ZoneOffset.UTC, 2));
    private static List<Features> sample = List.of();

    @BeforeAll
    static void fold_the_sample() throws IOException {
        sample = CdnowSample.histories().stream()
                .map(history -> FOLD.fold(history, END_OF_CALIBRATION))
                .toList();
    }

    @Test
    void the_sample_has_the_published_number_of_customers_and_of_distinct_triples() {
        assertThat(sample).hasSize(2357);
        assertThat(sample.stream().map(CdnowTest::triple).distinct()).hasSize(1016);
    }

    @Test
    void the_sample_has_the_published_number_of_repeat_buyers() {
        assertThat(sample.stream().filter(f -> f.orElse(Feature.FREQUENCY, 0) > 0))
                .hasSize(946);
        assertThat(sample.stream().filter(f -> f.get(Feature.MONETARY).isPresent()))
                .hasSize(946);
    }

    @Test
    void the_first_customers_have_their_x_and_t_x_and_T() {
        assertThat(triple(sample.get(0))).isEqualTo(List.of(2.0, 213.0, 272.0));
        assertThat(triple(sample.get(1))).isEqualTo(List.of(1.0, 12.0, 272.0));
        assertThat(sample.get(0).orElse(Feature.MONETARY, 0)).isCloseTo((29.73 + 14.96) / 2, within(1e-12));
    }

    @Test
    void silence_and_age_add_up() {
        assertThat(sample)
                .allSatisfy(f -> assertThat(f.orElse(Feature.LAST_AGE, -1) + f.orElse(Feature.RECENCY, -1))
                        .isEqualTo(f.orElse(Feature.AGE, -2)));
    }

    private static List<Double> triple(Features features) {
        return List.of(
                features.orElse(Feature.FREQUENCY, -1),
                features.orElse(Feature.LAST_AGE, -1),
                features.orElse(Feature.AGE, -1));
    }
}
