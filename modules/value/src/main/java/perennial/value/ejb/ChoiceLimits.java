package perennial.value.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a choice of the model may take in one run, and how long it holds. */
@ApplicationScoped
public class ChoiceLimits {
    @Inject
    @ConfigProperty(name = "perennial.value.choice.seconds", defaultValue = "20")
    private long seconds;

    @Inject
    @ConfigProperty(name = "perennial.value.choice.days", defaultValue = "91")
    private long days;

    public Duration budget() {
        return Duration.ofSeconds(seconds);
    }

    public Duration oldest() {
        return Duration.ofDays(days);
    }
}
