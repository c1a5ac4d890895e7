package perennial.analytics.clustering;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The buyers of the UCI Online Retail set (Chen 2015, CC BY 4.0) as of the end of its last day, from the folder that
 * PERENNIAL_DATA names: recency, frequency, spend, average order and breadth.
 */
final class OnlineRetail {
    private static final LocalDate LAST_DAY = LocalDate.of(2011, 12, 9);

    private OnlineRetail() {}

    static Matrix buyers() throws IOException {
        Map<String, Buyer> buyers = new TreeMap<>();
        Path file = Path.of(System.getenv("PERENNIAL_DATA"), "online-retail", "online-retail.csv.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            lines.lines().distinct().forEach(line -> take(line, buyers));
        }
        double[] values = buyers.values().stream()
                .flatMapToDouble(buyer -> Arrays.stream(buyer.features()))
                .toArray();
        return Matrix.of(List.of("recency", "frequency", "spend", "averageOrder", "breadth"), values);
    }

    /** Keeps what has a customer, is no cancellation, and has quantity and price above 0. */
    private static void take(String line, Map<String, Buyer> buyers) {
        // Only the description holds commas of its own, so the fields behind it are counted from the end.
        String[] fields = line.split(",");
        int end = fields.length;
        String customer = fields[end - 2];
        int quantity = Integer.parseInt(fields[end - 5]);
        double price = Double.parseDouble(fields[end - 3]);
        if (!customer.isEmpty() && !fields[0].startsWith("C") && quantity > 0 && price > 0) {
            buyers.computeIfAbsent(customer, id -> new Buyer())
                    .bought(fields[0], fields[1], LocalDate.parse(fields[end - 4].substring(0, 10)), quantity * price);
        }
    }

    private static final class Buyer {
        private final Set<String> orders = new HashSet<>();
        private final Set<String> products = new HashSet<>();
        private final Set<LocalDate> days = new HashSet<>();
        private double spend;
        private LocalDate last = LocalDate.MIN;

        private void bought(String order, String product, LocalDate day, double amount) {
            orders.add(order);
            products.add(product);
            days.add(day);
            spend += amount;
            last = day.isAfter(last) ? day : last;
        }

        private double[] features() {
            return new double[] {
                ChronoUnit.DAYS.between(last, LAST_DAY),
                days.size() - 1.0,
                spend,
                spend / orders.size(),
                products.size()
            };
        }
    }
}
