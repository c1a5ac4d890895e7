package perennial.webhooks.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;
import perennial.webhooks.model.Patience;

/**
 * Properties {@code perennial.webhooks.NAME}, as ISO 8601 durations; what is not set is standard. Read at start, so that
 * a value that makes no sense stops the product and not a delivery.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // written once, before anybody reads
public class Settings {
    private static final String PREFIX = "perennial.webhooks.";

    @Inject
    private Config config;

    private Patience patience = Patience.standard();
    private Duration keep = Duration.ofDays(30);

    @PostConstruct
    void readWebhookProperties() {
        Function<String, Optional<String>> properties = name -> config.getOptionalValue(name, String.class);
        patience = patience(properties);
        keep = duration(properties, "keep", keep);
    }

    public Patience patience() {
        return patience;
    }

    /** How long a delivery stays visible after it was accepted. */
    public Duration keep() {
        return keep;
    }

    static Patience patience(Function<String, Optional<String>> properties) {
        Patience standard = Patience.standard();
        return new Patience(
                duration(properties, "first-pause", standard.first()),
                duration(properties, "longest-pause", standard.longest()),
                duration(properties, "park-after", standard.parkAfter()));
    }

    private static Duration duration(Function<String, Optional<String>> properties, String name, Duration standard) {
        Optional<String> text = properties.apply(PREFIX + name).map(String::strip);
        try {
            return text.map(Duration::parse).orElse(standard);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(
                    PREFIX + name,
                    text.orElse(""),
                    new Words("it is no duration", "不是时长"),
                    new Words("give such as PT5S or P7D", "请给出例如 PT5S 或 P7D"));
        }
    }
}
