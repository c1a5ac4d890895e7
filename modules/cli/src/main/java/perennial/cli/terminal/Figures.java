package perennial.cli.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** How figures look on a terminal; one that is not there is "not known", never a number. */
public final class Figures {
    private static final int BAR = 24;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Terminal terminal;

    Figures(Terminal terminal) {
        this.terminal = terminal;
    }

    public String notKnown() {
        return terminal.phrase("not-known");
    }

    public String count(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    public String count(Optional<BigDecimal> count) {
        return count.map(number -> count(number.longValue())).orElseGet(this::notKnown);
    }

    /** With so many decimals, rounded half up. */
    public String decimal(Optional<BigDecimal> number, int decimals) {
        return number.map(known -> String.format(
                        Locale.ENGLISH, "%,." + decimals + "f", known.setScale(decimals, RoundingMode.HALF_UP)))
                .orElseGet(this::notKnown);
    }

    /** A share of 1 in percent. */
    public String percent(Optional<BigDecimal> share) {
        return share.map(known -> decimal(Optional.of(known.movePointRight(2)), 1) + " %")
                .orElseGet(this::notKnown);
    }

    /** An amount in major units with the decimals it came with. */
    public String amount(Optional<BigDecimal> amount, Optional<String> currency) {
        return amount.map(known -> decimal(amount, Math.max(known.scale(), 0))
                        + currency.map(code -> " " + code).orElse(""))
                .orElseGet(this::notKnown);
    }

    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        return seconds < 60
                ? terminal.phrase("seconds", seconds)
                : terminal.phrase("minutes", seconds / 60, String.format(Locale.ENGLISH, "%02d", seconds % 60));
    }

    /** An instant by the clock of a zone; as it came where either can't be read. */
    public String time(Optional<String> instant, Optional<String> zone) {
        return instant.map(text -> time(text, zone.orElse("UTC"))).orElseGet(this::notKnown);
    }

    private static String time(String instant, String zone) {
        try {
            return TIME.format(Instant.parse(instant).atZone(ZoneId.of(zone)));
        } catch (DateTimeException e) {
            return instant;
        }
    }

    /** A bar of fixed length; empty where it is not known how much there is to do. */
    public String bar(long done, Optional<Long> total) {
        int filled = total.filter(all -> all > 0)
                .map(all -> (int) Math.min(BAR, BAR * done / all))
                .orElse(0);
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "]";
    }
}
