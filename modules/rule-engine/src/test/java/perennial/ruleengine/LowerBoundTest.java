package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import perennial.analytics.btyd.CustomerValue;
import perennial.analytics.btyd.Discount;
import perennial.analytics.btyd.EstimateInterval;
import perennial.analytics.btyd.Fit;
import perennial.analytics.btyd.LifetimeValue;
import perennial.analytics.valuation.KnownPasts;
import perennial.analytics.valuation.PurchaseKind;
import perennial.analytics.valuation.ValueFit;
import perennial.rules.CustomerSnapshot;
import perennial.rules.ShippedRules;

/** The rule that asks for the lower end of the estimate, on a base of buyers valued as the weekly run values them. */
class LowerBoundTest {
    private static final int BUYERS = 1000;
    private static final double DAYS = 365;
    private static final RuleBook BOOK = RuleBook.compile(ShippedRules.sources());

    @Test
    void a_call_goes_to_a_sensible_share_of_those_with_a_bad_case_and_to_fewer_than_the_rank_alone_would_send_it() {
        List<CustomerSnapshot> base = base();
        long called = base.stream().filter(LowerBoundTest::isCalled).count();
        long byRank = base.stream().filter(customer -> rank(customer) >= 0.8).count();
        assertThat(called / (double) BUYERS).isBetween(0.05, 0.2);
        assertThat(called).isLessThan(byRank);
        assertThat(base)
                .filteredOn(LowerBoundTest::isCalled)
                .allMatch(customer -> amount(customer, "expectedValueLower") >= amount(customer, "averageOrder"));
    }

    private static boolean isCalled(CustomerSnapshot customer) {
        return BOOK.decide(customer, A.circumstances()).fired().stream().anyMatch(rule -> rule.startsWith("SR-03"));
    }

    private static double rank(CustomerSnapshot customer) {
        return (double) customer.known("valueRank").orElse(0.0);
    }

    private static long amount(CustomerSnapshot customer, String attribute) {
        return (long) customer.known(attribute).orElse(-1L);
    }

    /** Buyers of a year at rates of their own, a third of whom leave after each purchase; each has had a bad case. */
    private static List<CustomerSnapshot> base() {
        Random chance = new Random(17);
        double[] x = new double[BUYERS];
        double[] tx = new double[BUYERS];
        double[] age = new double[BUYERS];
        double[] spend = new double[BUYERS];
        for (int i = 0; i < BUYERS; i++) {
            age[i] = 100 + chance.nextInt(600);
            double gap = 20 + 120 * chance.nextDouble();
            double at = 0;
            while (chance.nextDouble() > 0.3) {
                at += Math.ceil(-gap * Math.log(1 - chance.nextDouble()));
                if (at <= age[i]) {
                    x[i]++;
                    tx[i] = at;
                }
            }
            spend[i] = x[i] == 0 ? 0 : 20 + 60 * chance.nextDouble();
        }
        KnownPasts known = KnownPasts.of(x, tx, age, spend, true);
        ValueFit fit = ValueFit.of(PurchaseKind.MBG_NBD, known, Fit.Settings.standard());
        LifetimeValue value = new LifetimeValue(
                fit.purchases().orElseThrow(), fit.spends(), new LifetimeValue.Settings(DAYS, Discount.none(), 0.8));
        List<CustomerValue> worth = IntStream.range(0, BUYERS)
                .mapToObj(i -> value.of(x[i], tx[i], age[i], x[i], spend[i]))
                .toList();
        double[] ascending = worth.stream()
                .mapToDouble(each -> each.expectedValue().orElseThrow())
                .sorted()
                .toArray();
        return IntStream.range(0, BUYERS)
                .mapToObj(i -> snapshot(worth.get(i), spend[i] == 0 ? 50 : spend[i], ascending))
                .toList();
    }

    private static CustomerSnapshot snapshot(CustomerValue worth, double averageOrder, double[] ascending) {
        Map<String, Object> known = new HashMap<>();
        double expected = worth.expectedValue().orElseThrow();
        EstimateInterval estimate = worth.valueEstimate().orElseThrow();
        known.put("expectedValue", cents(expected));
        known.put("expectedValueLower", cents(estimate.low()));
        known.put("expectedValueUpper", cents(estimate.high()));
        known.put("valueRank", Math.abs(Arrays.binarySearch(ascending, expected)) / (double) BUYERS);
        known.put("averageOrder", cents(averageOrder));
        known.put("badCases", 1);
        known.put("badCaseAge", 3.0);
        known.put("phoneConsent", true);
        return A.customer(known);
    }

    private static long cents(double major) {
        return Math.round(major * 100);
    }
}
