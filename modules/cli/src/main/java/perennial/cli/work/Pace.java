package perennial.cli.work;

import java.time.Duration;
import perennial.cli.terminal.Failure;

/** How long to wait before asking the server again. */
public record Pace(Duration between) {
    public static final Pace FOR_PEOPLE = new Pace(Duration.ofMillis(250));

    public void pause() {
        try {
            Thread.sleep(between.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("interrupted");
        }
    }
}
