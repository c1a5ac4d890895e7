package perennial.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import perennial.cli.terminal.Terminal;
import perennial.cli.work.ShopSimulation;
import perennial.simulator.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "simulate")
final class SimulateCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--customers", paramLabel = "N", required = true)
    private long customers;

    @Option(names = "--weeks", paramLabel = "W", required = true)
    private int weeks;

    @Option(names = "--seed", paramLabel = "S", required = true)
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out;

    SimulateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws IOException {
        Terminal terminal = shell.terminal();
        new ShopSimulation(terminal).write(Simulation.Settings.of(customers, weeks, seed), out);
        terminal.say("simulate.done", out.toAbsolutePath().toString());
        return 0;
    }
}
