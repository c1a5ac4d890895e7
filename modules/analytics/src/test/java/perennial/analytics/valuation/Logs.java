package perennial.analytics.valuation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Purchase logs to test on; time is in days. */
final class Logs {
    static final String VARIABLE = "PERENNIAL_DATA";
    static final double CDNOW_CUT = LocalDate.of(1997, 9, 30).toEpochDay();

    private Logs() {}

    /** The tenth of the CDNOW purchases that the papers use. */
    static PurchaseLog cdnowSample() {
        PurchaseLog.Collector log = new PurchaseLog.Collector();
        Map<String, Integer> numbers = new HashMap<>();
        try (BufferedReader reader =
                Files.newBufferedReader(Path.of(System.getenv(VARIABLE), "cdnow", "CDNOW_sample.txt"))) {
            reader.lines().map(line -> line.strip().split("\\s+")).forEach(fields -> {
                int who = numbers.computeIfAbsent(fields[1], id -> numbers.size());
                LocalDate day = LocalDate.parse(fields[2], DateTimeFormatter.BASIC_ISO_DATE);
                log.add(who, (double) day.toEpochDay(), Double.parseDouble(fields[4]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log.collected();
    }

    /**
     * Customers who first buy within the first hundred of 400 days and go on at rates of their own until they leave.
     *
     * @param leavingAtOnce the share who never come back after the first purchase
     */
    static PurchaseLog shop(int customers, double leavingAtOnce, long seed) {
        PurchaseLog.Collector log = new PurchaseLog.Collector();
        Random chance = new Random(seed);
        for (int who = 0; who < customers; who++) {
            double at = chance.nextInt(100);
            double mean = 10 + 60 * chance.nextDouble();
            double spend = 20 + 40 * chance.nextDouble();
            boolean isGone = chance.nextDouble() < leavingAtOnce;
            log.add(who, at, spend);
            while (!isGone) {
                at += Math.ceil(-mean * Math.log(1 - chance.nextDouble()));
                isGone = at > 400 || chance.nextDouble() < 0.08;
                if (at <= 400) {
                    log.add(who, at, spend * (0.5 + chance.nextDouble()));
                }
            }
        }
        return log.collected();
    }

    /** Customers who first buy within the first hundred of 450 days and go on at nearly even gaps until they leave. */
    static PurchaseLog evenly(int customers, long seed) {
        PurchaseLog.Collector log = new PurchaseLog.Collector();
        Random chance = new Random(seed);
        for (int who = 0; who < customers; who++) {
            double gap = 15 + 25 * chance.nextDouble();
            double at = chance.nextInt(100);
            for (boolean stays = true; stays && at <= 450; stays = chance.nextDouble() > 0.07) {
                log.add(who, at, 20);
                at += Math.ceil(gap * (0.8 + 0.4 * chance.nextDouble()));
            }
        }
        return log.collected();
    }
}
