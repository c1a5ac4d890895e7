package perennial.cli.load;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Requests at a steady pace, whatever becomes of those before. The time of each counts from the moment at which it was
 * due, so that one that had to wait for a slow one before it is not taken for a quick one.
 */
final class OpenLoop {
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e6;

    private final HttpClient client;

    OpenLoop(HttpClient client) {
        this.client = client;
    }

    /**
     * @param millis of each request that was answered as it should be, in ascending order
     * @param answers their bodies, by the number of the request
     * @param failures what was said to the others, with how often
     */
    record Result(int sent, List<Double> millis, Map<Integer, String> answers, Map<String, Integer> failures) {
        /** The time that a share of the requests did not exceed. */
        double quantile(double share) {
            return millis.isEmpty() ? Double.NaN : millis.get((int) Math.ceil(share * millis.size()) - 1);
        }

        int failed() {
            return failures.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * @param rate requests a second
     * @param expected the status that an answer should have
     */
    Result run(double rate, Duration span, int expected, IntFunction<HttpRequest> requests) {
        int count = (int) Math.round(rate * span.toMillis() / 1_000);
        double[] taken = new double[count];
        Map<Integer, String> answers = new ConcurrentHashMap<>();
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        long begin = System.nanoTime();
        CompletableFuture<?>[] all = new CompletableFuture<?>[count];
        for (int i = 0; i < count; i++) {
            int number = i;
            long due = begin + Math.round(i * NANOS / rate);
            await(due);
            all[i] = client.sendAsync(requests.apply(i), BodyHandlers.ofString())
                    .handle((answer, failure) -> {
                        taken[number] = (System.nanoTime() - due) / MILLIS;
                        if (failure == null && answer.statusCode() == expected) {
                            answers.put(number, answer.body());
                        } else {
                            failures.merge(told(answer, failure), 1, Integer::sum);
                        }
                        return number;
                    });
        }
        CompletableFuture.allOf(all).join();
        List<Double> good =
                answers.keySet().stream().map(i -> taken[i]).sorted().toList();
        return new Result(count, good, answers, failures);
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static String told(HttpResponse<String> answer, @Nullable Throwable failure) {
        return failure == null ? answer.statusCode() + " " + answer.body() : failure.toString();
    }
}
