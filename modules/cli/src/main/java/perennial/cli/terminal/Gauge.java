package perennial.cli.terminal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A line about work that goes on: redrawn for a person who watches, written now and then into a file or a pipe. */
public final class Gauge {
    private static final Duration BEFORE_THE_FIRST_LINE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
    private static final String TO_START_OF_LINE = "\r";
    private static final String ERASE_TO_END_OF_LINE = "\u001b[K";

    private final Screen screen;
    private final InstantSource clock;
    private Instant lastLine;
    private Duration patience = BEFORE_THE_FIRST_LINE;

    Gauge(Screen screen, InstantSource clock) {
        this.screen = screen;
        this.clock = clock;
        this.lastLine = clock.instant();
    }

    /** How things stand. */
    public void show(String text) {
        if (screen.isLive()) {
            screen.stream().print(TO_START_OF_LINE + text + ERASE_TO_END_OF_LINE);
            screen.stream().flush();
        } else if (Duration.between(lastLine, clock.instant()).compareTo(patience) >= 0) {
            screen.stream().println(text);
            lastLine = clock.instant();
            patience = BETWEEN_LINES;
        }
    }

    /** How things stand in the end. */
    public void finish(String text) {
        clear();
        screen.stream().println(text);
    }

    /** Takes the line away, to make room for other words. */
    public void clear() {
        if (screen.isLive()) {
            screen.stream().print(TO_START_OF_LINE + ERASE_TO_END_OF_LINE);
            screen.stream().flush();
        }
    }
}
