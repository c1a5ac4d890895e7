package perennial.activity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/** The one shop that this installation serves. */
public interface Shop {
    /** Empty until the shop has been opened. */
    Optional<Settings> settings();

    /**
     * The settings of a shop that must be open by now.
     *
     * @throws perennial.kernel.ConflictException if it has not been opened
     */
    Settings opened();

    /**
     * The instant that the shop is looked at from: now, or, in a shop of the past, the end of its last day of activity.
     *
     * @throws perennial.kernel.ConflictException if the shop has not been opened, or is of the past and empty
     */
    Instant now();

    /** Opens the shop, or changes its settings. */
    void open(Settings settings, String actor);

    /**
     * @param sample the name of the sample that fills this shop; empty in a real one
     * @param simulated whether its customers are made up, which is said wherever its data shows
     * @param consentAssumed whether consent was assumed for a sample instead of recorded, which is said too
     * @param historic whether runs are as of the end of the last day of activity instead of now
     * @param asOf an instant that runs are as of, before all other choices
     */
    record Settings(
            String name,
            Currency currency,
            ZoneId zone,
            Optional<String> sample,
            boolean simulated,
            boolean consentAssumed,
            boolean historic,
            Optional<Instant> asOf) {
        public Settings {
            if (name.isBlank() || name.length() > 200) {
                throw new InvalidInputException(
                        "name",
                        name,
                        new Words("a shop's name has 1 to 200 characters", "店铺名称为 1 至 200 个字符"),
                        new Words("name the shop", "请给店铺命名"));
            }
        }
    }
}
