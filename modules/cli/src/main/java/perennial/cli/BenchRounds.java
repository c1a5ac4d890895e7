package perennial.cli;

import picocli.CommandLine.Option;

/** The same of a benchmark that measures in several rounds. */
final class BenchRounds extends BenchForm {
    @Option(names = "--rounds", paramLabel = "N")
    private int rounds;

    BenchRounds(Shell shell, int usual) {
        super(shell);
        rounds = usual;
    }

    int rounds() {
        return rounds;
    }
}
