package perennial.console.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.activity.Shop;
import perennial.kernel.Run;
import perennial.overview.Overview;

/** What stands around every page: whose data this is, and as of when. */
@Named
@RequestScoped
public class Frame {
    @Inject
    private Shop shop;

    @Inject
    private Overview overview;

    private Optional<Shop.Settings> settings = Optional.empty();
    private Optional<Run> run = Optional.empty();

    @PostConstruct
    void look() {
        settings = shop.settings();
        run = overview.inForce();
    }

    public @Nullable String getShopName() {
        return settings.map(Shop.Settings::name).orElse(null);
    }

    public boolean isSimulated() {
        return settings.map(Shop.Settings::simulated).orElse(false);
    }

    public boolean isConsentAssumed() {
        return settings.map(Shop.Settings::consentAssumed).orElse(false);
    }

    /** The instant that the figures are as of; null before the first run. */
    public @Nullable Instant getAsOf() {
        return run.map(Run::asOf).orElse(null);
    }
}
