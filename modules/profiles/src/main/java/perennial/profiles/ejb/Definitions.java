package perennial.profiles.ejb;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import perennial.analytics.lifecycle.LifeCycle;
import perennial.analytics.lifecycle.LifeCycle.Settings;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * The shop's own definitions of the stages: properties {@code perennial.lifecycle.NAME}, with the names of {@link
 * Settings}; what is not set is standard. Read at start, so that a value that makes no sense stops the product and not
 * the weekly run.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN) // written once, before anybody reads
public class Definitions {
    private static final String PREFIX = "perennial.lifecycle.";

    @Inject
    private Config config;

    private LifeCycle lifeCycle = new LifeCycle(Settings.standard());

    /** The server finds this method by its name alone, hence it has one of its own. */
    @PostConstruct
    void readProperties() {
        lifeCycle = new LifeCycle(settings(name -> config.getOptionalValue(name, String.class)));
    }

    public LifeCycle lifeCycle() {
        return lifeCycle;
    }

    static Settings settings(Function<String, Optional<String>> properties) {
        Settings standard = Settings.standard();
        try {
            return new Settings(
                    whole(properties, "ownGaps", standard.ownGaps()),
                    number(properties, "shortestGap", standard.shortestGap()),
                    number(properties, "quantile", standard.quantile()),
                    whole(properties, "leastCustomers", standard.leastCustomers()),
                    number(properties, "assumedGap", standard.assumedGap()),
                    number(properties, "lapse", standard.lapse()),
                    whole(properties, "activeDays", standard.activeDays()),
                    number(properties, "activeSpan", standard.activeSpan()));
        } catch (InvalidInputException e) {
            throw e.under(PREFIX);
        }
    }

    private static int whole(Function<String, Optional<String>> properties, String name, int standard) {
        return read(properties, name, standard, Integer::valueOf, new Words("it is no whole number", "不是整数"));
    }

    private static double number(Function<String, Optional<String>> properties, String name, double standard) {
        return read(properties, name, standard, Double::valueOf, new Words("it is no number", "不是数"));
    }

    private static <T> T read(
            Function<String, Optional<String>> properties,
            String name,
            T standard,
            Function<String, T> parse,
            Words reason) {
        Optional<String> text = properties.apply(PREFIX + name).map(String::strip);
        try {
            return text.map(parse).orElse(standard);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(
                    name, text.orElse(""), reason, new Words("give such as " + standard, "请给出例如 " + standard));
        }
    }
}
