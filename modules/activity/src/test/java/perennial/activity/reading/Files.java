package perennial.activity.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Files in words. */
final class Files {
    static final Terms POUNDS = new Terms(Currency.getInstance("GBP"), ZoneId.of("Europe/London"));

    /** Orders with a column for each field, named like it. */
    static final String ORDERS = """
            kind: orders
            fields:
              order_id: order_id
              customer_id: customer_id
              at: at
              sku: sku
              quantity: quantity
              unit_price: unit_price
            """;

    static final String HEADER = "order_id,customer_id,at,sku,quantity,unit_price";

    private Files() {}

    static byte[] text(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] packed(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Path stored(byte[] content) {
        try {
            Path file = java.nio.file.Files.createTempFile("perennial", ".file");
            file.toFile().deleteOnExit();
            return java.nio.file.Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Outcome> read(String mapping, byte[] file) {
        try (ShopFile lines = ShopFile.open(stored(file), Mapping.parse(mapping), POUNDS)) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Optional<Outcome> next = lines.next(); next.isPresent(); next = lines.next()) {
                outcomes.add(next.get());
            }
            return outcomes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one line of a file that has one. */
    static Outcome readOne(String mapping, String... lines) {
        List<Outcome> outcomes = read(mapping, text(lines));
        if (outcomes.size() != 1) {
            throw new AssertionError("not one line: " + outcomes);
        }
        return outcomes.get(0);
    }
}
