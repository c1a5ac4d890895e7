package perennial.cli.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import perennial.cli.server.ServerLog;
import perennial.cli.server.ServerProcess;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Figures;
import perennial.cli.terminal.Gauge;

/** Waits until a server that was just started answers. */
public final class Readiness {
    /** A server that has written nothing into its log for so long is taken to be stuck; a busy machine is only slow. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private final Desk desk;
    private final InstantSource clock;

    public Readiness(Desk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** @throws Failure with the end of the log said, if the process ends or takes far too long */
    public void await(ServerProcess process, Path log) {
        Instant begin = clock.instant();
        Instant lastWord = begin;
        long words = 0;
        Gauge gauge = desk.terminal().gauge();
        Figures figures = desk.terminal().figures();
        while (!desk.server().isReady()) {
            Duration waited = Duration.between(begin, clock.instant());
            if (!process.isAlive()) {
                throw failed(gauge, log, "server.died");
            }
            if (length(log) != words) {
                words = length(log);
                lastWord = clock.instant();
            }
            if (Duration.between(lastWord, clock.instant()).compareTo(LONGEST_SILENCE) > 0) {
                throw failed(gauge, log, "server.slow");
            }
            gauge.show(desk.terminal().phrase("server.starting", figures.duration(waited)));
            desk.pace().pause();
        }
        Duration waited = Duration.between(begin, clock.instant());
        gauge.finish(desk.terminal().phrase("server.started", figures.duration(waited)));
    }

    private static long length(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            return 0;
        }
    }

    private Failure failed(Gauge gauge, Path log, String why) {
        gauge.clear();
        new ServerLog(log).tellingLines().forEach(line -> desk.terminal().line("  | " + line));
        return Failure.of(why, log.toString());
    }
}
