package perennial.cli.work;

import java.io.FileNotFoundException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import perennial.cli.server.Answer;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Figures;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;

/** Sends a file to the server and follows how it is read. */
public final class FileImport {
    private final Desk desk;

    public FileImport(Desk desk) {
        this.desk = desk;
    }

    /**
     * @param mapping the name of a mapping that the server has
     * @return the report of the completed import
     */
    public Answer send(Path file, String mapping) throws FileNotFoundException {
        String name = file.getFileName().toString();
        Gauge gauge = desk.terminal().gauge();
        gauge.show(desk.terminal().phrase("import.sending", name));
        Answer report = desk.server()
                .post(
                        "/imports?mapping=" + RemoteServer.encoded(mapping) + "&file=" + RemoteServer.encoded(name),
                        file);
        String id = report.text("id").orElseThrow(() -> Failure.of("server.strange", "POST /imports", 201));
        while (isGoingOn(report)) {
            gauge.show(progress(name, report));
            desk.pace().pause();
            report = desk.server().get("/imports/" + RemoteServer.encoded(id));
        }
        if (report.text("state").filter("completed"::equals).isEmpty()) {
            gauge.clear();
            throw Failure.of(
                    "import.failed",
                    name,
                    report.words("failure", desk.terminal().locale()).orElse("?"));
        }
        gauge.finish(result(name, report));
        return report;
    }

    private static boolean isGoingOn(Answer report) {
        return report.text("state")
                .filter(state -> state.equals("waiting") || state.equals("reading"))
                .isPresent();
    }

    private String progress(String name, Answer report) {
        Figures figures = desk.terminal().figures();
        Optional<Long> total = report.count("linesTotal");
        long done = report.count("linesRead").orElse(0L);
        String lines = total.map(
                        all -> desk.terminal().phrase("import.lines-of", figures.count(done), figures.count(all)))
                .orElseGet(() -> desk.terminal().phrase("import.lines", figures.count(done)));
        return "  " + Columns.label(name) + " " + figures.bar(done, total) + " " + lines;
    }

    private String result(String name, Answer report) {
        Terminal terminal = desk.terminal();
        Figures figures = terminal.figures();
        StringBuilder line = new StringBuilder("  " + Columns.label(name) + " ");
        line.append(terminal.phrase(
                "import.lines", figures.count(report.count("linesRead").orElse(0L))));
        append(line, "import.accepted", report.object("accepted").numbers(), "accepted");
        append(line, "import.set-apart", report.object("setApart").numbers(), "set-apart");
        count(line, "import.duplicates", report.count("duplicates"));
        count(line, "import.known", report.count("known"));
        return line.toString();
    }

    private void append(StringBuilder line, String phrase, Map<String, BigDecimal> counts, String kind) {
        String list = counts.entrySet().stream()
                .filter(entry -> entry.getValue().signum() != 0)
                .map(entry -> desk.terminal().figures().count(entry.getValue().longValue()) + " "
                        + desk.terminal().title(kind, entry.getKey()))
                .collect(Collectors.joining(", "));
        if (!list.isEmpty()) {
            line.append("; ").append(desk.terminal().phrase(phrase, list));
        }
    }

    private void count(StringBuilder line, String phrase, Optional<Long> count) {
        count.filter(number -> number > 0)
                .ifPresent(number -> line.append("; ")
                        .append(desk.terminal()
                                .phrase(phrase, desk.terminal().figures().count(number))));
    }
}
