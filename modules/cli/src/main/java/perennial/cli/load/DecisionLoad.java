package perennial.cli.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import perennial.cli.load.OpenLoop.Call;
import perennial.cli.load.OpenLoop.Result;
import perennial.cli.server.Answer;
import perennial.cli.server.RemoteServer;
import perennial.cli.terminal.Columns;
import perennial.cli.terminal.Failure;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;

/**
 * Live decisions at a steady pace on a running server, with two swaps of the rules in the middle, beside calls that
 * authenticate and put one row of the same size durably in place, at the same pace and on the same server: half of them
 * before and half after, since a machine that others share is quicker at one time than at another.
 */
public final class DecisionLoad {
    /** Shares of the pace: a server that is cold would be left with a backlog by the whole of it. */
    private static final List<Double> CLIMB = List.of(0.05, 0.1, 0.2, 0.4, 0.7, 1.0);

    private static final Duration STEP = Duration.ofSeconds(10);
    /** At the pace itself right before it counts, else the second part would begin where the server has forgotten it. */
    private static final Duration RUN_UP = Duration.ofSeconds(30);

    /** So many that few wait for another decision about themselves, which is not what is measured. */
    private static final int CUSTOMERS = 5_000;

    private static final int CREATED = 201;

    private final LoadSettings settings;
    private final RemoteServer operator;
    private final Terminal terminal;
    private final OpenLoop loop;
    private final Map<String, Result> results = new LinkedHashMap<>();
    private final List<Double> loads = new ArrayList<>();
    private Map<String, String> codes = Map.of();

    private DecisionLoad(LoadSettings settings, RemoteServer operator, Terminal terminal) {
        this.settings = settings;
        this.operator = operator;
        this.terminal = terminal;
        this.loop = new OpenLoop(CREATED);
    }

    /** @param operator a server with a shop whose first run has ended, and whose yardstick and pace are open */
    public static DecisionLoad run(LoadSettings settings, RemoteServer operator, Terminal terminal) {
        DecisionLoad load = new DecisionLoad(settings, operator, terminal);
        try (Keys keys = new Keys(operator)) {
            load.run(
                    keys,
                    new BenchRules(
                            keys.server("marketer", terminal.locale()), keys.server("marketer", terminal.locale())));
        }
        return load;
    }

    private void run(Keys keys, BenchRules rules) {
        String secret = keys.secret("analyst");
        List<String> customers = customers();
        IntFunction<Call> decisions = i -> call(
                "/decisions",
                secret,
                "{\"customer\":\"" + customers.get(i % customers.size()) + "\",\"moment\":\"visit\"}");
        rules.publish("BN-01");
        try {
            Result warm = asked(climbTo(settings.warmUp()), decisions);
            String row = Json.createObjectBuilder()
                    .add("text", warm.answers().values().stream().findFirst().orElseThrow(() -> failed(warm)))
                    .build()
                    .toString();
            compare(i -> call("/yardstick", secret, row), decisions, rules);
        } finally {
            rules.goBack();
        }
    }

    private void compare(IntFunction<Call> rows, IntFunction<Call> decisions, BenchRules rules) {
        Duration half = settings.span().dividedBy(2);
        asked(climbTo(RUN_UP), rows);
        results.put("rows", measured("rows", half, rows));
        String proposal = rules.propose("BN-02");
        asked(level(RUN_UP), decisions);
        CompletableFuture<Void> swaps = swaps(rules, proposal);
        results.put("decisions", measured("decisions", settings.span(), decisions));
        await(swaps);
        codes = Map.copyOf(rules.codes());
        asked(level(RUN_UP), rows);
        results.merge("rows", measured("rows", half, rows), Result::and);
    }

