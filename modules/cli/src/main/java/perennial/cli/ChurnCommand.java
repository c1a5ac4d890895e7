package perennial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import perennial.analytics.churn.ChurnStudy;
import perennial.analytics.churn.Learner;
import perennial.cli.churn.ChurnFile;
import perennial.cli.page.Page;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Who leaves, learned from the customers in a file; no server is needed. */
@Command(name = "churn")
final class ChurnCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private ChurnCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine of(Shell shell) {
        return new CommandLine(new ChurnCommand(shell.terminal())).addSubcommand(new Report(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), terminal.phrase("usage.no-command"));
    }

    @Command(name = "report")
    static final class Report implements Callable<Integer> {
        private static final String BEST = "best";

        private final Shell shell;

        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "--target", paramLabel = "COLUMN", required = true)
        private String target;

        @Option(names = "--features", paramLabel = "COLUMN", split = ",")
        private List<String> features = List.of();

        @Option(names = "--model", paramLabel = "MODEL")
        private String model = BEST;

        @Option(names = "--test", paramLabel = "SHARE")
        private double test = 0.2;

        @Option(names = "--seed", paramLabel = "N")
        private long seed = 42;

        @Option(names = "--budget", paramLabel = "SECONDS")
        private long budget = 30;

        @Option(names = "--json")
        private boolean isJson;

        @Option(names = "--out", paramLabel = "FILE")
        private Optional<Path> out = Optional.empty();

        Report(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() throws IOException {
            Terminal terminal = shell.terminal().forDocument(isJson);
            ChurnStudy.Settings settings =
                    new ChurnStudy.Settings(target, features, learner(), test, seed, Duration.ofSeconds(budget));
            out.ifPresent(Page::checkFolder);
            ChurnFile churn = ChurnFile.studied(file, settings, terminal, shell.clock());
            if (isJson) {
                terminal.answer(churn.toJson());
            } else {
                churn.show();
            }
            if (out.isPresent()) {
                Files.writeString(out.get(), churn.html());
                terminal.say("segment.written", out.get().toAbsolutePath().toString());
            }
            return 0;
        }

        private Optional<Learner> learner() {
            if (model.equals(BEST)) {
                return Optional.empty();
            }
            return Optional.of(Learner.labelled(model)
                    .orElseThrow(() -> Failure.misused(
                            "churn.no-model",
                            model,
                            Arrays.stream(Learner.values()).map(Learner::label).collect(Collectors.joining(", ")) + ", "
                                    + BEST)));
        }
    }
}
