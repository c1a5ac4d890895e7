package perennial.analytics.history;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import perennial.kernel.CustomerId;

/** The 1/10 sample of CDNOW purchases from the folder that PERENNIAL_DATA names; every purchase at noon UTC. */
public final class CdnowSample {
    private CdnowSample() {}

    public static List<History> histories() throws IOException {
        Path file = Path.of(System.getenv("PERENNIAL_DATA"), "cdnow", "CDNOW_sample.txt");
        Map<String, List<Purchase>> purchases = new LinkedHashMap<>();
        for (String row : Files.readAllLines(file)) {
            String[] fields = row.strip().split("\\s+");
            List<Purchase> own = purchases.computeIfAbsent(fields[1], id -> new ArrayList<>());
            own.add(purchase(fields, own.size()));
        }
        return purchases.entrySet().stream()
                .map(entry -> new History(
                        new CustomerId(entry.getKey()), Optional.empty(), entry.getValue(), List.of(), List.of()))
                .toList();
    }

    private static Purchase purchase(String[] fields, int number) {
        LocalDate day = LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE);
        long minor = new BigDecimal(fields[4]).movePointRight(2).longValueExact();
        return new Purchase(
                fields[1] + "-" + number,
                day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                List.of(new Purchase.Line("cd", Optional.empty(), Integer.parseInt(fields[3]), minor)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
