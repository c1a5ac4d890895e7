package perennial.access.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.access.Role;
import perennial.access.Users.User;

@Entity
@Table(name = "console_user")
class UserEntity {
    @Id
    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String language;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "password_set_at")
    private OffsetDateTime passwordSetAt;

    @Column(name = "must_change_password")
    private boolean mustChangePassword;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "disabled_at")
    private @Nullable OffsetDateTime disabledAt;

    @Column(name = "entered_at")
    private @Nullable OffsetDateTime enteredAt;

    protected UserEntity() {}

    UserEntity(String name, Role role, Instant created) {
        this.name = name;
        this.role = role;
        this.createdAt = utc(created);
    }

    void setPassword(String hash, boolean mustChange, Instant now) {
        passwordHash = hash;
        mustChangePassword = mustChange;
        passwordSetAt = utc(now);
    }

    /** The same password in another form. */
    void rehash(String hash) {
        passwordHash = hash;
    }

    void disable(Instant now) {
        if (disabledAt == null) {
            disabledAt = utc(now);
        }
    }

    void enable() {
        disabledAt = null;
    }

    void entered(Instant now) {
        enteredAt = utc(now);
    }

    void setRole(Role role) {
        this.role = role;
    }

    void setLanguage(Locale chosen) {
        language = chosen.toLanguageTag();
    }

    Optional<String> openingHash() {
        return disabledAt == null ? Optional.of(passwordHash) : Optional.empty();
    }

    User toUser() {
        return new User(
                name,
                role,
                Optional.ofNullable(language).map(Locale::forLanguageTag),
                createdAt.toInstant(),
                Optional.ofNullable(disabledAt).map(OffsetDateTime::toInstant),
                passwordSetAt.toInstant(),
                mustChangePassword,
                Optional.ofNullable(enteredAt).map(OffsetDateTime::toInstant));
    }

    /** As finely as databases keep it, so that an instant stays equal to itself. */
    private static OffsetDateTime utc(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
