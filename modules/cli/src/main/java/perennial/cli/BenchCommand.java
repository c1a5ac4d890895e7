package perennial.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.analytics.valuation.MadeUpShop;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.ValueBenchmark;
import perennial.cli.churn.ChurnBenchmark;
import perennial.cli.deciding.RuleBenchmark;
import perennial.cli.segmentation.KernelBenchmark;
import perennial.cli.terminal.Terminal;
import perennial.cli.valuation.Benchmark;
import perennial.cli.valuation.PurchaseFile;
import perennial.cli.valuation.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures on the user's own machine and file. */
@Command(name = "bench")
final class BenchCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine of(Shell shell) {
        return new CommandLine(new BenchCommand(shell.terminal()))
                .addSubcommand(new Value(shell))
                .addSubcommand(new Segment(shell))
                .addSubcommand(new Churn(shell))
                .addSubcommand(new Rules(shell))
                .addSubcommand(new ServerBench.Decisions(shell))
                .addSubcommand(new ServerBench.Simulation(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), terminal.phrase("usage.no-command"));
    }

    @Command(name = "value")
    static final class Value implements Callable<Integer> {
        private static final int CUSTOMERS = 1_000_000;

        @Mixin
        private final BenchRounds form;

        @Parameters(paramLabel = "FILE", arity = "0..1")
        private Optional<Path> file = Optional.empty();

        @Option(names = "--time-unit", paramLabel = "UNIT")
        private Optional<TimeUnit> unit = Optional.empty();

        @Option(names = "--customers", paramLabel = "N")
        private int customers = CUSTOMERS;

        @Option(names = "--seed", paramLabel = "N")
        private long seed = 1;

        @Option(names = "--continuous")
        private boolean isContinuous;

        @Option(names = "--model", paramLabel = "MODEL", split = ",")
        private List<String> models = List.of();

        @Option(names = "--horizon", paramLabel = "TIME")
        private Optional<Double> horizon = Optional.empty();

        Value(Shell shell) {
            form = new BenchRounds(shell, 6);
        }

        @Override
        public Integer call() throws Exception {
            Terminal terminal = form.terminal();
            List<PurchaseKind> kinds = models.isEmpty()
                    ? PurchaseKind.candidates()
                    : models.stream().map(PurchaseKind::labelled).toList();
            MadeUpShop.Settings shop = new MadeUpShop.Settings(customers, seed, !isContinuous);
            Benchmark benchmark = Benchmark.run(
                    () -> file.isEmpty()
                            ? MadeUpShop.of(shop)
                            : PurchaseFile.read(file.get(), unit, List.of(), rows -> {})
                                    .pasts(),
                    new ValueBenchmark.Settings(
                            kinds,
                            form.rounds(),
                            horizon.stream().mapToDouble(Double::doubleValue).findFirst()),
                    terminal);
            return form.tell(benchmark::toJson, benchmark::show);
        }
    }

    @Command(name = "segment")
    static final class Segment implements Callable<Integer> {
        @Mixin
        private final BenchRounds form;

        @Option(names = "--rows", paramLabel = "N")
        private int rows = 1_000_000;

        @Option(names = "--k", paramLabel = "N", split = ",")
        private List<Integer> k = List.of(8, 20);

        @Option(names = "--seed", paramLabel = "N")
        private long seed = 1;

        @Option(names = "--to-tolerance")
        private boolean isToToleranceOnly;

        Segment(Shell shell) {
            form = new BenchRounds(shell, 3);
        }

        @Override
        public Integer call() throws IOException {
            Terminal terminal = form.terminal();
            KernelBenchmark benchmark = KernelBenchmark.run(
                    new KernelBenchmark.Settings(rows, k, form.rounds(), seed, isToToleranceOnly), terminal);
            return form.tell(benchmark::toJson, benchmark::show);
        }
    }

    @Command(name = "churn")
    static final class Churn implements Callable<Integer> {
        private final Shell shell;

        @Mixin
        private final BenchRounds form;

        @Parameters(paramLabel = "FILE", arity = "0..1")
        private Optional<Path> file = Optional.empty();

        @Option(names = "--target", paramLabel = "COLUMN")
        private String target = "Churn";

        @Option(names = "--splits", paramLabel = "N")
        private int splits = 10;

        @Option(names = "--rows", paramLabel = "N")
        private int rows = 160_000;

        Churn(Shell shell) {
            this.shell = shell;
            form = new BenchRounds(shell, 3);
        }

        @Override
        public Integer call() throws IOException {
            Terminal terminal = form.terminal();
            ChurnBenchmark benchmark = ChurnBenchmark.run(
                    new ChurnBenchmark.Settings(file, target, splits, rows, form.rounds()), terminal, shell.clock());
            return form.tell(benchmark::toJson, benchmark::show);
        }
    }

    @Command(name = "rules")
    static final class Rules implements Callable<Integer> {
        @Mixin
        private final BenchRounds form;

        @Option(names = "--customers", paramLabel = "N")
        private int customers = 200_000;

        @Option(names = "--seed", paramLabel = "N")
        private long seed = 1;

        Rules(Shell shell) {
            form = new BenchRounds(shell, 5);
        }

        @Override
        public Integer call() {
            Terminal terminal = form.terminal();
            RuleBenchmark benchmark =
                    RuleBenchmark.run(new RuleBenchmark.Settings(customers, form.rounds(), seed), terminal);
            return form.tell(benchmark::toJson, benchmark::show);
        }
    }
}
