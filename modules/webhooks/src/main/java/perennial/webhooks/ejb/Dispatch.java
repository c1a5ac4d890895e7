package perennial.webhooks.ejb;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import perennial.kernel.Run;
import perennial.webhooks.Failure;
import perennial.webhooks.jpa.DeliveryRows;
import perennial.webhooks.jpa.DeliveryRows.Content;
import perennial.webhooks.jpa.DeliveryRows.Waiting;
import perennial.webhooks.jpa.OwedRows;
import perennial.webhooks.jpa.OwedRows.Owed;
import perennial.webhooks.jpa.WebhookRows;
import perennial.webhooks.jpa.WebhookRows.Target;
import perennial.webhooks.model.Event;
import perennial.webhooks.model.Parcel;
import perennial.webhooks.model.Patience;
import perennial.webhooks.model.RunEvents;

/**
 * Makes deliveries of what is owed. There is one at a time for each webhook, and its events are fixed before it is first
 * sent: so the order stays, and whatever is sent again is the same.
 */
record Dispatch(
        WebhookRows webhooks, OwedRows owed, DeliveryRows deliveries, List<RunEvents> sources, Patience patience) {
    static final int TOGETHER = 100;
    private static final Logger LOG = System.getLogger(Dispatch.class.getName());

    /** What to send now to a webhook; empty if nothing is due, or if another node sends. */
    Optional<Parcel> next(long webhook, String node, Instant now) {
        return webhooks.hold(webhook, node, now).flatMap(target -> {
            Optional<Waiting> waiting = deliveries.waiting(webhook);
            if (waiting.isPresent()) {
                return waiting.filter(one -> !one.nextTry().isAfter(now)).flatMap(one -> again(target, one, now));
            }
            List<Owed> pending = owed.pending(webhook, TOGETHER);
            return pending.isEmpty() ? Optional.empty() : take(target, pending, now);
        });
    }

    private Optional<Parcel> again(Target target, Waiting delivery, Instant now) {
        Content content = delivery.content();
        Parcel parcel = parcel(target, content.first(), eventsOf(target.id(), content));
        if (parcel.events().size() == content.events()) {
            return Optional.of(parcel);
        }
        note(parcel, Optional.of(new Failure(Failure.Cause.GONE, "")), now);
        return Optional.empty();
    }

    private static Parcel parcel(Target target, long first, List<Event> events) {
        return new Parcel(target.id(), target.address(), target.sealedSecret(), first, events);
    }

    /** Fewer than there were where something is no longer stored. */
    private List<Event> eventsOf(long webhook, Content delivery) {
        OptionalLong of = delivery.owed();
        if (of.isEmpty()) {
            return owed.takenBy(webhook, delivery.first()).stream()
                    .flatMap(one -> one.single().stream())
                    .toList();
        }
        return owed.find(webhook, of.getAsLong())
                .map(one -> page(one, delivery.after(), delivery.events()))
                .orElse(List.of());
    }

    private List<Event> page(Owed from, String after, int limit) {
        Run run = from.run().orElseThrow();
        return sources.stream()
                .filter(source -> source.kind() == from.kind())
                .findFirst()
                .map(source -> source.after(run, after, limit))
                .orElse(List.of());
    }

    private Optional<Parcel> take(Target target, List<Owed> pending, Instant now) {
        Owed head = pending.get(0);
        List<Event> events = head.single().isPresent() ? takeSingles(target, pending) : takePage(head);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        long first = target.nextNumber();
        long next = first + events.size();
        Optional<Long> of = head.single().isPresent() ? Optional.empty() : Optional.of(head.id());
        deliveries.add(target.id(), first, next - 1, of, head.position(), head.since(), now);
        webhooks.countOn(target.id(), next);
        return Optional.of(parcel(target, first, events));
    }

    private List<Event> takeSingles(Target target, List<Owed> pending) {
        List<Event> events = new ArrayList<>();
        for (Owed one : pending) {
            Optional<Event> event = one.single();
            if (event.isEmpty()) {
                break;
            }
            owed.takeSingle(one.id(), target.nextNumber());
            events.add(event.get());
        }
        return events;
    }

    private List<Event> takePage(Owed head) {
        List<Event> events = page(head, head.position(), (int) Math.min(TOGETHER, head.left()));
        if (events.isEmpty()) {
            LOG.log(Level.ERROR, "{0} events that a webhook is owed are no longer stored", head.left());
            owed.end(head.id());
        } else {
            owed.take(head.id(), events.get(events.size() - 1).position(), events.size());
        }
        return events;
    }

    /** False if the delivery is not stored, or what it told is not: then it can't be sent a second time. */
    boolean sendAgain(long webhook, long first, Instant now) {
        boolean isWhole = deliveries
                .content(webhook, first)
                .filter(content -> eventsOf(webhook, content).size() == content.events())
                .isPresent();
        if (isWhole) {
            deliveries.sendAgain(webhook, first, now);
        }
        return isWhole;
    }

    /** Notes how a delivery ended, and when it is to be tried again. */
    void note(Parcel parcel, Optional<Failure> failure, Instant now) {
        if (failure.isPresent()) {
            fail(parcel, failure.get(), now);
        } else {
            deliveries.delivered(parcel.webhook(), parcel.first(), now);
            webhooks.accepted(parcel.webhook());
        }
    }

    private void fail(Parcel parcel, Failure failure, Instant now) {
        long webhook = parcel.webhook();
        int attempts = 1
                + deliveries
                        .waiting(webhook)
                        .filter(one -> one.content().first() == parcel.first())
                        .map(Waiting::attempts)
                        .orElse(0);
        Duration pause = patience.pause(attempts, webhook * 31 + parcel.first());
        deliveries.failed(webhook, parcel.first(), attempts, failure, now, now.plus(pause));
        boolean isEnough = webhooks.failed(webhook, now)
                .filter(since -> !since.plus(patience.parkAfter()).isAfter(now))
                .isPresent();
        if (isEnough) {
            webhooks.park(webhook);
            LOG.log(
                    Level.WARNING,
                    "webhook {0} is parked after {1} of failures: {2}",
                    webhook,
                    patience.parkAfter(),
                    failure.words().english());
        }
    }
}
