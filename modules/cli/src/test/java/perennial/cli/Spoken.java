package perennial.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import perennial.cli.terminal.Screen;
import perennial.cli.terminal.Terminal;
import perennial.cli.work.Pace;
import picocli.CommandLine;

/** What a command said and how it ended. */
record Spoken(int exitCode, String out, String err) {

    /** Says a command about an installation, into pipes. */
    static Spoken of(Path dataDirectory, String... arguments) {
        return in(Map.of("PERENNIAL_HOME", dataDirectory.toString()), Path.of("no-distribution"), arguments);
    }

    static Spoken in(Map<String, String> environment, Path distribution, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.of(
                screen(out), screen(err), Language.of(List.of(arguments), environment), InstantSource.system());
        int exitCode = line(terminal, environment, distribution).execute(arguments);
        return new Spoken(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** All commands, with their words in English. */
    static CommandLine line() {
        Screen nowhere = screen(new ByteArrayOutputStream());
        Terminal terminal = Terminal.of(nowhere, nowhere, Locale.ENGLISH, InstantSource.system());
        return line(terminal, Map.of(), Path.of("no-distribution"));
    }

    private static CommandLine line(Terminal terminal, Map<String, String> environment, Path distribution) {
        return Commands.of(new Shell(
                terminal,
                new HashMap<>(environment),
                distribution,
                new BufferedReader(new StringReader("")),
                InstantSource.system(),
                new Pace(Duration.ofMillis(1))));
    }

    /** Makes a directory one of an installation whose server is the one given, in this very process. */
    static Path installation(Path directory, StandInServer server) {
        ProcessHandle self = ProcessHandle.current();
        String process = "{\"pid\":%d,\"started\":\"%s\",\"host\":\"127.0.0.1\",\"port\":%d,\"wasReady\":true}"
                .formatted(self.pid(), self.info().startInstant().orElseThrow(), server.port());
        try {
            Files.writeString(directory.resolve("instance.json"), "{\"filled\":[]}");
            Files.writeString(directory.resolve("server.json"), process);
            Files.writeString(directory.resolve("operator.token"), StandInServer.TOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }

    private static Screen screen(ByteArrayOutputStream stream) {
        return new Screen(new PrintStream(stream, true, UTF_8), false);
    }
}
