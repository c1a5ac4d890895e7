package perennial.ruleengine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
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
import java.util.stream.Stream;
import perennial.kernel.Money;
import perennial.ruleengine.ContactHistory.Contact;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.ShippedRules;

/**
 * The shipped rules on made-up customers by each of three ways: written by hand in Java, fired by the engine, and decided
 * with guard rails and choice. All three write the same record of what fired; one thread does the work. Beside them, a
 * book of so many rules more, with guard rails and choice: in batches by all processors, and one customer at a time, as
 * live decisions are made.
 */
public final class RuleContest {
    private static final int BATCH = 1_000;
    /** The size of a book that a shop has after some years. */
    private static final int LARGE = 60;

    private static final double NANOS = 1e9;
    private static final Currency CURRENCY = Currency.getInstance(MadeUpCustomers.CURRENCY);
    private static final Economics ECONOMICS = Economics.assumed(CURRENCY);
    private static final List<Contact> CONTACTS =
            List.of(new Contact(Channel.EMAIL, Instant.EPOCH.minus(Duration.ofDays(3))));
    private static final long BUDGET = 1_000_000;
    private static final Holdout HOLDOUT = new Holdout(0.05);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<List<CustomerSnapshot>> batches;
    private final RuleBook book = RuleBook.compile(ShippedRules.sources());
    private final MadeUpRules madeUp = MadeUpRules.besideTheShipped(LARGE);
    private final RuleBook large = RuleBook.compile(madeUp.sources());
    private final List<ByHand> hand =
            ByHand.shipped(RuleGuard.understand(ShippedRules.sources()).parameters());
    private final List<ByHand> largeByHand =
            Stream.concat(hand.stream(), Stream.of(madeUp)).toList();
    private final Map<String, Rule> rules =
            large.rules().stream().collect(Collectors.toMap(Rule::code, Function.identity()));

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
        IN_BATCH,
        LIVE_BY_HAND,
        LIVE;

        /** By the book of so many rules more. */
        private boolean isOfMany() {
            return this == IN_BATCH || this == LIVE_BY_HAND || this == LIVE;
        }
    }

    /**
     * @param wall seconds of the clock
     * @param cpu seconds of processor time, of all threads that worked
     * @param fired how many rules fired, over all customers
     */
    public record Run(double wall, double cpu, long fired) {}

    /** The number of rules that are gone through for each customer. */
    public int rules(Way way) {
        return way.isOfMany() ? large.rules().size() : book.rules().size();
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
                case BY_HAND -> fired(byHand(hand, batch));
                case BY_ENGINE -> fired(book.fire(batch));
                case WITH_RAILS -> decided(book, batch);
                case LIVE_BY_HAND -> oneByOne(batch, this::liveByHand);
                case LIVE -> oneByOne(batch, this::live);
                case IN_BATCH -> throw new IllegalArgumentException("a batch takes all threads");
            };
        }
        return new Run((System.nanoTime() - wall) / NANOS, (THREADS.getCurrentThreadCpuTime() - cpu) / NANOS, fired);
    }

    List<Firing> byHand(List<CustomerSnapshot> batch) {
        return byHand(hand, batch);
    }

    private List<Firing> byHand(List<ByHand> by, List<CustomerSnapshot> batch) {
        Recorder recorder = new Recorder(rules);
        for (CustomerSnapshot customer : batch) {
            by.forEach(all -> all.decide(customer, recorder));
        }
        return batch.stream().map(recorder::of).toList();
    }

    /** The call that a live decision is made by. */
    Outcome live(CustomerSnapshot customer) {
        return large.decide(customer, ofAnOccasion());
    }

    Outcome liveByHand(CustomerSnapshot customer) {
        return large.choose(byHand(largeByHand, List.of(customer)).get(0), ofAnOccasion());
    }

    private static long oneByOne(List<CustomerSnapshot> batch, Function<CustomerSnapshot, Outcome> decided) {
        long fired = 0;
        for (CustomerSnapshot customer : batch) {
            fired += decided.apply(customer).fired().size();
        }
        return fired;
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
                Instant.EPOCH, GuardRails.standard(), ECONOMICS, ContactHistory.NONE, Budget.unlimited());
    }

    /** With all that a decision can meet: a contact of late, a budget, some customers without offers. */
    private static Circumstances ofAnOccasion() {
        return new Circumstances(
                Instant.EPOCH,
                GuardRails.standard(),
                ECONOMICS,
                customer -> CONTACTS,
                Budget.of(new Money(BUDGET, CURRENCY)),
                HOLDOUT);
    }
}
