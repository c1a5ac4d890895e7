package perennial.verification.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A running server with the EAR in it. */
interface Server {
    Duration PATIENCE = Duration.ofMinutes(4);

    int port();

    void stop();

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Asks for readiness until it is there, the process has died, or patience has run out. */
    static void awaitReady(int port, BooleanSupplier alive, Path log) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/ready"))
                .build();
        Instant end = Instant.now().plus(PATIENCE);
        while (alive.getAsBoolean() && Instant.now().isBefore(end)) {
            int status = client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                    .thenApply(HttpResponse::statusCode)
                    .exceptionally(refused -> 0)
                    .join();
            if (status == 200) {
                return;
            }
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS))
                    .join();
        }
        throw new IOException("the server is not ready; see " + log);
    }
}
