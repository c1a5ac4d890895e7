package perennial.webhooks.http;

import jakarta.enterprise.context.Dependent;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import perennial.webhooks.Failure;
import perennial.webhooks.Failure.Cause;
import perennial.webhooks.model.Parcel;
import perennial.webhooks.model.Signature;

/**
 * Carries requests to receivers. It follows no redirection, for an address was registered by an administrator and the
 * one redirected to was not; and nothing of an answer but its status is kept, so nobody can read other machines with it.
 */
@Dependent
public class Courier {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(15);

    private final HttpClient client;
    private final Clock clock;
    private final Duration patience;

    public Courier() {
        this(Clock.systemUTC(), TO_ANSWER);
    }

    public Courier(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TO_CONNECT)
                .build();
    }

    /** Empty where the receiver accepted it. */
    public Optional<Failure> send(Parcel parcel, String secret) {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request(parcel, secret), BodyHandlers.discarding());
        try {
            return judged(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS).statusCode());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return silent();
        } catch (ExecutionException e) {
            return e.getCause() instanceof HttpTimeoutException ? silent() : Optional.of(broken(e.getCause()));
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return silent();
        }
    }

    private HttpRequest request(Parcel parcel, String secret) {
        Instant now = clock.instant();
        byte[] body = parcel.body();
        return HttpRequest.newBuilder(parcel.address())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Perennial")
                .header("Perennial-Delivery", parcel.id())
                .header("Perennial-Kinds", parcel.kinds())
                .header("Perennial-Timestamp", Long.toString(now.getEpochSecond()))
                .header("Perennial-Signature", Signature.of(secret, now, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static Failure broken(@Nullable Throwable failure) {
        Cause cause = Cause.BROKEN;
        if (isOfTrust(failure)) {
            cause = Cause.UNTRUSTED;
        } else if (failure instanceof ConnectException) {
            cause = failure.getCause() instanceof UnresolvedAddressException ? Cause.UNRESOLVED : Cause.UNREACHABLE;
        }
        return new Failure(cause, String.valueOf(failure));
    }

    /** The client tells of a broken handshake by itself or, where an answer was awaited already, as a cause. */
    private static boolean isOfTrust(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Failure> judged(int status) {
        return switch (status / 100) {
            case 2 -> Optional.empty();
            case 3 -> Optional.of(new Failure(Cause.REDIRECTED, Integer.toString(status)));
            default -> Optional.of(new Failure(Cause.REFUSED, Integer.toString(status)));
        };
    }

    private Optional<Failure> silent() {
        return Optional.of(new Failure(Cause.SILENT, Long.toString(patience.toSeconds())));
    }
}
