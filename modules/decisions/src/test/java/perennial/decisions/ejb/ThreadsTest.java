package perennial.decisions.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import perennial.decisions.RuleSimulations.Findings;
import perennial.decisions.model.Comparison;
import perennial.decisions.model.EffectTable;
import perennial.kernel.Money;
import perennial.ruleengine.Budget;
import perennial.ruleengine.Circumstances;
import perennial.ruleengine.ContactHistory;
import perennial.ruleengine.Economics;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.Outcome;
import perennial.ruleengine.RuleBook;
import perennial.rules.CustomerSnapshot;
import perennial.rules.RuleSource;

/** Pages of customers are read by some threads, and decided by two books, each with a budget for some of them. */
class ThreadsTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final int PAGES = 40;
    private static final int TOGETHER = 25;

    private static RuleBook book(int orders) {
        return RuleBook.compile(List.of(new RuleSource(
                "marketing/test.drl",
                "rule \"TE-01 a test\" when CustomerSnapshot(orders >= " + orders
                        + ") then decisions.sendMessage(CART_REMINDER).by(SMS); end")));
    }

    private static List<CustomerSnapshot> page(int number) {
        return IntStream.range(number * TOGETHER, (number + 1) * TOGETHER)
                .mapToObj(i -> CustomerSnapshot.of(Map.of(
                        "customer",
                        "c" + i,
                        "moment",
                        "WEEKLY",
                        "currency",
                        "EUR",
                        "stage",
                        "RETENTION",
                        "orders",
                        i % 7,
                        "averageOrder",
                        10_000,
                        "cartValue",
                        10_000 + i % 11 * 700,
                        "expectedPurchases",
                        0.1,
                        "smsConsent",
                        i % 3 > 0)))
                .toList();
    }

    private static Findings findings(Executor executor) {
        Economics economics = Economics.assumed(EURO);
        RuleBook live = book(4);
        RuleBook draft = book(2);
        Comparison comparison = new Comparison(live, draft, new EffectTable(List.of()), economics);
        Circumstances byLive = circumstances(economics);
        Circumstances byDraft = circumstances(economics);
        ReadAhead<List<CustomerSnapshot>> pages = new ReadAhead<>(executor, page -> {
            List<Outcome> before = live.decideAll(page.stream(), byLive).toList();
            List<Outcome> after = draft.decideAll(page.stream(), byDraft).toList();
            IntStream.range(0, page.size()).forEach(i -> comparison.add(page.get(i), before.get(i), after.get(i)));
        });
        IntStream.range(0, PAGES).forEach(number -> pages.add(() -> page(number)));
        pages.finish();
        return comparison.findings();
    }

    private static Circumstances circumstances(Economics economics) {
        return new Circumstances(
                Instant.EPOCH,
                GuardRails.standard(),
                economics,
                ContactHistory.NONE,
                Budget.of(new Money(1_000, EURO)));
    }

    @Test
    void a_simulation_finds_the_same_by_one_thread_and_by_two() {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Findings found = findings(two);
            assertThat(found).isEqualTo(findings(Runnable::run));
            assertThat(found.customers()).isEqualTo(PAGES * TOGETHER);
            assertThat(found.dropped()).containsKey("budget");
        } finally {
            two.shutdown();
        }
    }
}
