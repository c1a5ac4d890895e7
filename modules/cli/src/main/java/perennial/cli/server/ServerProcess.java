package perennial.cli.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The server process of a data directory, remembered in a file so that another terminal finds it.
 *
 * @param started when the process began, since numbers of processes are used again
 * @param wasReady whether it got as far as to answer
 */
public record ServerProcess(long pid, Instant started, String host, int port, boolean wasReady) {
    private static final Duration CLOCK_DRIFT = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(60);

    static ServerProcess of(ProcessHandle process, String host, int port) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        return new ServerProcess(process.pid(), started, host, port, false);
    }

    static ServerProcess from(Answer file) {
        return new ServerProcess(
                file.count("pid").orElse(-1L),
                file.text("started").map(Instant::parse).orElse(Instant.EPOCH),
                file.text("host").orElse("127.0.0.1"),
                file.count("port").orElse(0L).intValue(),
                file.isTrue("wasReady"));
    }

    JsonObject toJson() {
        return Json.createObjectBuilder()
                .add("pid", pid)
                .add("started", started.toString())
                .add("host", host)
                .add("port", port)
                .add("wasReady", wasReady)
                .build();
    }

    public ServerProcess ready() {
        return new ServerProcess(pid, started, host, port, true);
    }

    /** Where it is found from this machine, even if it listens on every address. */
    public URI address() {
        String reachable = switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "[::1]";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
        return URI.create("http://" + reachable + ":" + port);
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /** What it has taken so far, of all processors together; empty where the machine doesn't tell. */
    public Optional<Duration> processorTime() {
        return handle().flatMap(process -> process.info().totalCpuDuration());
    }

    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(instant -> Duration.between(instant, started).abs().compareTo(CLOCK_DRIFT) < 0)
                .orElse(true);
    }

    /** Returns when it has ended, by whomever. */
    public void awaitEnd() {
        handle().ifPresent(process -> process.onExit().join());
    }

    /** Asks it to end, and ends it if it hasn't within a minute. */
    public void end() {
        handle().ifPresent(process -> {
            process.destroy();
            process.onExit()
                    .completeOnTimeout(process, GRACE.toSeconds(), TimeUnit.SECONDS)
                    .join();
            if (process.isAlive()) {
                process.destroyForcibly();
                process.onExit().join();
            }
        });
    }
}
