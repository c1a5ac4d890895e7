package perennial.activity.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.activity.Shop.Settings;

@Entity
@Table(name = "shop")
@SuppressWarnings("UnusedVariable") // queries read the fields
class ShopEntity {
    static final short ONLY = 1;

    @Id
    private short id = ONLY;

    private String name;
    private String currency;
    private String zone;
    private @Nullable String sample;
    private boolean simulated;

    @Column(name = "consent_assumed")
    private boolean consentAssumed;

    private boolean historic;

    @Column(name = "as_of")
    private @Nullable OffsetDateTime asOf;

    protected ShopEntity() {}

    ShopEntity(Settings settings) {
        name = settings.name();
        currency = settings.currency().getCurrencyCode();
        zone = settings.zone().getId();
        sample = settings.sample().orElse(null);
        simulated = settings.simulated();
        consentAssumed = settings.consentAssumed();
        historic = settings.historic();
        asOf = settings.asOf().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    Settings toSettings() {
        return new Settings(
                name,
                Currency.getInstance(currency),
                ZoneId.of(zone),
                Optional.ofNullable(sample),
                simulated,
                consentAssumed,
                historic,
                Optional.ofNullable(asOf).map(OffsetDateTime::toInstant));
    }
}
