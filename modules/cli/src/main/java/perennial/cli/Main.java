package perennial.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import perennial.cli.terminal.Screen;
import perennial.cli.terminal.Terminal;
import perennial.cli.work.Pace;

/**
 * The commands of {@code deploy/perennial}. That script tells where the server lies ({@code perennial.distribution})
 * and which of the two output streams a person watches ({@code perennial.terminal.out}, {@code
 * perennial.terminal.err}).
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // that nobody logs is no news for whoever reads this command's errors
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Locale locale = Language.of(List.of(arguments), System.getenv());
        InstantSource clock = InstantSource.system();
        Terminal terminal = Terminal.of(
                screen(FileDescriptor.out, "perennial.terminal.out"),
                screen(FileDescriptor.err, "perennial.terminal.err"),
                locale,
                clock);
        Path distribution = Path.of(System.getProperty("perennial.distribution", "."));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        Shell shell = new Shell(terminal, System.getenv(), distribution, in, clock, Pace.FOR_PEOPLE);
        System.exit(Commands.of(shell).execute(arguments));
    }

    private static Screen screen(FileDescriptor descriptor, String property) {
        PrintStream stream = new PrintStream(new FileOutputStream(descriptor), true, UTF_8);
        return new Screen(stream, Boolean.getBoolean(property));
    }
}
