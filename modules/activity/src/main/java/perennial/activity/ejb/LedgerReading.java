package perennial.activity.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.Ledger;
import perennial.activity.Shop;
import perennial.activity.jpa.LedgerSums;
import perennial.activity.jpa.LedgerSums.Booked;
import perennial.activity.jpa.ShopRow;
import perennial.kernel.Money;
import perennial.kernel.Window;

@ApplicationScoped
public class LedgerReading implements Ledger {
    /** Earlier than every shop, and within the range of every database. */
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    @Inject
    private LedgerSums sums;

    @Inject
    private ShopRow shop;

    @Override
    public Totals totals(Instant cut) {
        return sums.totals(BEGINNING, cut, shop.opened().currency());
    }

    @Override
    public Totals totals(Window window) {
        return sums.totals(window.from(), window.to(), shop.opened().currency());
    }

    @Override
    public Optional<Money> medianOrder(Instant cut) {
        return sums.medianOrder(cut, shop.opened().currency());
    }

    @Override
    public Map<String, Long> unitsSold(Window window) {
        return sums.unitsSold(window.from(), window.to());
    }

    @Override
    public List<Cost> costs(Window window) {
        Shop.Settings settings = shop.opened();
        LocalDateTime from = LocalDateTime.ofInstant(window.from(), settings.zone());
        LocalDateTime to = LocalDateTime.ofInstant(window.to(), settings.zone());
        return sums.costs(from.toLocalDate(), to.toLocalDate()).stream()
                .map(booked -> new Cost(
                        booked.kind(), booked.channel(), new Money(share(booked, from, to), settings.currency())))
                .filter(cost -> cost.amount().minor() != 0)
                .toList();
    }

    /** The part of the cost that falls between two times, counted on the shop's calendar, where each day is equal. */
    static long share(Booked cost, LocalDateTime from, LocalDateTime to) {
        LocalDateTime begin = cost.from().atStartOfDay();
        LocalDateTime end = cost.to().atStartOfDay();
        Duration inside = Duration.between(begin.isAfter(from) ? begin : from, end.isBefore(to) ? end : to);
        if (inside.isNegative() || inside.isZero()) {
            return 0;
        }
        return BigDecimal.valueOf(cost.amountMinor())
                .multiply(BigDecimal.valueOf(inside.toSeconds()))
                .divide(BigDecimal.valueOf(Duration.between(begin, end).toSeconds()), MathContext.DECIMAL128)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    @Override
    public List<Month> months(Instant cut) {
        Shop.Settings settings = shop.opened();
        return sums.months(cut, settings.zone(), settings.currency());
    }

    @Override
    public Optional<Instant> endOfActivity() {
        ZoneId zone = shop.opened().zone();
        return sums.latest()
                .map(at -> at.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant());
    }

    @Override
    public Optional<Instant> firstPurchase() {
        return sums.firstPurchase();
    }
}
