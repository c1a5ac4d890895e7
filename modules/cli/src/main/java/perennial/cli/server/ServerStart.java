package perennial.cli.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import perennial.cli.terminal.Failure;

/**
 * How a server process is started.
 *
 * @param distribution the directory of {@code launcher.jar}
 * @param databaseUrl empty for the embedded database in the data directory
 * @param flags for the Java virtual machine; they come after ours, and the last word counts
 */
public record ServerStart(Path distribution, String host, int port, Optional<String> databaseUrl, List<String> flags) {
    /**
     * Measured on the simulated shop: from nothing to the end of the first run this compiler takes 66 s of CPU where
     * the optimising one takes 104 s; runs after it 49 s instead of 44 s, but they are a week apart.
     */
    private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1g");

    private static final long NEEDED_MEGABYTES = 500;

    /** A shell that ignores the signals of a closing terminal leaves them ignored in what it becomes. */
    private static final List<String> DETACHED = List.of("sh", "-c", "trap '' HUP INT QUIT; exec \"$@\"", "sh");

    /** Starts it so that it outlives this process and its terminal; its words go to the log. */
    public ServerProcess launch(DataDirectory directory) throws IOException {
        checkDisk(directory.path());
        keepPreviousLog(directory.log());
        ProcessBuilder builder = new ProcessBuilder(command(directory.log()))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(directory.log().toFile());
        configure(builder.environment(), directory.path());
        ServerProcess process = ServerProcess.of(builder.start().toHandle(), host, port);
        directory.remember(process);
        return process;
    }

    private List<String> command(Path log) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = distribution.resolve("launcher.jar").toString();
        // Else what the machine says of its own crash lies wherever the command was given.
        String crash = "-XX:ErrorFile=" + log.resolveSibling("crash-%p.log");
        return Stream.of(DETACHED, List.of(java), FLAGS, List.of(crash), flags, List.of("-jar", jar))
                .flatMap(List::stream)
                .toList();
    }

    private void configure(Map<String, String> environment, Path home) {
        environment.put("PERENNIAL_HOME", home.toString());
        environment.put("PERENNIAL_HOST", host);
        environment.put("PERENNIAL_PORT", String.valueOf(port));
        // Else the threads of boosted trees spin while they wait, and take the cores from everything else.
        environment.putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
        environment.remove("PERENNIAL_DATABASE_URL");
        databaseUrl.ifPresent(url -> environment.put("PERENNIAL_DATABASE_URL", url));
    }

    private static void checkDisk(Path directory) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace() >> 20;
        if (free < NEEDED_MEGABYTES) {
            throw Failure.of("disk.full", directory.toString(), free, NEEDED_MEGABYTES);
        }
    }

    private static void keepPreviousLog(Path log) throws IOException {
        Files.createDirectories(log.resolveSibling(""));
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
