package perennial.segmentation.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.segmentation.model.DriftLimit;
import perennial.segmentation.model.Occasion;

/** How long a search may take and how long it counts, and up to where a version goes live by itself. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SegmentationLimits {
    @Inject
    @ConfigProperty(name = "perennial.segmentation.search.seconds", defaultValue = "20")
    private long seconds;

    @Inject
    @ConfigProperty(name = "perennial.segmentation.search.days", defaultValue = "91")
    private long days;

    @Inject
    @ConfigProperty(name = "perennial.segmentation.moved.limit", defaultValue = "0.1")
    private double moved;

    /** When the server starts, not when the first run needs it. */
    @PostConstruct
    void refuseBadValues() {
        drift();
    }

    public DriftLimit drift() {
        return new DriftLimit(moved);
    }

    public Occasion.Limits search(boolean isAsked) {
        return new Occasion.Limits(isAsked, Duration.ofDays(days), Duration.ofSeconds(seconds));
    }
}
