package perennial.decisions.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.Decisions.RuleUse;
import perennial.decisions.Moment;
import perennial.decisions.jpa.DecisionRows;
import perennial.decisions.jpa.OccasionRows;
import perennial.decisions.jpa.OneConnection;
import perennial.decisions.jpa.RuleUses;
import perennial.decisions.model.Background;
import perennial.decisions.model.Base;
import perennial.decisions.model.Offers;
import perennial.decisions.model.Ranks;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;
import perennial.migrations.Databases;
import perennial.profiles.Stages.Placing;
import perennial.ruleengine.ContactHistory.Contact;
import perennial.ruleengine.Economics;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.GuardRails.Cap;
import perennial.ruleengine.Holdout;
import perennial.ruleengine.QuietHours;
import perennial.ruleengine.RuleBook;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.RuleSource;

/**
 * Every guard rail at its boundary while many decide at once, by the path of live decisions on real databases: each in a
 * transaction of its own, as the server does it. What is allowed is met exactly, and never passed.
 */
class TurnsTest {
    private static final int THREADS = 6;
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2025-06-02T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Run RUN = new Run(1, NOON.minus(WEEK));
    private static final Map<String, String> VERSIONS = Map.of("rules", "abc", "run", "1");
    private static final Cap MANY = new Cap(100, WEEK);
    private static final String MESSAGE = "decisions.sendMessage(CART_REMINDER).by(SMS);";
    private static final String ANY_WAY = "decisions.sendMessage(CART_REMINDER).by(SMS).by(PUSH).by(EMAIL);";

    private static RuleBook book(String calls) {
        return RuleBook.compile(List.of(new RuleSource(
                "marketing/test.drl",
                "rule \"TE-01 a test\" when CustomerSnapshot(orders > 0) then " + calls + " end")));
    }

    private static GuardRails rails(Map<Channel, Cap> caps, Cap all) {
        return new GuardRails(30, 0.1, caps, all, 3);
    }

    private static Policy policy(GuardRails rails) {
        return Policy.of(new Policy.Allowance(rails, Optional.empty(), Holdout.NONE));
    }

    private static CustomerSnapshot customer(String id, Map<String, ?> more) {
        Map<String, Object> known = new HashMap<>(
                Map.of("customer", id, "moment", "CART", "currency", "EUR", "stage", "RETENTION", "orders", 1));
        known.putAll(Map.of("averageOrder", 10_000, "cartValue", 10_000, "expectedPurchases", 0.1));
        known.putAll(Map.of("smsConsent", true, "pushConsent", true, "emailConsent", true));
        known.putAll(more);
        return CustomerSnapshot.of(known);
    }

    private static CustomerSnapshot anna() {
        return customer("anna", Map.of());
    }

    private static Background background(DataSource source, RuleBook book) {
        Placing nowhere = features -> {
            throw new IllegalStateException("the stage is told");
        };
        Ranks none = Ranks.of(LongStream.empty());
        Base base = new Base(EURO, Optional.empty(), none, none, Offers.of(List.of(), Map.of(), 90), Map.of());
        return new Background(
                RUN,
                new OccasionRows(source).isLimited(RUN),
                book,
                base,
                Economics.assumed(EURO),
                nowhere,
                Map.of(),
                VERSIONS);
    }

