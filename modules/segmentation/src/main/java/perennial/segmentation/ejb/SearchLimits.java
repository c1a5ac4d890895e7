package perennial.segmentation.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long resampling may take in a search for the number of segments, and how long a search counts. */
@ApplicationScoped
public class SearchLimits {
    @Inject
    @ConfigProperty(name = "perennial.segmentation.search.seconds", defaultValue = "20")
    private long seconds;

    @Inject
    @ConfigProperty(name = "perennial.segmentation.search.days", defaultValue = "91")
    private long days;

    public Duration budget() {
        return Duration.ofSeconds(seconds);
    }

    public Duration oldest() {
        return Duration.ofDays(days);
    }
}
