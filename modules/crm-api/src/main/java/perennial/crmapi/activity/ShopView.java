package perennial.crmapi.activity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import perennial.activity.Shop;
import perennial.crmapi.wire.Bodies;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Words;

/**
 * @param currency by ISO 4217: EUR
 * @param zone by the IANA: Europe/London
 * @param sample the sample that fills the shop; null in a real one
 * @param historic runs are as of the end of the last day of activity instead of now
 * @param asOf an instant that runs are as of, before all other choices
 */
public record ShopView(
        @Nullable String name,
        @Nullable String currency,
        @Nullable String zone,
        @Nullable String sample,
        boolean simulated,
        boolean consentAssumed,
        boolean historic,
        @Nullable Instant asOf) {

    static ShopView of(Shop.Settings settings) {
        return new ShopView(
                settings.name(),
                settings.currency().getCurrencyCode(),
                settings.zone().getId(),
                settings.sample().orElse(null),
                settings.simulated(),
                settings.consentAssumed(),
                settings.historic(),
                settings.asOf().orElse(null));
    }

    Shop.Settings toSettings() {
        return new Shop.Settings(
                Bodies.given(name, "name"),
                currencyOf(Bodies.given(currency, "currency")),
                zoneOf(Bodies.given(zone, "zone")),
                Optional.ofNullable(sample),
                simulated,
                consentAssumed,
                historic,
                Optional.ofNullable(asOf));
    }

    private static Currency currencyOf(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "currency",
                    code,
                    new Words("it is no currency of ISO 4217", "不是 ISO 4217 货币代码"),
                    new Words("give such as EUR", "请给出如 CNY"));
        }
    }

    private static ZoneId zoneOf(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new InvalidInputException(
                    "zone",
                    id,
                    new Words("it is no time zone", "不是时区"),
                    new Words("give such as Europe/London", "请给出如 Asia/Shanghai"));
        }
    }
}