    /** All customers decided for by as many threads at once, each in its own transaction. */
    private static void decide(
            DataSource source, Policy policy, RuleBook book, List<CustomerSnapshot> customers, Instant now)
            throws Exception {
        Background background = background(source, book);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier together = new CyclicBarrier(THREADS);
        try {
            List<Callable<Void>> shares = IntStream.range(0, THREADS)
                    .mapToObj(thread -> (Callable<Void>) () -> {
                        together.await();
                        for (int i = thread; i < customers.size(); i += THREADS) {
                            decide(source, policy, background, customers.get(i), now);
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> share : threads.invokeAll(shares)) {
                share.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void decide(
            DataSource source, Policy policy, Background background, CustomerSnapshot customer, Instant now)
            throws Exception {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            DataSource one = OneConnection.of(connection);
            Turns turns = new Turns(
                    new OccasionRows(one), new Contacts(new DecisionRows(one), policy), policy, new Shadows());
            turns.begin(new CustomerId(customer.customer()));
            turns.decide(background, customer, Moment.CART, now);
            connection.commit();
        }
    }

    private static List<CustomerSnapshot> again(int times, CustomerSnapshot customer) {
        return IntStream.range(0, times).mapToObj(i -> customer).toList();
    }

    private static List<Decision> decisions(DataSource source, String customer) {
        return new OccasionRows(source).latest(new CustomerId(customer), 1_000);
    }

    private static List<String> channels(DataSource source) {
        return decisions(source, "anna").stream()
                .map(decision -> decision.action().getOrDefault("channel", "none"))
                .sorted()
                .toList();
    }

    private static List<String> values(DataSource source, String argument) {
        return decisions(source, "anna").stream()
                .map(decision -> decision.action().getOrDefault(argument, ""))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void the_cap_of_a_channel_is_met_exactly_and_the_next_channel_taken_up_to_its_own(Databases database)
            throws Exception {
        DataSource source = database.fresh();
        GuardRails rails = rails(Map.of(Channel.SMS, new Cap(2, WEEK), Channel.PUSH, new Cap(3, WEEK)), MANY);
        decide(source, policy(rails), book(ANY_WAY), again(36, anna()), NOON);
        assertThat(channels(source)).containsExactly("push", "push", "push", "sms", "sms");
    }

    @ParameterizedTest
    @EnumSource
    void the_cap_of_all_channels_together_is_met_exactly(Databases database) throws Exception {
        DataSource source = database.fresh();
        GuardRails rails = rails(Map.of(Channel.SMS, new Cap(2, WEEK), Channel.PUSH, MANY), new Cap(5, WEEK));
        decide(source, policy(rails), book(ANY_WAY), again(36, anna()), NOON);
        assertThat(channels(source)).containsExactly("push", "push", "push", "sms", "sms");
    }

    @ParameterizedTest
    @EnumSource
    void a_contact_counts_until_its_window_has_passed_and_not_at_its_end(Databases database) throws Exception {
        DataSource source = database.fresh();
        Policy policy = policy(rails(Map.of(Channel.SMS, new Cap(2, WEEK)), MANY));
        RuleBook book = book(MESSAGE);
        decide(source, policy, book, again(12, anna()), NOON.minus(WEEK));
        assertThat(channels(source)).hasSize(2);
        decide(source, policy, book, again(12, anna()), NOON.minusNanos(1_000));
        assertThat(channels(source)).hasSize(2);
        decide(source, policy, book, again(12, anna()), NOON);
        assertThat(channels(source)).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_reached_without_consent(Databases database) throws Exception {
        DataSource source = database.fresh();
        GuardRails rails = rails(Map.of(Channel.SMS, MANY, Channel.PUSH, MANY, Channel.EMAIL, new Cap(4, WEEK)), MANY);
        CustomerSnapshot byMail = customer("anna", Map.of("smsConsent", false, "pushConsent", false));
        CustomerSnapshot none =
                customer("berta", Map.of("smsConsent", false, "pushConsent", false, "emailConsent", false));
        List<CustomerSnapshot> both =
                IntStream.range(0, 36).mapToObj(i -> i % 2 == 0 ? byMail : none).toList();
        decide(source, policy(rails), book(ANY_WAY), both, NOON);
        assertThat(channels(source)).containsExactly("email", "email", "email", "email");
        assertThat(decisions(source, "berta")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_rings_in_quiet_hours_and_as_often_as_allowed_from_their_end_on(Databases database) throws Exception {
        DataSource source = database.fresh();
        GuardRails rails = new GuardRails(
                30, 0.1, Map.of(Channel.SMS, new Cap(2, WEEK)), MANY, 3, QuietHours.of("21:00-08:00 Europe/Berlin"));
        RuleBook book = book(MESSAGE);
        Instant eight = Instant.parse("2025-06-02T06:00:00Z");
        decide(source, policy(rails), book, again(12, anna()), eight.minusNanos(1_000));
        assertThat(channels(source)).isEmpty();
        decide(source, policy(rails), book, again(12, anna()), eight);
        assertThat(channels(source)).hasSize(2);
    }

    /** A text message costs 8 cents: of a euro, twelve are sent to whoever comes first, and 4 cents are left. */
    @ParameterizedTest
    @EnumSource
    void the_budget_is_spent_to_the_last_message_that_it_covers_and_not_passed(Databases database) throws Exception {
        DataSource source = database.fresh();
        new RuleUses(source)
                .add(RUN, VERSIONS, OptionalLong.of(100), new RuleUse("abc", Map.of(), Map.of(), Optional.empty()));
        Policy policy = Policy.of(new Policy.Allowance(
                rails(Map.of(Channel.SMS, MANY), MANY), Optional.of(BigDecimal.ONE), Holdout.NONE));
        List<CustomerSnapshot> customers = IntStream.range(0, 36)
                .mapToObj(i -> customer("c" + i, Map.of()))
                .toList();
        decide(source, policy, book(MESSAGE), customers, NOON);
        long sent = customers.stream()
                .mapToLong(one -> decisions(source, one.customer()).size())
                .sum();
        assertThat(sent).isEqualTo(12);
        assertThat(new OccasionRows(source).budgetLeft(RUN)).contains(4L);
    }

    @ParameterizedTest
    @EnumSource
    void no_discount_is_greater_than_the_greatest(Databases database) throws Exception {
        DataSource source = database.fresh();
        Policy policy = policy(rails(Map.of(Channel.SMS, MANY), MANY));
        decide(source, policy, book("decisions.offerCoupon(CART_REMINDER, 80).by(SMS);"), again(18, anna()), NOON);
        assertThat(decisions(source, "anna")).hasSize(18);
        assertThat(values(source, "percent")).containsExactly("30");
    }

    /** Cost 70.01 euro and a tenth above it, rounded up; the rule would have gone down to 70 euro. */
    @ParameterizedTest
    @EnumSource
    void no_price_is_below_its_floor_or_not_below_the_list_price(Databases database) throws Exception {
        DataSource source = database.fresh();
        Policy policy = policy(rails(Map.of(), MANY));
        RuleBook book = book("decisions.offerPrice(CLEARANCE, 30);");
        CustomerSnapshot some =
                customer("anna", Map.of("offerProduct", "mug", "offerListPrice", 10_000, "offerCost", 7_001));
        CustomerSnapshot none =
                customer("berta", Map.of("offerProduct", "mug", "offerListPrice", 7_702, "offerCost", 7_001));
        List<CustomerSnapshot> both =
                IntStream.range(0, 36).mapToObj(i -> i % 2 == 0 ? some : none).toList();
        decide(source, policy, book, both, NOON);
        assertThat(decisions(source, "anna")).hasSize(18);
        assertThat(values(source, "price")).containsExactly("77.02");
        assertThat(decisions(source, "berta")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void beside_a_held_order_nothing_is_offered_and_what_reaches_nobody_is_never_capped(Databases database)
            throws Exception {
        DataSource source = database.fresh();
        Policy policy = policy(rails(Map.of(Channel.SMS, new Cap(0, WEEK)), new Cap(0, WEEK)));
        decide(source, policy, book("decisions.blockOrder(); " + ANY_WAY), again(18, anna()), NOON);
        assertThat(decisions(source, "anna"))
                .hasSize(18)
                .extracting(Decision::kind)
                .containsOnly("risk.block-order");
    }

    @ParameterizedTest
    @EnumSource
    void what_a_run_decided_counts_with_what_is_decided_at_once(Databases database) throws Exception {
        DataSource source = database.fresh();
        Policy policy = policy(rails(Map.of(Channel.SMS, new Cap(2, WEEK)), MANY));
        RuleBook book = book(MESSAGE);
        decide(source, policy, background(source, book), anna(), NOON.minusSeconds(1));
        decide(source, policy, book, again(12, anna()), NOON);
        assertThat(channels(source)).hasSize(2);
        assertThat(new DecisionRows(source)
                        .contacts(CustomerSpan.only(new CustomerId("anna")), NOON.minus(WEEK), NOON, Optional.empty())
                        .get(new CustomerId("anna")))
                .containsExactlyInAnyOrder(
                        new Contact(Channel.SMS, NOON.minusSeconds(1)), new Contact(Channel.SMS, NOON));
    }
}
