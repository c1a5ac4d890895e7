package perennial.verification;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A shop of 400 customers whose team lets no version of the segments go live by itself that moves a single one. */
public final class CautiousShop implements AutoCloseable {
    private static final int NEWCOMERS = 120;

    private final Installation installation;
    private final Path files;

    private CautiousShop(Installation installation, Path files) {
        this.installation = installation;
        this.files = files;
    }

    /** With all that was bought, and before its first run. */
    public static CautiousShop opened(String name) throws IOException {
        CautiousShop shop = new CautiousShop(
                Installation.empty(name)
                        .with("PERENNIAL_SEGMENTATION_MOVED_LIMIT", "0")
                        .with("PERENNIAL_CHURN_MARGIN_AUC", "0"),
                Installation.simulatedShop("shop", 400, 60));
        Mishaps.done(shop.installation.start("--json"));
        Mishaps.openShop(shop.installation, shop.files);
        return shop;
    }

    public Installation installation() {
        return installation;
    }

    public Path files() {
        return files;
    }

    /** The number of the run, which has ended well. */
    public long run() throws Exception {
        Mishaps life = Mishaps.of(installation);
        life.startRun();
        life.awaitRun();
        return life.latestRun().getInt("id");
    }

    /** Customers as the shop had none, who have bought one thing, and much of it. */
    public void newcomersBuy() throws Exception {
        HttpResponse<String> overview =
                Installation.get(installation.address() + "/api/v1/overview", installation.token());
        JsonObject known = Installation.object(overview.body());
        Instant at = Instant.parse(known.getString("asOf")).minus(Duration.ofDays(3));
        StringBuilder orders = new StringBuilder("order_id,customer_id,at,kind,sku,quantity,unit_price,channel,coupon,"
                + "payment_country,shipping_country\n");
        for (int i = 0; i < NEWCOMERS; i++) {
            orders.append("n%d,newcomer-%d,%s,purchase,GIFT-1,%d,99.90,web,,,\n".formatted(i, i, at, 50 + i));
        }
        Path file = Files.writeString(files.resolve("newcomers.csv"), orders);
        Mishaps.done(installation.shell("import", file.toString(), "--mapping", "perennial-orders"));
    }

    @Override
    public void close() throws IOException {
        installation.shell("stop");
    }
}
