package perennial.cli.work;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import perennial.cli.server.Answer;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Figures;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;

/** Starts a weekly run and follows its steps. */
public final class WeeklyRun {
    private final Desk desk;

    public WeeklyRun(Desk desk) {
        this.desk = desk;
    }

    /** @return the run as it ended, well */
    public Answer start() {
        Answer run = desk.server().post("/runs");
        return follow(run.text("id").orElseThrow(() -> Failure.of("server.strange", "POST /runs", 201)));
    }

    /** Follows a run that someone has started. */
    public Answer follow(String id) {
        Set<String> told = new HashSet<>();
        Gauge gauge = desk.terminal().gauge();
        Answer run = desk.server().get("/runs/" + RemoteServer.encoded(id));
        show(run, told, gauge);
        while (isGoingOn(run)) {
            desk.pace().pause();
            run = desk.server().get("/runs/" + RemoteServer.encoded(id));
            show(run, told, gauge);
        }
        gauge.clear();
        if (run.text("status").filter("completed"::equals).isEmpty()) {
            throw Failure.of(
                    "run.failed",
                    id,
                    run.words("failure", desk.terminal().locale()).orElse("?"));
        }
        return run;
    }

    public static boolean isGoingOn(Answer run) {
        return run.text("status")
                .filter(status -> status.equals("queued") || status.equals("running"))
                .isPresent();
    }

    private void show(Answer run, Set<String> told, Gauge gauge) {
        for (Answer step : run.objects("steps")) {
            String name = step.text("name").orElse("?");
            String status = step.text("status").orElse("?");
            if (status.equals("completed") && told.add(name)) {
                gauge.finish(line(step));
            } else if (status.equals("running")) {
                gauge.show(line(step));
            }
        }
    }

    private String line(Answer step) {
        Terminal terminal = desk.terminal();
        Figures figures = terminal.figures();
        long done = step.count("done").orElse(0L);
        Optional<Long> total = step.count("total");
        String name = terminal.title("step", step.text("name").orElse("?"));
        StringBuilder line = new StringBuilder("  " + Columns.label(name) + " ");
        line.append(total.map(all -> figures.bar(done, total) + " "
                        + terminal.phrase("run.done-of", figures.count(done), figures.count(all)))
                .orElseGet(() -> terminal.phrase("run.under-way")));
        step.number("rate")
                .map(rate -> figures.decimal(Optional.of(rate), rate.compareTo(BigDecimal.TEN) < 0 ? 1 : 0))
                .ifPresent(rate -> line.append("  ").append(terminal.phrase("run.rate", rate)));
        step.count("secondsLeft")
                .filter(left -> left > 0)
                .map(left -> figures.duration(Duration.ofSeconds(left)))
                .ifPresent(left -> line.append("  ").append(terminal.phrase("run.left", left)));
        return line.toString();
    }
}
