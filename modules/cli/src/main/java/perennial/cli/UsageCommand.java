package perennial.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import perennial.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how a command is used; picocli's own knows an option of the same name as ours. */
@Command(name = "help", helpCommand = true)
final class UsageCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*")
    private List<String> path = new ArrayList<>();

    UsageCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        CommandLine at = spec.root().commandLine();
        for (String name : path) {
            CommandLine below = at.getSubcommands().get(name);
            at = Optional.ofNullable(below)
                    .orElseThrow(
                            () -> new ParameterException(spec.commandLine(), terminal.phrase("usage.unknown", name)));
        }
        at.usage(at.getOut());
    }
}
