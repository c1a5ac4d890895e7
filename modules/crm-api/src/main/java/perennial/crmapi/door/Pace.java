package perennial.crmapi.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** How often each key may ask, on this node. */
@ApplicationScoped
public class Pace {
    private static final Words NOBODY = new Words("nobody could ask", "谁也无法请求");

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Clock clock;
    private final double perSecond;
    private final double burst;

    protected Pace() {
        this(1, 1, Clock.systemUTC());
    }

    @Inject
    public Pace(
            @ConfigProperty(name = "perennial.api.rate", defaultValue = "50") double perSecond,
            @ConfigProperty(name = "perennial.api.burst", defaultValue = "100") double burst) {
        this(perSecond, burst, Clock.systemUTC());
    }

    Pace(double perSecond, double burst, Clock clock) {
        if (!(perSecond > 0)) {
            throw new InvalidInputException(
                    "perennial.api.rate",
                    perSecond,
                    NOBODY,
                    new Words("give requests a second, such as 50", "请给出每秒请求数，例如 50"));
        }
        if (!(burst >= 1)) {
            throw new InvalidInputException(
                    "perennial.api.burst",
                    burst,
                    NOBODY,
                    new Words("give a number of requests, such as 100", "请给出请求数，例如 100"));
        }
        this.perSecond = perSecond;
        this.burst = burst;
        this.clock = clock;
    }

    double perSecond() {
        return perSecond;
    }

    /** Takes a token; where there is none, tells after how many seconds there will be one. */
    OptionalLong ask(String key) {
        Instant now = clock.instant();
        Bucket left = buckets.compute(key, (name, bucket) -> {
            Bucket filled = bucket == null ? Bucket.full(burst, now) : bucket.filled(perSecond, burst, now);
            return filled.taken();
        });
        return left.refuses() ? OptionalLong.of(left.secondsLeft(perSecond)) : OptionalLong.empty();
    }
}
