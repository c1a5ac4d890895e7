package perennial.ruleengine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import perennial.rules.CustomerSnapshot;
import perennial.rules.ShippedRules;

/**
 * The shipped rules on made-up customers by each of three ways: written by hand in Java, fired by the engine, and decided
 * with guard rails and choice. All three write the same record of what fired; one thread does the work.
 */
public final class RuleContest {
    private static final int BATCH = 1_000;
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<List<CustomerSnapshot>> batches;
    private final RuleBook book = RuleBook.compile(ShippedRules.sources());
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
        WITH_RAILS
    }

    /**
     * @param wall seconds of the clock
     * @param cpu seconds of the thread's processor time
     * @param fired how many rules fired, over all customers
     */
    public record Run(double wall, double cpu, long fired) {}

    /** The number of rules that are gone through for each customer. */
    public int rules() {
        return rules.size();
    }

    public Run run(Way way) {
        long wall = System.nanoTime();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long fired = 0;
        for (List<CustomerSnapshot> batch : batches) {
            fired += switch (way) {
                case BY_HAND -> fired(byHand(batch));
                case BY_ENGINE -> fired(book.fire(batch));
                case WITH_RAILS ->
                    book.decideAll(batch.stream(), circumstances())
                            .mapToLong(outcome -> outcome.fired().size())
                            .sum();
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
