package perennial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Terminal;
import perennial.cli.work.Sample;
import perennial.kernel.InvalidInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: which commands there are, and what is said when one can't be understood or doesn't succeed. */
final class Commands {
    private final Terminal terminal;

    private Commands(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine of(Shell shell) {
        Commands commands = new Commands(shell.terminal());
        CommandLine line = new CommandLine(new Top(shell.terminal()))
                .addSubcommand(new StartCommand(shell))
                .addSubcommand(new StopCommand(shell))
                .addSubcommand(new StatusCommand(shell))
                .addSubcommand(new RunCommand(shell))
                .addSubcommand(new ImportCommand(shell))
                .addSubcommand(new ShopCommand(shell))
                .addSubcommand(KeyCommand.of(shell))
                .addSubcommand(UserCommand.of(shell))
                .addSubcommand(WebhookCommand.of(shell))
                .addSubcommand(new CustomerCommand(shell))
                .addSubcommand(new SimulateCommand(shell))
                .addSubcommand(ValueCommand.of(shell))
                .addSubcommand(SegmentCommand.of(shell))
                .addSubcommand(ChurnCommand.of(shell))
                .addSubcommand(BenchCommand.of(shell))
                .addSubcommand(new BackupCommand(shell))
                .addSubcommand(new RestoreCommand(shell))
                .addSubcommand(new ResetCommand(shell))
                .addSubcommand(new VerifyCommand())
                .addSubcommand(new UsageCommand(shell.terminal()));
        line.registerConverter(Sample.class, Commands::sample);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setResourceBundle(usage(shell.terminal().locale()));
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.setOut(shell.terminal().outWriter());
        line.setErr(shell.terminal().errWriter());
        line.setParameterExceptionHandler((exception, arguments) -> commands.misunderstood(exception));
        line.setExecutionExceptionHandler((exception, at, result) -> commands.failed(exception));
        return line;
    }

    private static ResourceBundle usage(Locale locale) {
        return ResourceBundle.getBundle(
                "perennial.cli.usage",
                locale.getLanguage().equals("zh") ? locale : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Sample sample(String label) {
        return Sample.labelled(label).orElseThrow(() -> new TypeConversionException(label));
    }

    private int misunderstood(ParameterException exception) {
        terminal.complain(reason(exception));
        PrintWriter err = exception.getCommandLine().getErr();
        exception.getCommandLine().usage(err);
        return Failure.MISUSED;
    }

    private String reason(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            return terminal.phrase("usage.unknown", String.join(" ", unmatched.getUnmatched()));
        }
        if (exception instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return terminal.phrase("usage.missing", names(missing.getMissing()));
        }
        if (exception.getArgSpec() != null && exception.getValue() != null) {
            return terminal.phrase("usage.bad-value", exception.getValue(), names(List.of(exception.getArgSpec())));
        }
        return String.valueOf(exception.getMessage());
    }

    private static String names(List<ArgSpec> arguments) {
        return arguments.stream()
                .map(argument -> argument.isOption()
                        ? ((CommandLine.Model.OptionSpec) argument).longestName()
                        : argument.paramLabel())
                .collect(Collectors.joining(", "));
    }

    private int failed(Exception exception) throws Exception {
        if (exception instanceof Failure failure) {
            terminal.complain(failure);
            return failure.exitCode();
        }
        if (exception instanceof InvalidInputException invalid) {
            terminal.complain(invalid.message(terminal.locale()));
            return Failure.MISUSED;
        }
        if (exception instanceof IOException || exception instanceof UncheckedIOException) {
            terminal.complain(terminal.phrase("disk.failed", exception.toString()));
            return Failure.FAILED;
        }
        throw exception;
    }

    /** The command line before any command; alone it is an unfinished sentence. */
    @Command(name = "deploy/perennial")
    static final class Top implements Runnable {
        private final Terminal terminal;

        @Spec
        private CommandSpec spec;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                scope = ScopeType.INHERIT)
        @SuppressWarnings("unused") // picocli acts on its annotation alone
        private boolean isHelpWanted;

        Top(Terminal terminal) {
            this.terminal = terminal;
        }

        /** Only checks it: it was understood before the rest, see {@link Language}. */
        @Option(names = "--lang", paramLabel = "LANGUAGE", scope = ScopeType.INHERIT)
        void language(String language) {
            if (!language.equals("en") && !language.equals("zh")) {
                throw new ParameterException(
                        spec.commandLine(), terminal.phrase("usage.bad-value", language, "--lang"));
            }
        }

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), terminal.phrase("usage.no-command"));
        }
    }
}
