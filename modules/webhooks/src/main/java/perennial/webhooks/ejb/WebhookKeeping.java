package perennial.webhooks.ejb;

import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import perennial.kernel.Act;
import perennial.kernel.ConflictException;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.webhooks.UnknownDeliveryException;
import perennial.webhooks.UnknownWebhookException;
import perennial.webhooks.Webhooks;
import perennial.webhooks.jpa.DeliveryRows;
import perennial.webhooks.jpa.WebhookRows;
import perennial.webhooks.model.Address;
import perennial.webhooks.model.Seal;

@Stateless
@Local(Webhooks.class)
public class WebhookKeeping implements Webhooks {
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int MOST_WEBHOOKS = 100;
    private static final int MOST_DELIVERIES = 500;

    @Inject
    private WebhookRows rows;

    @Inject
    private DeliveryRows deliveries;

    @Inject
    private Dispatching dispatching;

    @Inject
    private SealKey key;

    @Inject
    private Event<Act> acts;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Registered register(Registration registration, String actor) {
        Address address = Address.parse(registration.address());
        refuseUnlessWhole(registration);
        if (rows.all().size() >= MOST_WEBHOOKS) {
            throw new ConflictException(
                    new Words("there are " + MOST_WEBHOOKS + " webhooks", "已有 " + MOST_WEBHOOKS + " 个回调地址"),
                    new Words("delete one that is not used", "请删除一个不用的"));
        }
        long id = rows.nextId();
        String secret = Seal.newSecret();
        rows.add(
                id,
                address,
                registration.kinds(),
                registration.description(),
                key.make().close(id, secret),
                clock.instant());
        acts.fire(new Act(actor, "webhook.registered", id + " " + address.uri().getHost()));
        return new Registered(find(id), secret);
    }

    private static void refuseUnlessWhole(Registration registration) {
        if (registration.kinds().isEmpty()) {
            throw new InvalidInputException(
                    "kinds",
                    "",
                    new Words("it is to be told of nothing", "没有要通知的事件"),
                    new Words("name at least one kind of event", "请至少给出一种事件"));
        }
        registration
                .description()
                .filter(text -> text.length() > LONGEST_DESCRIPTION)
                .ifPresent(text -> {
                    throw new InvalidInputException(
                            "description",
                            text.length() + " characters",
                            new Words(
                                    "it is longer than " + LONGEST_DESCRIPTION + " characters",
                                    "超过 " + LONGEST_DESCRIPTION + " 个字符"),
                            new Words("shorten it", "请缩短"));
                });
    }

    @Override
    public List<Webhook> all() {
        return rows.all();
    }

    @Override
    public Webhook find(long id) {
        return rows.find(id).orElseThrow(() -> new UnknownWebhookException(id));
    }

    @Override
    public void pause(long id, String actor) {
        find(id);
        rows.pause(id);
        acts.fire(new Act(actor, "webhook.paused", Long.toString(id)));
    }

    @Override
    public void resume(long id, String actor) {
        find(id);
        rows.resume(id);
        deliveries.hurry(id, clock.instant());
        acts.fire(new Act(actor, "webhook.resumed", Long.toString(id)));
    }

    @Override
    public Registered rotateSecret(long id, String actor) {
        find(id);
        String secret = Seal.newSecret();
        rows.reseal(id, key.make().close(id, secret));
        acts.fire(new Act(actor, "webhook.secret-rotated", Long.toString(id)));
        return new Registered(find(id), secret);
    }

    @Override
    public void delete(long id, String actor) {
        Webhook gone = find(id);
        rows.delete(id);
        acts.fire(new Act(actor, "webhook.deleted", id + " " + gone.address().getHost()));
    }

    @Override
    public List<Delivery> deliveries(long id, int limit) {
        find(id);
        if (limit < 1 || limit > MOST_DELIVERIES) {
            throw new InvalidInputException(
                    "limit",
                    limit,
                    new Words(
                            "a list holds 1 to " + MOST_DELIVERIES + " deliveries",
                            "列表含 1 至 " + MOST_DELIVERIES + " 次投递"),
                    new Words("give a limit from 1 to " + MOST_DELIVERIES, "请给出 1 至 " + MOST_DELIVERIES + " 的数字"));
        }
        return deliveries.latest(id, limit);
    }

    @Override
    public void redeliver(long id, long first, String actor) {
        find(id);
        if (!dispatching.sendAgain(id, first)) {
            throw new UnknownDeliveryException(first);
        }
        acts.fire(new Act(actor, "webhook.redelivered", id + "-" + first));
    }

    @Override
    public Backlog backlog() {
        List<Backlog> each = rows.all().stream().map(Webhook::backlog).toList();
        Optional<Instant> oldest =
                each.stream().flatMap(one -> one.oldest().stream()).min(Comparator.naturalOrder());
        return new Backlog(each.stream().mapToLong(Backlog::events).sum(), oldest);
    }

    @Override
    public Optional<Long> oldestRunOwed() {
        return dispatching.oldestRunOwed();
    }
}
