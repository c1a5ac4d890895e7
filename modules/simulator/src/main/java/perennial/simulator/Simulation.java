package perennial.simulator;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Progress;

/**
 * Makes a shop up: who its customers are, what they bought and did, what was spent on them, and the truth behind it.
 *
 * <p>Customers are simulated one by one, each by a stream of chance of their own that depends on the seed and the
 * customer's number only. Hence the same settings give the same files byte for byte, the first customers are the same
 * however many follow, and memory does not grow with their number.
 */
public final class Simulation {
    private static final int BATCH = 250;

    private Simulation() {}

    /**
     * What to simulate.
     *
     * @param name of the shop
     * @param customers registered within the time, 1 to 100,000,000
     * @param weeks of activity, 1 to 1040
     * @param seed of all chance
     * @param start the first day of activity
     * @param zone by whose clock the shop lives
     * @param currency of all amounts; prices are set in its minor unit, so 12.90 euro are 1,290 yen
     * @param others share of customers whose purchases and spend follow another law than BTYD models assume, 0 to 1
     */
    public record Settings(
            String name,
            long customers,
            int weeks,
            long seed,
            LocalDate start,
            ZoneId zone,
            Currency currency,
            double others) {
        private static final long MOST_CUSTOMERS = 100_000_000;
        private static final int MOST_WEEKS = 1040;

        public Settings {
            if (name.isBlank()) {
                throw new InvalidInputException("name", name, "a shop has a name", "give one");
            }
            if (customers < 1 || customers > MOST_CUSTOMERS) {
                throw new InvalidInputException(
                        "customers",
                        customers,
                        "a simulated shop has 1 to 100,000,000 customers",
                        "give a number in this range, as 5000");
            }
            if (weeks < 1 || weeks > MOST_WEEKS) {
                throw new InvalidInputException(
                        "weeks",
                        weeks,
                        "a simulated shop lives 1 to 1040 weeks",
                        "give a number in this range, as 104");
            }
            if (start.getYear() < 1971 || start.getYear() > 2199) {
                throw new InvalidInputException(
                        "start", start, "a shop opens between 1971 and 2199", "give a date in this range");
            }
            if (currency.getDefaultFractionDigits() < 0) {
                throw new InvalidInputException(
                        "currency", currency, "it has no minor unit", "give one that people pay with, as EUR");
            }
            if (!(others >= 0 && others <= 1)) {
                throw new InvalidInputException(
                        "others", others, "a share lies between 0 and 1", "give a number in this range, as 0.45");
            }
        }

        /** The sample shop: 5,000 customers from 2024-09-30 to the end of 2026-09-27. */
        public static Settings sample() {
            return of(5_000, 104, 1);
        }

        /** A shop like the sample shop, of another size. */
        public static Settings of(long customers, int weeks, long seed) {
            LocalDate start = LocalDate.of(2024, 9, 30);
            ZoneId zone = ZoneId.of("Europe/Berlin");
            return new Settings("Linden & Loam", customers, weeks, seed, start, zone, Currency.getInstance("EUR"), .45);
        }
    }

    /**
     * What was written.
     *
     * @param buyers customers with at least one order
     * @param orders placed before the end
     * @param orderLines lines of these orders
     * @param returnLines lines that came back before the end
     * @param campaignRows messages sent or held back
     * @param left customers who had left by the end
     */
    public record Counts(
            long customers,
            long products,
            long buyers,
            long orders,
            long orderLines,
            long returnLines,
            long events,
            long costs,
            long campaignRows,
            long left) {}

    /**
     * Writes the files of a shop into a directory, which is made if need be. They are written beside and renamed when all
     * are complete, {@code shop.yaml} last; files of an earlier shop are replaced.
     *
     * @throws InvalidInputException if {@code out} is not a directory
     * @throws IOException if the disk refuses
     */
    public static Counts run(Settings settings, Path out, Progress progress) throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new InvalidInputException("out", out, "it is a file", "name a directory");
        }
        Shop shop = Shop.opened(settings);
        Tally tally = shop.emptyTally();
        try (ShopFiles files = ShopFiles.begun(out)) {
            progress.total(settings.customers());
            writeCustomers(shop, files, tally, progress);
            files.append(ShopRows.catalogue(shop));
            files.append(ShopRows.costs(shop, tally));
            files.append(ShopRows.campaignTruth(shop, tally));
            files.append(ShopRows.profile(shop));
            files.complete();
        }
        return tally.counts(shop.catalogue().products().size());
    }

    /** Batches are made side by side and written in the order of customers; only a few exist at a time. */
    private static void writeCustomers(Shop shop, ShopFiles files, Tally tally, Progress progress) throws IOException {
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            Deque<Future<Batch>> ahead = new ArrayDeque<>();
            long next = 1;
            while (next <= shop.settings().customers() || !ahead.isEmpty()) {
                if (next <= shop.settings().customers() && ahead.size() < 2 * workers) {
                    long from = next;
                    next = Math.min(from + BATCH, shop.settings().customers() + 1);
                    long to = next;
                    ahead.add(pool.submit(() -> Batch.of(shop, from, to)));
                } else {
                    Batch batch = finished(ahead.remove());
                    files.append(batch.pieces());
                    tally.add(batch.tally());
                    progress.advance(batch.customers());
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static Batch finished(Future<Batch> batch) throws IOException {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the simulation was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch of customers failed", e.getCause());
        }
    }
}
