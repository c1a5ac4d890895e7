package perennial.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WeeklyRunJobTest {
    private final String job = read();

    private static String read() {
        try (InputStream file = Objects.requireNonNull(
                WeeklyRunJobTest.class.getResourceAsStream("/META-INF/batch-jobs/weekly-run.xml"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_job_has_a_step_for_each_station_in_their_order() {
        assertThat(found("<step id=\"(\\w+)\"")).isEqualTo(stations());
        assertThat(found("name=\"station\" value=\"(\\w+)\"")).isEqualTo(stations());
    }

    @Test
    void each_step_but_the_last_leads_to_the_next() {
        assertThat(found("next=\"(\\w+)\""))
                .isEqualTo(stations().subList(1, stations().size()));
    }

    private static List<String> stations() {
        return Arrays.stream(Station.values()).map(Station::label).toList();
    }

    private List<String> found(String pattern) {
        return Pattern.compile(pattern)
                .matcher(job)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
