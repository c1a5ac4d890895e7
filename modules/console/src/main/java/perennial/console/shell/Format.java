package perennial.console.shell;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import perennial.activity.Shop;
import perennial.analytics.features.Feature;
import perennial.kernel.Money;
import perennial.kernel.Words;

/** Figures and dates as people of the page's language write them; times are those of the shop's zone. */
@Named
@RequestScoped
public class Format {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    @Inject
    private Language language;

    @Inject
    private Shop shop;

    private Optional<Shop.Settings> settings = Optional.empty();

    /** Once a page, which may show a hundred dates. */
    @PostConstruct
    void look() {
        settings = shop.settings();
    }

    public String whole(Number number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** A whole number with its sign, for changes. */
    public String change(long difference) {
        String size = whole(Math.abs(difference));
        return difference == 0 ? "±0" : (difference > 0 ? "+" : "−") + size;
    }

    public String decimal(double number, int places) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(number);
    }

    /** A share of one as a percentage with one decimal place. */
    public String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** An amount with its currency, to the minor unit. */
    public String money(Money money) {
        return money(money, money.currency().getDefaultFractionDigits());
    }

    /** An amount with its currency, in whole major units: for sums at a glance. */
    public String roundMoney(Money money) {
        return money(money, 0);
    }

    private String money(Money money, int places) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale());
        Currency currency = money.currency();
        format.setCurrency(currency);
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(money.toMajor());
    }

    public String day(Instant instant) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale())
                .format(instant.atZone(zone()));
    }

    /** By the clock of 24 hours, by which nobody mistakes midnight for noon. */
    public String time(Instant instant) {
        return day(instant) + " " + CLOCK.format(instant.atZone(zone()));
    }

    /** The sentence in the page's language. */
    public String of(Words words) {
        return language.of(words);
    }

    /** The phrase for a word of the data, such as a shop's own attribute; the word itself where there is none. */
    public String known(ResourceBundle phrases, String prefix, String word) {
        String key = prefix + word;
        return phrases.containsKey(key) ? phrases.getString(key) : word;
    }

    public Locale locale() {
        return language.getLocale();
    }

    /** A feature's value in its own unit; money is in the shop's currency. */
    public String feature(Feature feature, double value) {
        return switch (feature.unit()) {
            case MONEY ->
                settings.map(known -> money(Money.of(BigDecimal.valueOf(value), known.currency())))
                        .orElseGet(() -> decimal(value, 2));
            case SHARE -> percent(value);
            case COUNT, DAYS -> decimal(value, value == Math.rint(value) ? 0 : 1);
            case RATIO, RATING -> decimal(value, 2);
            case FLAG -> value == 1 ? "✓" : "–";
        };
    }

    public ZoneId zone() {
        return settings.map(Shop.Settings::zone).orElse(ZoneOffset.UTC);
    }
}
