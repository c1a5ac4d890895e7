package perennial.cli.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import perennial.cli.load.OpenLoop.Call;
import perennial.cli.load.OpenLoop.Result;

class OpenLoopTest {
    private static final int CREATED = 201;
    private static final double RATE = 1_000;

    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final ExecutorService answering = Executors.newCachedThreadPool();
    private final OpenLoop loop = new OpenLoop(CREATED);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(answering);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        answering.shutdown();
    }

    @Test
    void two_spans_are_told_as_one() {
        Result first = new Result(3, List.of(1.0, 4.0), Map.of(0, "a", 2, "c"), Map.of("refused", 1));
        Result second = new Result(2, List.of(2.0), Map.of(1, "e"), Map.of("refused", 1));
        assertThat(first.and(second))
                .isEqualTo(new Result(5, List.of(1.0, 2.0, 4.0), Map.of(0, "a", 2, "c", 4, "e"), Map.of("refused", 2)));
    }

    @Test
    void each_call_is_sent_once_and_its_answer_known_by_its_number() {
        server.createContext("/", call -> answer(call, CREATED, "told " + note(call)));
        Result result = loop.run(RATE, Duration.ofMillis(100), calls());
        assertThat(received).hasSize(100).doesNotHaveDuplicates();
        assertThat(result.sent()).isEqualTo(100);
        assertThat(result.failed()).isZero();
        assertThat(result.answers())
                .hasSize(100)
                .containsEntry(0, "told call 0")
                .containsEntry(99, "told call 99");
        assertThat(result.millis()).hasSize(100).isSorted();
    }

    @Test
    void another_status_is_a_failure_with_what_was_said() {
        server.createContext("/", call -> {
            boolean isOdd = note(call).endsWith("1");
            answer(call, isOdd ? 503 : CREATED, isOdd ? "come again" : "made");
        });
        Result result = loop.run(RATE, Duration.ofMillis(20), calls());
        assertThat(result.failures()).isEqualTo(Map.of("503 come again", 2));
        assertThat(result.answers()).hasSize(18);
        assertThat(result.millis()).hasSize(18);
    }

    @Test
    void nobody_waits_for_an_answer_to_somebody_else() {
        CyclicBarrier all = new CyclicBarrier(30);
        server.createContext("/", call -> {
            note(call);
            await(all);
            answer(call, CREATED, "");
        });
        assertThat(loop.run(RATE, Duration.ofMillis(30), calls()).failed()).isZero();
    }

    @Test
    void a_server_that_is_not_there_fails_all_of_them() {
        server.stop(0);
        Result result = loop.run(RATE, Duration.ofMillis(5), calls());
        assertThat(result.failed()).isEqualTo(5);
        assertThat(result.quantile(0.5)).isNaN();
    }

    @Test
    void a_quantile_is_what_that_share_did_not_exceed() {
        Result result = new Result(4, List.of(1.0, 2.0, 3.0, 4.0), Map.of(), Map.of());
        assertThat(result.quantile(0.5)).isEqualTo(2);
        assertThat(result.quantile(0.51)).isEqualTo(3);
        assertThat(result.quantile(1)).isEqualTo(4);
    }

    private IntFunction<Call> calls() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return number -> new Call(address, "secret", "call " + number);
    }

    private String note(HttpExchange call) throws IOException {
        assertThat(call.getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer secret");
        String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
        received.add(body);
        return body;
    }

    private static void answer(HttpExchange call, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    private static void await(CyclicBarrier all) {
        try {
            all.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
