package perennial.console.administration;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.access.ApiKeys;
import perennial.access.ApiKeys.ApiKey;
import perennial.access.ApiKeys.IssuedKey;
import perennial.access.Role;
import perennial.console.login.Visitor;
import perennial.console.shell.Format;
import perennial.console.shell.Notices;

/** The API keys: made, and taken out of use. */
@Named
@ViewScoped
public class KeysPage implements Serializable {
    @Inject
    private ApiKeys keys;

    @Inject
    private Visitor visitor;

    @Inject
    private Notices notices;

    @Inject
    private Secret secret;

    @Inject
    private Format format;

    private transient @Nullable List<ApiKey> all;
    private @Nullable String name;
    private String role = Role.READER.label();
    private @Nullable String lastDay;
    private @Nullable String chosen;

    /** As they were when the page was shown, so that a click means the row that was seen. */
    public List<ApiKey> getAll() {
        List<ApiKey> known = Objects.requireNonNullElseGet(all, keys::all);
        all = known;
        return known;
    }

    /** The phrase of its state. */
    public String state(ApiKey key) {
        if (key.revoked().isPresent()) {
            return "key.revoked";
        }
        Instant now = Clock.systemUTC().instant();
        return key.expires().filter(end -> !now.isBefore(end)).isPresent() ? "key.ended" : "key.good";
    }

    public void issue() {
        visitor.need(Role.ADMINISTRATOR);
        Optional<Instant> end;
        try {
            // Good through the day named.
            end = Optional.ofNullable(lastDay)
                    .map(LocalDate::parse)
                    .map(day -> day.plusDays(1).atStartOfDay(format.zone()).toInstant());
        } catch (DateTimeParseException e) {
            notices.failed(KeysPage.class, "key.no-date");
            return;
        }
        attempt(() -> {
            IssuedKey issued =
                    keys.issue(Objects.requireNonNullElse(name, ""), Role.named(role), end, visitor.getName());
            secret.show(issued.name(), issued.secret());
            name = null;
            lastDay = null;
        });
    }

    /** Asks first: a key that is revoked stays so. */
    public void choose(ApiKey key) {
        chosen = key.name().equals(chosen) ? null : key.name();
    }

    public boolean isChosen(ApiKey key) {
        return key.name().equals(chosen);
    }

    public void revoke(ApiKey key) {
        visitor.need(Role.ADMINISTRATOR);
        attempt(() -> {
            keys.revoke(key.name(), visitor.getName());
            notices.done(KeysPage.class, "key.is-revoked", key.name());
        });
    }

    private void attempt(Runnable deed) {
        if (notices.trying(deed)) {
            chosen = null;
        }
        all = null;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public @Nullable String getLastDay() {
        return lastDay;
    }

    public void setLastDay(@Nullable String lastDay) {
        this.lastDay = lastDay;
    }
}
