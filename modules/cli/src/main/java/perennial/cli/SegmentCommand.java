package perennial.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import perennial.cli.page.Page;
import perennial.cli.segmentation.FeatureTable;
import perennial.cli.segmentation.Placements;
import perennial.cli.segmentation.SavedSegmentation;
import perennial.cli.segmentation.SegmentRange;
import perennial.cli.segmentation.SegmentReport;
import perennial.cli.segmentation.Segmented;
import perennial.cli.segmentation.Segmenting;
import perennial.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Segments of the customers in a file; no server is needed. */
@Command(name = "segment")
final class SegmentCommand implements Runnable {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec;

    private SegmentCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine of(Shell shell) {
        return new CommandLine(new SegmentCommand(shell.terminal()))
                .addSubcommand(new FindSegments(shell))
                .addSubcommand(new AssignCustomers(shell));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), terminal.phrase("usage.no-command"));
    }

    @Command(name = "fit")
    static final class FindSegments implements Callable<Integer> {
        private final Shell shell;

        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "--features", paramLabel = "COLUMN", split = ",", required = true)
        private List<String> features = List.of();

        @Option(names = "--k", paramLabel = "N|A..B")
        private String range = "4..8";

        @Option(names = "--seed", paramLabel = "N")
        private long seed = 1;

        @Option(names = "--raw")
        private boolean isRaw;

        @Option(names = "--fill")
        private boolean isBlankUnknown;

        @Option(names = "--json")
        private boolean isJson;

        @Option(names = "--out", paramLabel = "FILE")
        private Optional<Path> out = Optional.empty();

        FindSegments(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() throws IOException {
            Terminal terminal = shell.terminal().forDocument(isJson);
            Segmenting segmenting = new Segmenting(terminal, shell.clock());
            SegmentRange k = SegmentRange.of(range);
            out.ifPresent(Page::checkFolder);
            Segmented segmented = segmenting.fit(
                    segmenting.read(file, new FeatureTable.Wanted(features, Optional.empty(), isBlankUnknown)),
                    new Segmenting.Settings(k, seed, isRaw));
            if (isJson) {
                terminal.answer(segmented.toJson());
            } else {
                segmented.show(terminal);
            }
            if (out.isPresent()) {
                Files.writeString(out.get(), new SegmentReport(file.getFileName(), segmented, terminal).html());
                terminal.say("segment.written", out.get().toAbsolutePath().toString());
            }
            return 0;
        }
    }

    @Command(name = "assign")
    static final class AssignCustomers implements Callable<Integer> {
        private final Shell shell;

        @Parameters(paramLabel = "FILE")
        private Path file;

        @Option(names = "--model", paramLabel = "FIT.json", required = true)
        private Path model;

        @Option(names = "--id", paramLabel = "COLUMN")
        private Optional<String> id = Optional.empty();

        @Option(names = "--fill")
        private boolean isBlankUnknown;

        @Option(names = "--json")
        private boolean isJson;

        AssignCustomers(Shell shell) {
            this.shell = shell;
        }

        @Override
        public Integer call() throws IOException {
            // The answer is a document either way, as JSON or as CSV.
            Terminal terminal = shell.terminal().forDocument();
            SavedSegmentation saved = SavedSegmentation.read(model);
            FeatureTable.Wanted wanted = new FeatureTable.Wanted(saved.features(), id, isBlankUnknown);
            FeatureTable table =
                    new Segmenting(terminal, shell.clock()).read(file, wanted).result();
            Placements placements =
                    new Placements(table, saved.segmentation().assign(table.matrix()), id.orElse("line"));
            try (Writer writer = new BufferedWriter(terminal.outWriter())) {
                if (isJson) {
                    placements.writeJson(writer);
                } else {
                    placements.writeCsv(writer);
                }
            }
            return 0;
        }
    }
}
