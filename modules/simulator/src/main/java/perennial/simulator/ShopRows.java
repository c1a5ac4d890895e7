package perennial.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import perennial.simulator.Campaign.Medium;
import perennial.simulator.ShopCalendar.Period;
import perennial.simulator.Simulation.Settings;

/** The files that are about the shop as a whole. */
final class ShopRows {
    /** Per way of acquisition one, two for retention, one a medium and one for the brand. */
    static final int COSTS_A_MONTH = Acquisition.values().length + 2 + Medium.values().length + 1;

    private static final int CASE = 650;
    private static final int LOYALTY = 35;
    private static final int MEDIUM_FEE = 4_900;
    private static final int BRAND_PER_CUSTOMER = 4;

    private ShopRows() {}

    static Piece catalogue(Shop shop) {
        return table(ShopFile.CATALOGUE, rows -> {
            for (Product product : shop.catalogue().products()) {
                rows.writeRecord(
                        product.sku(),
                        product.name(),
                        product.category().label,
                        major(shop, product.price()),
                        major(shop, product.cost()),
                        Integer.toString(product.stock()));
            }
        });
    }

    static Piece costs(Shop shop, Tally tally) {
        return table(ShopFile.COSTS, rows -> {
            RandomStream chance = Shop.chance(shop.settings(), -1);
            int month = 0;
            for (Period period : shop.calendar().months()) {
                for (Acquisition way : Acquisition.values()) {
                    double spent = tally.registrations[month][way.ordinal()] * way.cost * chance.uniform(.9, 1.1);
                    cost(rows, shop, period, "acquisition", way.label, spent);
                }
                cost(rows, shop, period, "retention", "service", (double) tally.cases[month] * CASE);
                cost(rows, shop, period, "retention", "loyalty", (double) tally.orders[month] * LOYALTY);
                for (Medium medium : Medium.values()) {
                    double sent = (double) tally.sent[month][medium.ordinal()] * medium.cost;
                    cost(rows, shop, period, "marketing", medium.label, MEDIUM_FEE + sent);
                }
                double brand = shop.settings().customers() * BRAND_PER_CUSTOMER * chance.uniform(.8, 1.2);
                cost(rows, shop, period, "marketing", "brand", brand);
                month++;
            }
        });
    }

    private static void cost(CsvWriter rows, Shop shop, Period period, String kind, String channel, double amount) {
        rows.writeRecord(
                period.from().toString(), period.to().toString(), kind, channel, major(shop, Math.round(amount)));
    }

    /** What each campaign does on average to one whom it chose, had all or none of them been treated. */
    static Piece campaignTruth(Shop shop, Tally tally) {
        return table(ShopFile.TRUTH_CAMPAIGNS, rows -> {
            int number = 0;
            for (Campaign campaign : shop.plan()) {
                double chosen = Math.max(1, tally.treated[number] + tally.heldBack[number]);
                rows.writeRecord(
                        campaign.id(),
                        Integer.toString(Campaign.WEEKS),
                        Long.toString(tally.treated[number]),
                        Long.toString(tally.heldBack[number]),
                        Decimals.rounded(tally.without[number] / chosen, 6),
                        Decimals.rounded(tally.with[number] / chosen, 6));
                number++;
            }
        });
    }

    static Piece profile(Shop shop) {
        Settings settings = shop.settings();
        StringBuilder text = new StringBuilder("name: ");
        EventLines.quote(settings.name(), text);
        text.append("\ncurrency: ").append(settings.currency());
        text.append("\nzone: ");
        EventLines.quote(settings.zone().getId(), text);
        text.append("\nsimulated: true");
        text.append("\nfrom: \"").append(shop.calendar().from());
        text.append("\"\nto: \"").append(shop.calendar().to());
        text.append("\"\nseed: ").append(settings.seed());
        text.append("\ncustomers: ").append(settings.customers());
        text.append("\nweeks: ").append(settings.weeks());
        return Piece.of(ShopFile.PROFILE, text.append('\n').toString().getBytes(UTF_8));
    }

    private static Piece table(ShopFile file, Consumer<CsvWriter> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            rows.accept(writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Piece.of(file, out.toByteArray());
    }

    private static String major(Shop shop, long minor) {
        return Decimals.major(minor, shop.settings().currency());
    }
}
