package perennial.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import perennial.kernel.Words;

/**
 * The addresses that are told what happens. What a webhook is owed is written to an outbox in the transaction that makes
 * it valid, and goes out in order, in signed requests, until the receiver has accepted it.
 */
public interface Webhooks {
    /**
     * Registers an address; it is told what becomes valid from now on.
     *
     * @param actor who asks, here and below
     * @throws perennial.kernel.InvalidInputException if the address is none, or no kind of event is named
     */
    Registered register(Registration registration, String actor);

    /** The oldest first. */
    List<Webhook> all();

    /** @throws UnknownWebhookException if there is none of that number, here and below */
    Webhook find(long id);

    /** Nothing more is sent; what happens is kept in the outbox. */
    void pause(long id, String actor);

    /** Sends again, at once and from where it stood, be it paused, parked or waiting for its next try. */
    void resume(long id, String actor);

    /** Makes another secret; all requests from now on are signed with it. */
    Registered rotateSecret(long id, String actor);

    /** Forgets the address, with all that it is still owed. */
    void delete(long id, String actor);

    /** The newest first. */
    List<Delivery> deliveries(long id, int limit);

    /**
     * Sends a past delivery once more, the same events under the same numbers, before what is still owed.
     *
     * @param first the number of its first event
     * @throws UnknownDeliveryException if there is none, or it is older than deliveries or their runs are kept
     */
    void redeliver(long id, long first, String actor);

    /** What all webhooks together are still owed. */
    Backlog backlog();

    /**
     * The oldest run whose results are still to be told, or can be told again as its deliveries are kept; they must be
     * kept until then. Empty where there is none.
     */
    Optional<Long> oldestRunOwed();

    enum State {
        ACTIVE,
        PAUSED,
        /** Failed for so long that it is no longer tried; {@link #resume} takes it up again. */
        PARKED
    }

    /**
     * @param address http or https, without user and password in it
     * @param description at most 500 characters
     */
    record Registration(String address, Set<EventKind> kinds, Optional<String> description) {}

    /** A webhook with its secret, which is shown this once: 43 characters of {@code [A-Za-z0-9_-]}. */
    record Registered(Webhook webhook, String secret) {}

    /**
     * @param failingSince since when nothing was accepted; empty while all is well
     * @param backlog what it is still owed
     * @param warning what is unwise about the address
     */
    record Webhook(
            long id,
            URI address,
            Set<EventKind> kinds,
            Optional<String> description,
            State state,
            Instant created,
            Optional<Instant> failingSince,
            Backlog backlog,
            Optional<Words> warning) {}

    /**
     * @param events that were not accepted yet
     * @param oldest since when the oldest of them is owed; empty where there are none
     */
    record Backlog(long events, Optional<Instant> oldest) {}

    /**
     * Events that go out in one request.
     *
     * @param first number of its first event; numbers of a webhook begin at 1 and have no gaps
     * @param last number of its last event
     * @param tried the last try; empty before the first
     * @param nextTry when it is tried next at the earliest; empty once it is delivered
     * @param failure why the last try failed; empty unless it did
     */
    record Delivery(
            long first,
            long last,
            int attempts,
            Optional<Instant> tried,
            Optional<Instant> nextTry,
            Optional<Instant> delivered,
            Optional<Failure> failure) {}
}
