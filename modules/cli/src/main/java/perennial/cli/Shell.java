package perennial.cli;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import perennial.cli.terminal.Terminal;
import perennial.cli.work.Pace;

/**
 * What the commands find around them.
 *
 * @param distribution where the server's {@code launcher.jar} lies
 * @param in what a person answers to a question
 */
record Shell(
        Terminal terminal,
        Map<String, String> environment,
        Path distribution,
        BufferedReader in,
        InstantSource clock,
        Pace pace) {}
