package perennial.access.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.access.ApiKeys.ApiKey;
import perennial.access.Caller;
import perennial.access.Role;

@Entity
@Table(name = "api_key")
@SuppressWarnings("UnusedVariable") // queries read the fields
class ApiKeyEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_key_id")
    @SequenceGenerator(name = "api_key_id", sequenceName = "api_key_id", allocationSize = 1)
    private long id;

    private String name;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String fingerprint;

    @Column(name = "created_at")
    private OffsetDateTime createdAt;

    @Column(name = "expires_at")
    private @Nullable OffsetDateTime expiresAt;

    @Column(name = "revoked_at")
    private @Nullable OffsetDateTime revokedAt;

    protected ApiKeyEntity() {}

    ApiKeyEntity(String name, Role role, String fingerprint, Instant created, Optional<Instant> expires) {
        this.name = name;
        this.role = role;
        this.fingerprint = fingerprint;
        this.createdAt = created.atOffset(ZoneOffset.UTC);
        this.expiresAt = expires.map(e -> e.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    boolean opensAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt.toInstant()));
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now.atOffset(ZoneOffset.UTC);
        }
    }

    Caller caller() {
        return new Caller(name, role);
    }

    ApiKey toApiKey() {
        return new ApiKey(
                name,
                role,
                createdAt.toInstant(),
                Optional.ofNullable(expiresAt).map(OffsetDateTime::toInstant),
                Optional.ofNullable(revokedAt).map(OffsetDateTime::toInstant));
    }
}
