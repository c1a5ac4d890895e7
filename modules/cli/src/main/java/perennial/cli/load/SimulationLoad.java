package perennial.cli.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import perennial.cli.server.Answer;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Gauge;
import perennial.cli.work.Desk;

/**
 * A draft simulated again and again on a running server, by the path of every simulation: the whole base of the run in
 * force is read, decided by the rules in force and by the draft, and compared. Beside it, how fast the last weekly run
 * decided and stored.
 */
public final class SimulationLoad {
    private static final double MILLION = 1e6;
    private static final String RULE =
            "rule \"BN-03 a benchmark\" when CustomerSnapshot(moment == \"WEEKLY\", orders >= 5) then decisions.keepFullPrice(); end";

    private final Desk desk;
    private final Supplier<Optional<Duration>> processorTime;
    private final Optional<Answer> stored;
    private final List<Round> rounds = new ArrayList<>();

    private SimulationLoad(Desk desk, Supplier<Optional<Duration>> processorTime) {
        this.desk = desk;
        this.processorTime = processorTime;
        this.stored =
                desk
                        .server()
                        .get("/instance")
                        .object("lastRun")
                        .text("id")
                        .map(run -> desk.server().get("/runs/" + run))
                        .stream()
                        .flatMap(run -> run.objects("steps").stream())
                        .filter(step ->
                                step.text("name").filter("decisions"::equals).isPresent())
                        .findFirst();
    }

    /** @param cpu seconds of the server's processor time, whatever else it did; 0 where the machine doesn't tell */
    private record Round(long customers, double wall, double cpu) {}

    /**
     * @param desk at a server whose first run has ended
     * @param processorTime that the server has taken so far; empty where the machine doesn't tell
     * @param rounds that count, after one that warms up; at least 1
     */
    public static SimulationLoad run(Desk desk, Supplier<Optional<Duration>> processorTime, int rounds) {
        if (rounds < 1) {
            throw Failure.misused("bench.rounds", rounds);
        }
        SimulationLoad load = new SimulationLoad(desk, processorTime);
        try (Keys keys = new Keys(desk.server())) {
            load.run(keys.server("marketer", desk.terminal().locale()), rounds);
        }
        return load;
    }

    private void run(RemoteServer author, int wanted) {
        String draft = "/rules/drafts/"
                + author.post("/rules/drafts", new OneFile("Benchmark", RULE).manuscript())
                        .text("id")
                        .orElseThrow();
        Gauge gauge = desk.terminal().gauge();
        try {
            for (int round = 0; round <= wanted; round++) {
                gauge.show(desk.terminal()
                        .phrase("bench.round", desk.terminal().phrase("bench.simulation.part"), round, wanted));
                Round measured = round(author, draft);
                if (round > 0) {
                    rounds.add(measured);
                }
            }
        } finally {
            author.delete(draft);
        }
        gauge.clear();
    }

    private Round round(RemoteServer author, String draft) {
        long wall = System.nanoTime();
        double cpu = processorSeconds();
        author.post(draft + "/simulate", Json.createObjectBuilder().build());
        Answer simulation = author.get(draft + "/simulation");
        while (simulation.text("status").filter("running"::equals).isPresent()) {
            desk.pace().pause();
            simulation = author.get(draft + "/simulation");
        }
        if (simulation.text("status").filter("completed"::equals).isEmpty()) {
            throw Failure.of(
                    "bench.simulation.failed",
                    simulation.words("failure", desk.terminal().locale()).orElse("?"));
        }
        long customers = simulation.object("findings").count("customers").orElseThrow();
        return new Round(customers, (System.nanoTime() - wall) / 1e9, processorSeconds() - cpu);
    }

    private double processorSeconds() {
        return processorTime.get().map(time -> time.toNanos() / 1e9).orElse(0.0);
    }

    private double median(ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private double rate() {
        return median(Round::customers) / median(Round::wall);
    }

    /** Whether a million is more than were simulated. */
    private boolean isByScale() {
        return median(Round::customers) < MILLION;
    }

    private double storedRate() {
        return stored.flatMap(step -> step.number("rate"))
                .map(Number::doubleValue)
                .orElse(0.0);
    }

    private long storedCustomers() {
        return stored.flatMap(step -> step.count("done")).orElse(0L);
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    public void show() {
        desk.terminal().say("bench.load", format("%.1f", load()));
        Columns columns = new Columns()
                .row(
                        "",
                        phrase("bench.simulation.customers"),
                        phrase("bench.wall"),
                        phrase("bench.cpu"),
                        phrase("bench.rules.wall-rate"))
                .row(
                        phrase("bench.simulation.part"),
                        count(median(Round::customers)),
                        format("%.2f", median(Round::wall)),
                        format("%.2f", median(Round::cpu)),
                        count(rate()))
                .row(
                        phrase("bench.simulation.stored"),
                        desk.terminal().figures().count(storedCustomers()),
                        "",
                        "",
                        count(storedRate()));
        desk.terminal().lines(columns.lines());
        desk.terminal().say("bench.simulation.medians", rounds.size());
        if (isByScale()) {
            desk.terminal().say("bench.simulation.million", format("%.0f", MILLION / rate()));
        }
    }

    private String phrase(String key) {
        return desk.terminal().phrase(key);
    }

    private String count(double number) {
        return desk.terminal().figures().count(Math.round(number));
    }

    private static String format(String form, double number) {
        return String.format(Locale.ROOT, form, number);
    }

    public JsonObject toJson() {
        JsonObjectBuilder simulated = Json.createObjectBuilder()
                .add("customers", median(Round::customers))
                .add("wallSeconds", median(Round::wall))
                .add("serverCpuSeconds", median(Round::cpu))
                .add("customersPerSecond", rate());
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("load", load())
                .add("rounds", rounds.size())
                .add("simulated", simulated)
                .add(
                        "decidedAndStored",
                        Json.createObjectBuilder()
                                .add("customers", storedCustomers())
                                .add("customersPerSecond", storedRate()));
        if (isByScale()) {
            json.add("millionSecondsEstimated", MILLION / rate());
        }
        return json.build();
    }
}
