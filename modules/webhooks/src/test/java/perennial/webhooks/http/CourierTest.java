package perennial.webhooks.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import perennial.webhooks.EventKind;
import perennial.webhooks.Failure;
import perennial.webhooks.Failure.Cause;
import perennial.webhooks.model.Event;
import perennial.webhooks.model.Parcel;
import perennial.webhooks.model.Signature;
import perennial.webhooks.model.Wire;

class CourierTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private record Request(String contentType, String delivery, String kinds, String signature, String body) {}

    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer receiver;
    private final Courier courier = new Courier(CLOCK, Duration.ofSeconds(30));

    CourierTest() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        receiver.setExecutor(threads);
        receiver.createContext("/ok", exchange -> answer(exchange, 204));
        receiver.createContext("/broken", exchange -> answer(exchange, 500));
        receiver.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/ok");
            answer(exchange, 307);
        });
        receiver.createContext("/silent", exchange -> {
            awaitEnd();
            answer(exchange, 204);
        });
        receiver.createContext("/hangs-up", HttpExchange::close);
        receiver.start();
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        requests.add(new Request(
                exchange.getRequestHeaders().getFirst("Content-Type"),
                exchange.getRequestHeaders().getFirst("Perennial-Delivery"),
                exchange.getRequestHeaders().getFirst("Perennial-Kinds"),
                exchange.getRequestHeaders().getFirst("Perennial-Signature"),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        end.countDown();
        receiver.stop(0);
        threads.shutdown();
    }

    private Parcel parcelTo(String path) {
        return parcel(URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + path));
    }

    private static Parcel parcel(URI address) {
        JsonObject content = Json.createObjectBuilder()
                .add("customer", "Zoë")
                .add("stage", "active")
                .build();
        return new Parcel(
                3, address, "sealed", 17, List.of(new Event("stage-7-Zoë", EventKind.STAGE_CHANGED, "Zoë", content)));
    }

    @Test
    void a_request_says_what_it_is_and_proves_where_it_comes_from() throws Exception {
        assertThat(courier.send(parcelTo("/ok"), "secret")).isEmpty();
        Request request = requests.take();
        assertThat(request.contentType()).isEqualTo("application/json");
        assertThat(request.delivery()).isEqualTo("3-17");
        assertThat(request.kinds()).isEqualTo("stage.changed");
        assertThat(request.signature())
                .isEqualTo(Signature.of("secret", NOON, request.body().getBytes(UTF_8)));
        assertThat(Wire.read(request.body())).isEqualTo(Wire.read("""
                        {"version": 1, "webhook": 3, "delivery": "3-17", "events": [
                          {"id": "stage-7-Zoë", "number": 17, "kind": "stage.changed", "customer": "Zoë",
                           "stage": "active"}]}
                        """));
    }

    @Test
    void any_other_answer_is_a_failure_and_tells_its_status() {
        assertThat(courier.send(parcelTo("/broken"), "secret")).contains(new Failure(Cause.REFUSED, "500"));
        assertThat(courier.send(parcelTo("/unknown"), "secret")).contains(new Failure(Cause.REFUSED, "404"));
    }

    @Test
    void a_redirection_is_not_followed() {
        assertThat(courier.send(parcelTo("/moved"), "secret")).contains(new Failure(Cause.REDIRECTED, "307"));
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_receiver_that_does_not_answer_is_left() {
        Courier hasty = new Courier(CLOCK, Duration.ofMillis(50));
        assertThat(hasty.send(parcelTo("/silent"), "secret")).contains(new Failure(Cause.SILENT, "0"));
    }

    @Test
    void nobody_at_the_address_is_a_failure_that_says_so() {
        Parcel parcel = parcelTo("/ok");
        receiver.stop(0);
        Optional<Failure> failure = courier.send(parcel, "secret");
        assertThat(failure).map(Failure::cause).contains(Cause.UNREACHABLE);
    }

    @Test
    void a_name_that_no_host_has_is_a_failure_that_says_so() {
        assertThat(courier.send(parcel(URI.create("http://no-such-host.invalid/")), "secret"))
                .map(Failure::cause)
                .contains(Cause.UNRESOLVED);
    }

    @Test
    void a_receiver_that_breaks_off_is_a_failure_that_says_so() {
        assertThat(courier.send(parcelTo("/hangs-up"), "secret"))
                .map(Failure::cause)
                .contains(Cause.BROKEN);
    }

    @Test
    void a_receiver_that_speaks_plainly_where_secrecy_is_asked_for_is_not_trusted() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> greet(plain));
            URI secret = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/");
            assertThat(courier.send(parcel(secret), "secret"))
                    .map(Failure::cause)
                    .contains(Cause.UNTRUSTED);
        }
    }

    private static void greet(ServerSocket server) {
        try (Socket visitor = server.accept()) {
            visitor.getOutputStream().write("hello, nothing is secret here".getBytes(UTF_8));
            visitor.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
