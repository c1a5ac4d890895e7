package perennial.cli.load;

import java.time.Duration;
import perennial.cli.terminal.Failure;

/**
 * @param rate requests a second
 * @param span of each part that is measured
 * @param warmUp how long decisions are asked for at the pace before anything is measured
 */
public record LoadSettings(double rate, Duration span, Duration warmUp) {
    private static final Duration LONGEST = Duration.ofHours(1);

    public LoadSettings {
        if (!(rate > 0 && rate <= 100_000)
                || span.compareTo(Duration.ofSeconds(3)) < 0
                || span.compareTo(LONGEST) > 0
                || warmUp.isNegative()
                || warmUp.compareTo(LONGEST) > 0) {
            throw Failure.misused("bench.decisions.settings", rate, span.toSeconds(), warmUp.toSeconds());
        }
    }
}
