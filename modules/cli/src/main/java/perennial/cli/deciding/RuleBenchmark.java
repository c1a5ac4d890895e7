package perennial.cli.deciding;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;
import perennial.ruleengine.RuleContest;
import perennial.ruleengine.RuleContest.Run;
import perennial.ruleengine.RuleContest.Way;

/**
 * The shipped rules by hand, by the engine, and with guard rails, and a larger book in batches and one customer at a
 * time, one after the other in each round.
 */
public final class RuleBenchmark {
    private static final int WARM_UPS = 2;
    private static final double MICROS = 1e6;
    /** Of processor time, the most that the engine may take of a live decision. */
    private static final double LIVE_TARGET_MICROS = 20;

    private final Settings settings;
    private final Map<Way, Integer> rules;
    private final Map<Way, List<Run>> runs;
    private final Terminal terminal;

    private RuleBenchmark(Settings settings, Map<Way, Integer> rules, Map<Way, List<Run>> runs, Terminal terminal) {
        this.settings = settings;
        this.rules = rules;
        this.runs = runs;
        this.terminal = terminal;
    }

    /** @param rounds of each way, after two that warm up */
    public record Settings(int customers, int rounds, long seed) {
        public Settings {
            if (rounds < 1) {
                throw Failure.misused("bench.rounds", rounds);
            }
            if (customers < 1) {
                throw Failure.misused("bench.rules.customers", customers);
            }
        }
    }

    public static RuleBenchmark run(Settings settings, Terminal terminal) {
        RuleContest contest = RuleContest.of(settings.customers(), settings.seed());
        Map<Way, List<Run>> runs = new EnumMap<>(Way.class);
        Gauge gauge = terminal.gauge();
        for (int round = 1 - WARM_UPS; round <= settings.rounds(); round++) {
            for (Way way : Way.values()) {
                gauge.show(terminal.phrase(
                        "bench.round", terminal.phrase(key(way)), Math.max(round, 0), settings.rounds()));
                Run run = contest.run(way);
                if (round > 0) {
                    runs.computeIfAbsent(way, none -> new ArrayList<>()).add(run);
                }
            }
        }
        gauge.clear();
        Map<Way, Integer> rules = new EnumMap<>(Way.class);
        runs.keySet().forEach(way -> rules.put(way, contest.rules(way)));
        return new RuleBenchmark(settings, rules, runs, terminal);
    }

    public void show() {
        terminal.say("bench.machine", machine());
        terminal.say("bench.load", tenths(load()));
        terminal.say(
                "bench.rules.heading",
                terminal.figures().count(settings.customers()),
                rules.getOrDefault(Way.BY_HAND, 0),
                String.format(Locale.ROOT, "%.2f", firings()));
        Columns columns = new Columns()
                .row(
                        "",
                        terminal.phrase("bench.wall"),
                        terminal.phrase("bench.cpu"),
                        terminal.phrase("bench.rules.wall-rate"),
                        terminal.phrase("bench.rules.rate"),
                        terminal.phrase("bench.cpu-ratio"));
        for (Way way : Way.values()) {
            columns.row(
                    terminal.phrase(key(way)),
                    String.format(Locale.ROOT, "%.3f", median(way, Run::wall)),
                    String.format(Locale.ROOT, "%.3f", median(way, Run::cpu)),
                    terminal.figures().count(Math.round(settings.customers() / atLeastATick(median(way, Run::wall)))),
                    terminal.figures().count(Math.round(rate(way))),
                    tenths(ratio(way)));
        }
        terminal.lines(columns.lines());
        terminal.say("bench.rules.legend");
        terminal.say(
                "bench.rules.live-decision",
                rules.getOrDefault(Way.LIVE, 0),
                tenths(micros(median(Way.LIVE, Run::cpu))),
                tenths(micros(mean(Way.LIVE, Run::cpu))),
                tenths(LIVE_TARGET_MICROS),
                tenths(micros(median(Way.LIVE_BY_HAND, Run::cpu))));
    }

    public JsonObject toJson() {
        JsonObjectBuilder ways = Json.createObjectBuilder();
        for (Way way : Way.values()) {
            ways.add(
                    way.name().toLowerCase(Locale.ROOT),
                    Json.createObjectBuilder()
                            .add("wallSeconds", median(way, Run::wall))
                            .add("cpuSeconds", median(way, Run::cpu))
                            .add("rules", rules.getOrDefault(way, 0))
                            .add("customersPerSecond", settings.customers() / atLeastATick(median(way, Run::wall)))
                            .add("customersPerCpuSecond", rate(way))
                            .add("timesByHand", ratio(way)));
        }
        return Json.createObjectBuilder()
                .add("machine", machine())
                .add("customers", settings.customers())
                .add("load", load())
                .add("rules", rules.getOrDefault(Way.BY_HAND, 0))
                .add("firingsPerCustomer", firings())
                .add("ways", ways)
                .add(
                        "liveDecision",
                        Json.createObjectBuilder()
                                .add("medianCpuMicros", micros(median(Way.LIVE, Run::cpu)))
                                .add("meanCpuMicros", micros(mean(Way.LIVE, Run::cpu)))
                                .add("targetCpuMicros", LIVE_TARGET_MICROS)
                                .add("medianCpuMicrosByHand", micros(median(Way.LIVE_BY_HAND, Run::cpu))))
                .build();
    }

    private double mean(Way way, ToDoubleFunction<Run> figure) {
        return runs.getOrDefault(way, List.of()).stream()
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }

    private double micros(double seconds) {
        return seconds * MICROS / settings.customers();
    }

    private static String tenths(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }

    private double median(Way way, ToDoubleFunction<Run> figure) {
        double[] sorted = runs.getOrDefault(way, List.of()).stream()
                .mapToDouble(figure)
                .sorted()
                .toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Customers a second of processor time, which others on the machine hardly change. */
    private double rate(Way way) {
        return settings.customers() / atLeastATick(median(way, Run::cpu));
    }

    private double ratio(Way way) {
        return median(way, Run::cpu) / atLeastATick(median(Way.BY_HAND, Run::cpu));
    }

    /** A few customers may take less than the clock of the processors tells. */
    private static double atLeastATick(double seconds) {
        return Math.max(seconds, 1e-9);
    }

    private double firings() {
        return median(Way.BY_HAND, Run::fired) / settings.customers();
    }

    private static String key(Way way) {
        return "bench.rules." + way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of the last minute, at the end of the work. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    static String machine() {
        return "%d processors, Java %s (%s), %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.version"),
                        System.getProperty("java.vm.name"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }
}
