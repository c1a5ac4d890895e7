package perennial.console.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.console.login.Visitor;
import perennial.console.shell.Notices;
import perennial.webhooks.EventKind;
import perennial.webhooks.Webhooks;
import perennial.webhooks.Webhooks.Delivery;
import perennial.webhooks.Webhooks.Registered;
import perennial.webhooks.Webhooks.Registration;
import perennial.webhooks.Webhooks.State;
import perennial.webhooks.Webhooks.Webhook;

/** The addresses that are told what happens. */
@Named
@ViewScoped
public class WebhooksPage implements Serializable {
    private static final int LATEST = 20;

    @Inject
    private Webhooks webhooks;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Secret secret;

    private transient @Nullable List<Webhook> all;
    private @Nullable String address;
    private @Nullable String description;
    private String[] kinds =
            Arrays.stream(EventKind.values()).map(EventKind::label).toArray(String[]::new);
    private @Nullable Long opened;

    /** As they were when the page was shown, so that a click means the row that was seen. */
    public List<Webhook> getAll() {
        List<Webhook> known = Objects.requireNonNullElseGet(all, webhooks::all);
        all = known;
        return known;
    }

    public List<String> getAllKinds() {
        return Arrays.stream(EventKind.values()).map(EventKind::label).toList();
    }

    public List<String> kinds(Webhook webhook) {
        return webhook.kinds().stream().map(EventKind::label).sorted().toList();
    }

    public void register() {
        attempt(() -> {
            Registration registration = new Registration(
                    Objects.requireNonNullElse(address, ""),
                    Arrays.stream(kinds).map(EventKind::labelled).collect(Collectors.toSet()),
                    Optional.ofNullable(description));
            show(webhooks.register(registration, visitor.getName()));
            address = null;
            description = null;
        });
    }

    public boolean isActive(Webhook webhook) {
        return webhook.state() == State.ACTIVE;
    }

    public void pause(Webhook webhook) {
        attempt(() -> webhooks.pause(webhook.id(), visitor.getName()));
    }

    public void resume(Webhook webhook) {
        attempt(() -> webhooks.resume(webhook.id(), visitor.getName()));
    }

    public void rotate(Webhook webhook) {
        attempt(() -> show(webhooks.rotateSecret(webhook.id(), visitor.getName())));
    }

    public void remove(Webhook webhook) {
        attempt(() -> {
            webhooks.delete(webhook.id(), visitor.getName());
            notices.done(WebhooksPage.class, "webhook.is-removed", webhook.address());
            opened = null;
        });
    }

    public void redeliver(Webhook webhook, Delivery delivery) {
        attempt(() -> {
            webhooks.redeliver(webhook.id(), delivery.first(), visitor.getName());
            notices.done(WebhooksPage.class, "webhook.sent-again", delivery.first());
        });
    }

    /** Shows what went out to the webhook, or shows it no more. */
    public void open(Webhook webhook) {
        opened = isOpen(webhook) ? null : webhook.id();
    }

    public boolean isOpen(Webhook webhook) {
        return Objects.equals(opened, webhook.id());
    }

    public List<Delivery> deliveries(Webhook webhook) {
        return webhooks.deliveries(webhook.id(), LATEST);
    }

    private void show(Registered registered) {
        secret.show(registered.webhook().address().toString(), registered.secret());
    }

    private void attempt(Runnable deed) {
        visitor.need(Role.ADMINISTRATOR);
        notices.trying(deed);
        all = null;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public String[] getKinds() {
        return kinds.clone();
    }

    public void setKinds(String[] kinds) {
        this.kinds = kinds.clone();
    }
}