    /** Page after page, as many as there are up to the number that is wanted. */
    private List<String> customers() {
        List<String> customers = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent() && customers.size() < CUSTOMERS) {
            Answer page = operator.get("/customers?limit=100"
                    + cursor.filter(from -> !from.isEmpty())
                            .map(from -> "&cursor=" + URLEncoder.encode(from, UTF_8))
                            .orElse(""));
            page.objects("items").forEach(one -> customers.add(one.text("id").orElseThrow()));
            cursor = page.text("next");
        }
        if (customers.isEmpty()) {
            throw Failure.of("bench.decisions.no-customers");
        }
        return customers;
    }

    private static void await(CompletableFuture<Void> swaps) {
        try {
            swaps.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Failure failure ? failure : e;
        }
    }

    private Failure failed(Result warm) {
        return Failure.of(
                "bench.decisions.failed",
                warm.failures().keySet().stream().findFirst().orElse(""));
    }

    private static List<Double> climbTo(Duration level) {
        return Stream.concat(CLIMB.stream(), level(level).stream()).toList();
    }

    private static List<Double> level(Duration span) {
        return Collections.nCopies(Math.toIntExact(span.dividedBy(STEP)), 1.0);
    }

    /**
     * Asks in steps, none of which counts.
     *
     * @param shares of the pace, a step each
     * @return what came of the first
     */
    private Result asked(List<Double> shares, IntFunction<Call> calls) {
        Gauge gauge = terminal.gauge();
        List<Result> steps = new ArrayList<>();
        for (double share : shares) {
            long done = STEP.multipliedBy(steps.size()).toSeconds();
            gauge.show(terminal.phrase(
                    "bench.decisions.warm",
                    done,
                    STEP.multipliedBy(shares.size()).toSeconds()));
            steps.add(loop.run(share * settings.rate(), STEP, calls));
        }
        gauge.clear();
        return steps.get(0);
    }

    private Result measured(String part, Duration span, IntFunction<Call> calls) {
        Gauge gauge = terminal.gauge();
        gauge.show(terminal.phrase("bench.decisions." + part, span.toSeconds()));
        Result result = loop.run(settings.rate(), span, calls);
        loads.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        gauge.clear();
        return result;
    }

    /** The proposal in force after a third of the time, and back after another. */
    private CompletableFuture<Void> swaps(BenchRules rules, String proposal) {
        long third = settings.span().toMillis() / 3;
        Executor first = CompletableFuture.delayedExecutor(third, TimeUnit.MILLISECONDS);
        Executor second = CompletableFuture.delayedExecutor(2 * third, TimeUnit.MILLISECONDS);
        CompletableFuture<Void> forth = CompletableFuture.runAsync(() -> rules.approve(proposal, "BN-02"), first);
        return CompletableFuture.runAsync(forth::join, second).thenRun(rules::goBack);
    }

    private Call call(String path, String secret, String body) {
        return new Call(operator.address().resolve("/api/v1" + path), secret, body);
    }

    /** Answers of which not every part is by one and the same version. */
    private long mixed() {
        return result("decisions").answers().values().stream()
                .filter(body -> !isOfOneVersion(body))
                .count();
    }

    private boolean isOfOneVersion(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            Answer answer = new Answer(reader.readObject());
            List<String> books = answer.objects("decisions").stream()
                    .map(one -> one.object("versions").text("rules").orElse(""))
                    .distinct()
                    .toList();
            List<String> fired = answer.texts("fired").stream()
                    .map(rule -> rule.substring(0, rule.indexOf(' ')))
                    .filter(codes::containsValue)
                    .toList();
            return books.size() == 1 && fired.equals(List.of(codes.getOrDefault(books.get(0), "")));
        }
    }

    private long versions() {
        return result("decisions").answers().values().stream()
                .flatMap(body -> codes.keySet().stream().filter(body::contains))
                .distinct()
                .count();
    }

    private Result result(String part) {
        return results.getOrDefault(part, new Result(0, List.of(), Map.of(), Map.of()));
    }

    private double ratio(double share) {
        return result("decisions").quantile(share) / result("rows").quantile(share);
    }

    public void show() {
        terminal.say(
                "bench.load", loads.stream().map(one -> format("%.1f", one)).toList());
        terminal.say(
                "bench.decisions.heading",
                format("%.0f", settings.rate()),
                settings.span().toSeconds());
        Columns columns = new Columns()
                .row(
                        "",
                        terminal.phrase("bench.decisions.sent"),
                        terminal.phrase("bench.decisions.not"),
                        "p50 ms",
                        "p99 ms");
        results.forEach((part, result) -> columns.row(
                terminal.phrase("bench.decisions.part." + part),
                terminal.figures().count(result.sent()),
                terminal.figures().count(result.failed()),
                format("%.2f", result.quantile(0.5)),
                format("%.2f", result.quantile(0.99))));
        terminal.lines(columns.lines());
        terminal.say("bench.decisions.ratio", format("%.1f", ratio(0.5)), format("%.1f", ratio(0.99)));
        terminal.say("bench.decisions.versions", versions(), mixed());
        results.values()
                .forEach(result -> result.failures()
                        .forEach((what, often) -> terminal.say("bench.decisions.failure", often, what)));
    }

    private static String format(String form, double number) {
        return String.format(Locale.ROOT, form, number);
    }

    public JsonObject toJson() {
        var parts = Json.createObjectBuilder();
        results.forEach((part, result) -> parts.add(
                part,
                Json.createObjectBuilder()
                        .add("sent", result.sent())
                        .add("failed", result.failed())
                        .add("p50Millis", result.quantile(0.5))
                        .add("p99Millis", result.quantile(0.99))));
        return Json.createObjectBuilder()
                .add("load", Json.createArrayBuilder(loads))
                .add("rate", settings.rate())
                .add("seconds", settings.span().toSeconds())
                .add("parts", parts)
                .add("p50Ratio", ratio(0.5))
                .add("p99Ratio", ratio(0.99))
                .add("versions", versions())
                .add("mixed", mixed())
                .build();
    }
}
