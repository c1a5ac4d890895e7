package perennial.activity.reading;

import java.time.ZoneId;
import java.util.Currency;

/** What a file is read in where it does not say: the shop's currency and its time zone. */
public record Terms(Currency currency, ZoneId zone) {}
