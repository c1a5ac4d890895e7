package perennial.cli;

import jakarta.json.JsonStructure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import perennial.analytics.valuation.MadeUpShop;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.ValueBenchmark;
import perennial.cli.churn.ChurnBenchmark;
import perennial.cli.deciding.RuleBenchmark;
import perennial.cli.load.DecisionLoad;
import perennial.cli.load.LoadSettings;
import perennial.cli.load.SimulationLoad;
import perennial.cli.segmentation.KernelBenchmark;
import perennial.cli.server.DataDirectory;
import perennial.cli.server.ServerProcess;
import perennial.cli.terminal.Terminal;
import perennial.cli.valuation.Benchmark;
import perennial.cli.valuation.PurchaseFile;
import perennial.cli.valuation.TimeUnit;
import perennial.cli.work.Desk;
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
                .addSubcommand(new Decisions(shell))
                .addSubcommand(new Simulation(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), terminal.phrase("usage.no-command"));
    }

    private static int tell(Terminal terminal, boolean isJson, Supplier<? extends JsonStructure> json, Runnable page) {
        if (isJson) {
            terminal.answer(json.get());
        } else {
            page.run();
        }
        return 0;
    }

    @Command(name = "value")
    static final class Value implements Callable<Integer> {
        private static final int ROUNDS = 6;
        private static final int CUSTOMERS = 1_000_000;

        private final Shell shell;

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

        @Option(names = "--rounds", paramLabel = "N")
        private int rounds = ROUNDS;

        @Option(names = "--json")
        private boolean isJson;

        Value(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() throws Exception {
            Terminal terminal = shell.terminal().forDocument(isJson);
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
                            rounds,
                            horizon.stream().mapToDouble(Double::doubleValue).findFirst()),
                    terminal);
            return tell(terminal, isJson, benchmark::toJson, benchmark::show);
        }
    }

    @Command(name = "segment")
    static final class Segment implements Callable<Integer> {
        private final Shell shell;

        @Option(names = "--rows", paramLabel = "N")
        private int rows = 1_000_000;

        @Option(names = "--k", paramLabel = "N", split = ",")
        private List<Integer> k = List.of(8, 20);

        @Option(names = "--rounds", paramLabel = "N")
        private int rounds = 3;

        @Option(names = "--seed", paramLabel = "N")
        private long seed = 1;

        @Option(names = "--to-tolerance")
        private boolean isToToleranceOnly;

        @Option(names = "--json")
        private boolean isJson;

        Segment(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() throws IOException {
            Terminal terminal = shell.terminal().forDocument(isJson);
            KernelBenchmark benchmark = KernelBenchmark.run(
                    new KernelBenchmark.Settings(rows, k, rounds, seed, isToToleranceOnly), terminal);
            return tell(terminal, isJson, benchmark::toJson, benchmark::show);
        }
    }

    @Command(name = "churn")
    static final class Churn implements Callable<Integer> {
        private final Shell shell;

        @Parameters(paramLabel = "FILE", arity = "0..1")
        private Optional<Path> file = Optional.empty();

        @Option(names = "--target", paramLabel = "COLUMN")
        private String target = "Churn";

        @Option(names = "--splits", paramLabel = "N")
        private int splits = 10;

        @Option(names = "--rows", paramLabel = "N")
        private int rows = 160_000;

        @Option(names = "--rounds", paramLabel = "N")
        private int rounds = 3;

        @Option(names = "--json")
        private boolean isJson;

        Churn(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() throws IOException {
            Terminal terminal = shell.terminal().forDocument(isJson);
            ChurnBenchmark benchmark = ChurnBenchmark.run(
                    new ChurnBenchmark.Settings(file, target, splits, rows, rounds), terminal, shell.clock());
            return tell(terminal, isJson, benchmark::toJson, benchmark::show);
        }
    }

    @Command(name = "rules")
    static final class Rules implements Callable<Integer> {
        private final Shell shell;

        @Option(names = "--customers", paramLabel = "N")
        private int customers = 200_000;

        @Option(names = "--rounds", paramLabel = "N")
        private int rounds = 5;

        @Option(names = "--seed", paramLabel = "N")
        private long seed = 1;

        @Option(names = "--json")
        private boolean isJson;

        Rules(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Terminal terminal = shell.terminal().forDocument(isJson);
            RuleBenchmark benchmark = RuleBenchmark.run(new RuleBenchmark.Settings(customers, rounds, seed), terminal);
            return tell(terminal, isJson, benchmark::toJson, benchmark::show);
        }
    }

    @Command(name = "decisions")
    static final class Decisions implements Callable<Integer> {
        private final Shell shell;

        @Mixin
        private InstanceOption instance;

        @Option(names = "--rate", paramLabel = "N")
        private double rate = 300;

        @Option(names = "--seconds", paramLabel = "N")
        private long seconds = 60;

        @Option(names = "--json")
        private boolean isJson;

        Decisions(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Terminal terminal = shell.terminal().forDocument(isJson);
            DecisionLoad load = DecisionLoad.run(
                    new LoadSettings(rate, Duration.ofSeconds(seconds)),
                    instance.directory(shell.environment()).server(terminal.locale()),
                    terminal);
            return tell(terminal, isJson, load::toJson, load::show);
        }
    }

    @Command(name = "simulation")
    static final class Simulation implements Callable<Integer> {
        private final Shell shell;

        @Mixin
        private InstanceOption instance;

        @Option(names = "--rounds", paramLabel = "N")
        private int rounds = 3;

        @Option(names = "--json")
        private boolean isJson;

        Simulation(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() {
            Terminal terminal = shell.terminal().forDocument(isJson);
            DataDirectory directory = instance.directory(shell.environment());
            SimulationLoad load = SimulationLoad.run(
                    new Desk(directory.server(terminal.locale()), terminal, shell.pace()),
                    () -> directory.process().flatMap(ServerProcess::processorTime),
                    rounds);
            return tell(terminal, isJson, load::toJson, load::show);
        }
    }
}
