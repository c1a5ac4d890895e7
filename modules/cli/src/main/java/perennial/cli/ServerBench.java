package perennial.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import perennial.cli.load.DecisionLoad;
import perennial.cli.load.LoadSettings;
import perennial.cli.load.SimulationLoad;
import perennial.cli.server.DataDirectory;
import perennial.cli.server.ServerProcess;
import perennial.cli.terminal.Terminal;
import perennial.cli.work.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The benchmarks that ask a running server. */
final class ServerBench {
    private ServerBench() {}

    @Command(name = "decisions")
    static final class Decisions implements Callable<Integer> {
        private final Shell shell;

        @Mixin
        private final BenchForm form;

        @Mixin
        private InstanceOption instance;

        @Option(names = "--rate", paramLabel = "N")
        private double rate = 300;

        @Option(names = "--seconds", paramLabel = "N")
        private long seconds = 60;

        @Option(names = "--warm-up", paramLabel = "N")
        private long warmUp = 150;

        Decisions(Shell shell) {
            this.shell = shell;
            form = new BenchForm(shell);
        }

        @Override
        public Integer call() {
            Terminal terminal = form.terminal();
            DecisionLoad load = DecisionLoad.run(
                    new LoadSettings(rate, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp)),
                    instance.directory(shell.environment()).server(terminal.locale()),
                    terminal);
            return form.tell(load::toJson, load::show);
        }
    }

    @Command(name = "simulation")
    static final class Simulation implements Callable<Integer> {
        private final Shell shell;

        @Mixin
        private final BenchRounds form;

        @Mixin
        private InstanceOption instance;

        Simulation(Shell shell) {
            this.shell = shell;
            form = new BenchRounds(shell, 3);
        }

        @Override
        public Integer call() {
            Terminal terminal = form.terminal();
            DataDirectory directory = instance.directory(shell.environment());
            SimulationLoad load = SimulationLoad.run(
                    new Desk(directory.server(terminal.locale()), terminal, shell.pace()),
                    () -> directory.process().flatMap(ServerProcess::processorTime),
                    form.rounds());
            return form.tell(load::toJson, load::show);
        }
    }
}
