package perennial.ruleengine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import perennial.rules.CustomerSnapshot;
import perennial.rules.ShippedRules;

/**
 * The shipped rules on made-up customers by each of three ways: written by hand in Java, fired by the engine, and decided
 * with guard rails and choice. All three write the same record of what fired; one thread does the work. Beside them, the
 * way of a batch: a book of so many rules more, with guard rails and choice, by all processors.
 */
public final class RuleContest {
    private static final int BATCH = 1_000;
    /** The size of a book that a shop has after some years. */
    private static final int LARGE = 60;

    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<List<CustomerSnapshot>> batches;
    private final RuleBook book = RuleBook.compile(ShippedRules.sources());
    private final RuleBook large = RuleBook.compile(MadeUpRules.besideTheShipped(LARGE));
    private final List<ByHand> hand =
            ByHand.shipped(RuleGuard.understand(ShippedRules.sources()).parameters());
    private final Map<String, Rule> rules =
            book.rules().stream().collect(Collectors.toMap(Rule::code, Function.identity()));

    private RuleContest(List<List<CustomerSnapshot>> batches) {
        this.batches = batches;
    }

    /** @param customers to be made up, at least 1 */
    public static RuleContest of(int customers, long seed) {
        MadeUpCustomers source = new MadeUpCustomers(seed);
        List<List<CustomerSnapshot>> batches = new ArrayList<>();
        for (int left = customers; left > 0; left -= BATCH) {
            batches.add(source.next(Math.min(left, BATCH)));
        }
        return new RuleContest(batches);
    }

    /** How the rules are gone through. */
    public enum Way {
        BY_HAND,
        BY_ENGINE,
        WITH_RAILS,
        IN_BATCH
    }

    /**
     * @param wall seconds of the clock
     * @param cpu seconds of processor time, of all threads that worked
     * @param fired how many rules fired, over all customers
     */
    public record Run(double wall, double cpu, long fired) {}

    /** The number of rules that are gone through for each customer. */
    public int rules(Way way) {
        return way == Way.IN_BATCH ? large.rules().size() : rules.size();
    }

    public Run run(Way way) {
        return way == Way.IN_BATCH ? inBatch() : byOneThread(way);
    }

    private Run inBatch() {
        long wall = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        int threads = Runtime.getRuntime().availableProcessors();
        List<CompletableFuture<Run>> shares = IntStream.range(0, threads)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> share(next), work -> new Thread(work).start()))
                .toList();
        List<Run> runs = shares.stream().map(CompletableFuture::join).toList();
        return new Run(
                (System.nanoTime() - wall) / NANOS,
                runs.stream().mapToDouble(Run::cpu).sum(),
                runs.stream().mapToLong(Run::fired).sum());
    }

    /** Batch after batch, as long as there are any that no thread has taken. */
    private Run share(AtomicInteger next) {
        long cpu = THREADS.getCurrentThreadCpuTime();
        long fired = 0;
        for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
            fired += decided(large, batches.get(i));
        }
        return new Run(0, (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS, fired);
    }

    private Run byOneThread(Way way) {
        long wall = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long fired = 0;
        for (List<CustomerSnapshot> batch : batches) {
            fired += switch (way) {
                case BY_HAND -> fired(byHand(batch));
                case BY_ENGINE -> fired(book.fire(batch));
                case WITH_RAILS -> decided(book, batch);
                case IN_BATCH -> throw new IllegalArgumentException("a batch takes all threads");
            };
        }
        return new Run((System.nanoTime() - wall) / NANOS, (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS, fired);
    }

    List<Firing> byHand(List<CustomerSnapshot> batch) {
        Recorder recorder = new Recorder(rules);
        for (CustomerSnapshot customer : batch) {
            hand.forEach(all -> all.decide(customer, recorder));
        }
        return batch.stream().map(recorder::of).toList();
    }

    private static long decided(RuleBook by, List<CustomerSnapshot> batch) {
        return by.decideAll(batch.stream(), circumstances())
                .mapToLong(outcome -> outcome.fired().size())
                .sum();
    }

    private static long fired(List<Firing> firings) {
        return firings.stream().mapToLong(firing -> firing.fired().size()).sum();
    }

    private static Circumstances circumstances() {
        return new Circumstances(
                Instant.EPOCH,
                GuardRails.standard(),
                Economics.assumed(Currency.getInstance(MadeUpCustomers.CURRENCY)),
                ContactHistory.NONE,
                Budget.unlimited());
    }
}
