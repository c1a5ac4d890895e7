package perennial.metrics.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.activity.Ledger.Cost;
import perennial.analytics.history.Cancellation;
import perennial.analytics.history.History;
import perennial.analytics.history.Purchase;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Window;
import perennial.metrics.Metrics.Report;

/**
 * A shop that sells tea at 10.00 and pots at 30.00, told over 60 days, March 2nd to April 30th of 2025, of which April
 * 1st begins the second half. Five customers:
 *
 * <ul>
 *   <li>Anna bought before, buys two tea in the first half and a pot in the second: she stays;
 *   <li>Bert bought before and no more: he is lost;
 *   <li>Carl buys one tea in the first half, his first purchase;
 *   <li>Dora bought long before, and buys a tea in the second half that she gives back: won back;
 *   <li>Emil never bought.
 * </ul>
 */
public final class TeaShop {
    public static final Currency EURO = Currency.getInstance("EUR");
    public static final Instant END = day("2025-05-01");
    public static final Window PERIOD = new Window(day("2025-03-02"), END);

    /** By which a period of 30 days has a rate of 1 %. */
    static final double ANNUAL_RATE = Math.expm1(Math.log1p(0.01) * 365.25 / 30);

    private Instant recordedFrom = day("2024-12-01");
    private final Map<String, Long> unitCosts = new HashMap<>(Map.of("tea", 400L, "pot", 1000L));
    private List<Cost> costs = List.of(
            cost("acquisition", "search", 3000),
            cost("acquisition", "social", 2000),
            cost("retention", "email", 3000),
            cost("marketing", "print", 9900));

    public TeaShop withoutCosts() {
        costs = List.of();
        return this;
    }

    TeaShop withoutTheCostOf(String sku) {
        unitCosts.remove(sku);
        return this;
    }

    TeaShop recordedFrom(String day) {
        recordedFrom = day(day);
        return this;
    }

    public Report report(Window... periods) {
        Measurement measurement = new Measurement(
                new Measurement.Setting(EURO, ZoneOffset.UTC, recordedFrom, unitCosts), END, List.of(periods));
        customers().forEach(measurement::add);
        return measurement.report(period -> costs, ANNUAL_RATE);
    }

    private static List<History> customers() {
        return List.of(
                customer(
                        "anna",
                        buys("2025-01-10", "tea", 1),
                        buys("2025-03-10", "tea", 2),
                        buys("2025-04-10", "pot", 1)),
                customer("bert", buys("2025-01-15", "tea", 1)),
                customer("carl", buys("2025-03-20", "tea", 1)),
                dora(),
                customer("emil"));
    }

    private static History dora() {
        History bought = customer("dora", buys("2024-12-01", "tea", 1), buys("2025-04-20", "tea", 1));
        Cancellation back = new Cancellation("2025-04-20", day("2025-04-25"), "tea", 1, 1000);
        return new History(bought.customer(), Optional.empty(), bought.purchases(), List.of(back), List.of());
    }

    private static History customer(String id, Purchase... purchases) {
        return new History(new CustomerId(id), Optional.empty(), List.of(purchases), List.of(), List.of());
    }

    private static Purchase buys(String day, String sku, int quantity) {
        long price = sku.equals("tea") ? 1000 : 3000;
        Purchase.Line line = new Purchase.Line(sku, Optional.empty(), quantity, price * quantity);
        return new Purchase(
                day, day(day), List.of(line), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Cost cost(String kind, String channel, long minor) {
        return new Cost(kind, Optional.of(channel), new Money(minor, EURO));
    }

    static Instant day(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }
}
