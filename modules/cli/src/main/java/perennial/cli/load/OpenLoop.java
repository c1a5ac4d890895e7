package perennial.cli.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Calls at a steady pace, whatever becomes of those before. The time of each counts from the moment at which it was due,
 * so that one that had to wait for a slow one before it is not taken for a quick one.
 *
 * <p>By the JDK's older client, whose calls take less than a third of the processor time of the newer one's: what the
 * load program takes, the server beside it lacks.
 */
final class OpenLoop {
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e6;
    /** At once; whoever is due when all wait for an answer waits for one of them, and that counts. */
    private static final int CALLERS = 64;

    private static final int LONGEST_MILLIS = 60_000;

    static {
        System.setProperty("http.maxConnections", String.valueOf(CALLERS)); // kept open
        System.setProperty("sun.net.http.retryPost", "false"); // or a call could be made twice
    }

    /** @param body JSON that is posted */
    record Call(URI to, String secret, String body) {}

    /**
     * @param millis of each call that was answered as it should be, in ascending order
     * @param answers their bodies, by the number of the call
     * @param failures what was said to the others, with how often
     */
    record Result(int sent, List<Double> millis, Map<Integer, String> answers, Map<String, Integer> failures) {
        /** The time that a share of the calls did not exceed. */
        double quantile(double share) {
            return millis.isEmpty() ? Double.NaN : millis.get((int) Math.ceil(share * millis.size()) - 1);
        }

        int failed() {
            return failures.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** This and what came of further calls, which count on from these. */
        Result and(Result further) {
            Map<Integer, String> all = new HashMap<>(answers);
            further.answers.forEach((number, answer) -> all.put(sent + number, answer));
            Map<String, Integer> failed = new HashMap<>(failures);
            further.failures.forEach((what, often) -> failed.merge(what, often, Integer::sum));
            return new Result(
                    sent + further.sent,
                    Stream.concat(millis.stream(), further.millis.stream())
                            .sorted()
                            .toList(),
                    all,
                    failed);
        }
    }

    private final int expected;

    /** @param expected the status that an answer should have */
    OpenLoop(int expected) {
        this.expected = expected;
    }

    /** @param rate calls a second */
    Result run(double rate, Duration span, IntFunction<Call> calls) {
        Part part = new Part(rate, (int) Math.round(rate * span.toMillis() / 1_000), calls);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(part::work, callers))
                            .limit(CALLERS)
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } finally {
            callers.shutdown();
        }
        return part.result();
    }

    /** A number of calls among which each caller takes the next one. */
    private final class Part {
        private final double rate;
        private final double[] taken;
        private final IntFunction<Call> calls;
        private final long begin = System.nanoTime();
        private final AtomicInteger next = new AtomicInteger();
        private final Map<Integer, String> answers = new ConcurrentHashMap<>();
        private final Map<String, Integer> failures = new ConcurrentHashMap<>();

        Part(double rate, int count, IntFunction<Call> calls) {
            this.rate = rate;
            this.taken = new double[count];
            this.calls = calls;
        }

        void work() {
            for (int number = next.getAndIncrement(); number < taken.length; number = next.getAndIncrement()) {
                long due = begin + Math.round(number * NANOS / rate);
                await(due);
                try {
                    keep(number, OpenLoop.sent(calls.apply(number)));
                } catch (IOException e) {
                    failures.merge(e.toString(), 1, Integer::sum);
                }
                taken[number] = (System.nanoTime() - due) / MILLIS;
            }
        }

        private void keep(int number, HttpURLConnection answered) throws IOException {
            int status = answered.getResponseCode();
            String body = read(answered);
            if (status == expected) {
                answers.put(number, body);
            } else {
                failures.merge(status + " " + body, 1, Integer::sum);
            }
        }

        Result result() {
            List<Double> good = answers.keySet().stream()
                    .map(number -> taken[number])
                    .sorted()
                    .toList();
            return new Result(taken.length, good, answers, failures);
        }
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static HttpURLConnection sent(Call call) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) call.to().toURL().openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod("POST");
        connection.setConnectTimeout(LONGEST_MILLIS);
        connection.setReadTimeout(LONGEST_MILLIS);
        connection.setRequestProperty("Authorization", "Bearer " + call.secret());
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream body = connection.getOutputStream()) {
            body.write(call.body().getBytes(UTF_8));
        }
        return connection;
    }

    /** To its end, so that the connection serves again. */
    private static String read(HttpURLConnection answered) throws IOException {
        InputStream failure = answered.getErrorStream();
        try (InputStream body = failure == null ? answered.getInputStream() : failure) {
            return new String(body.readAllBytes(), UTF_8);
        }
    }
}
