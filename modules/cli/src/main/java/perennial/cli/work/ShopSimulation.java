package perennial.cli.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Figures;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;
import perennial.kernel.Progress;
import perennial.simulator.Simulation;

/** Makes a shop up, shown on the terminal. */
public final class ShopSimulation {
    private final Terminal terminal;

    public ShopSimulation(Terminal terminal) {
        this.terminal = terminal;
    }

    public Simulation.Counts write(Simulation.Settings settings, Path folder) throws IOException {
        Gauge gauge = terminal.gauge();
        Figures figures = terminal.figures();
        String label = "  " + Columns.label(terminal.phrase("simulate.label")) + " ";
        Simulation.Counts counts = Simulation.run(settings, folder, new Progress() {
            private long total;
            private long done;

            @Override
            public void total(long all) {
                total = all;
            }

            @Override
            public void advance(long by) {
                done += by;
                gauge.show(label + figures.bar(done, Optional.of(total)) + " "
                        + terminal.phrase("run.done-of", figures.count(done), figures.count(total)));
            }
        });
        gauge.finish(label
                + terminal.phrase(
                        "simulate.counts",
                        figures.count(counts.customers()),
                        figures.count(counts.buyers()),
                        figures.count(counts.orders()),
                        figures.count(counts.events())));
        return counts;
    }
}
