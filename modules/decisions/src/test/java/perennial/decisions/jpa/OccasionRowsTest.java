package perennial.decisions.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.analytics.history.Purchase;
import perennial.decisions.Decisions.Decision;
import perennial.decisions.Decisions.Dropped;
import perennial.decisions.Decisions.RuleUse;
import perennial.decisions.LiveDecisions.Answer;
import perennial.decisions.Moment;
import perennial.decisions.model.Case;
import perennial.decisions.model.Case.Chosen;
import perennial.kernel.CustomerId;
import perennial.kernel.CustomerSpan;
import perennial.kernel.Run;
import perennial.kernel.UnavailableException;
import perennial.kernel.Words;
import perennial.migrations.Databases;
import perennial.ruleengine.ContactHistory.Contact;
import perennial.ruleengine.Outcome.Given;
import perennial.rules.Channel;

class OccasionRowsTest {
    private static final Instant MONDAY = Instant.parse("2025-06-02T00:00:00Z");
    private static final Instant NOON = MONDAY.plus(Duration.ofHours(12));
    private static final Run RUN = new Run(1, MONDAY);
    private static final CustomerId ANNA = new CustomerId("anna");
    private static final Words WHY = new Words("outbid", "未选中");
    private static final Dropped DROPPED =
            new Dropped("marketing.loyalty", Map.of("verb", "x"), List.of("L"), "outbid", WHY);
    private static final Map<String, String> VERSIONS = Map.of("rules", "def", "run", "1");
    private static final Case DECIDED = new Case(
            ANNA,
            Map.of("moment", "CART"),
            List.of("CA-01 a cart"),
            List.of(new Chosen(
                    "marketing.cart-reminder",
                    Map.of("verb", "sendMessage", "channel", "push"),
                    List.of("CA-01 a cart"),
                    List.of(),
                    new Words("A cart stands.", "购物车。"))),
            List.of(DROPPED),
            new Given(List.of(new Contact(Channel.EMAIL, MONDAY)), OptionalLong.of(1_234)));

    private static Purchase order(String id, Instant at) {
        return new Purchase(
                id,
                at,
                List.of(new Purchase.Line("", Optional.empty(), 1, 1_234)),
                Optional.empty(),
                Optional.of("SUMMER"),
                Optional.of("DE"),
                Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void what_an_occasion_brought_is_found_again_whole(Databases database) {
        OccasionRows rows = new OccasionRows(database.fresh());
        Answer told = rows.add(RUN, Moment.CART, NOON, VERSIONS, DECIDED);
        Answer answer = rows.find(told.id()).orElseThrow();
        assertThat(answer).isEqualTo(told);
        assertThat(answer.customer()).isEqualTo(ANNA);
        assertThat(answer.moment()).isEqualTo(Moment.CART);
        assertThat(answer.at()).isEqualTo(NOON);
        assertThat(answer.trace().inputs()).isEqualTo(DECIDED.inputs());
        assertThat(answer.trace().fired()).isEqualTo(DECIDED.fired());
        assertThat(answer.trace().dropped()).containsExactly(DROPPED);
        Decision decision = answer.decisions().get(0);
        assertThat(decision.moment()).isEqualTo("cart");
        assertThat(decision.versions()).isEqualTo(VERSIONS);
        assertThat(decision.inputs()).isEqualTo(DECIDED.inputs());
        assertThat(rows.find(told.id() + 1)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void decisions_of_occasions_are_apart_from_those_of_the_run_and_outlast_its_repetition(Databases database) {
        DataSource source = database.fresh();
        OccasionRows occasions = new OccasionRows(source);
        DecisionRows weekly = new DecisionRows(source);
        occasions.add(RUN, Moment.CART, NOON, VERSIONS, DECIDED);
        weekly.add(RUN, List.of(DECIDED));
        assertThat(weekly.counts(RUN)).isEqualTo(Map.of("marketing.cart-reminder", 1L));
        assertThat(weekly.counts(RUN, List.of(ANNA))).isEqualTo(Map.of(ANNA, 1L));
        weekly.forget(RUN);
        assertThat(weekly.of(RUN, ANNA)).isEmpty();
        assertThat(occasions.latest(ANNA, 10)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_contact_of_an_occasion_counts_for_whoever_decides_next_even_as_of_an_earlier_instant(Databases database) {
        DataSource source = database.fresh();
        new OccasionRows(source).add(RUN, Moment.CART, NOON, VERSIONS, DECIDED);
        assertThat(new DecisionRows(source)
                        .contacts(CustomerSpan.only(ANNA), MONDAY.minus(Duration.ofDays(7)), MONDAY, Optional.empty()))
                .isEqualTo(Map.of(ANNA, List.of(new Contact(Channel.PUSH, NOON))));
    }

    @ParameterizedTest
    @EnumSource
    void an_order_with_a_number_is_remembered_and_one_without_is_not(Databases database) {
        OccasionRows rows = new OccasionRows(database.fresh());
        rows.addOrder(rows.add(RUN, Moment.ORDER, NOON, VERSIONS, DECIDED).id(), ANNA, order("o1", NOON));
        rows.addOrder(rows.add(RUN, Moment.ORDER, NOON, VERSIONS, DECIDED).id(), ANNA, order("", NOON));
        assertThat(rows.orders(ANNA, MONDAY)).containsExactly(order("o1", NOON));
        assertThat(rows.orders(ANNA, NOON.plusSeconds(1))).isEmpty();
        assertThat(rows.orders(new CustomerId("berta"), MONDAY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_limited_budget_goes_down_and_none_stays_without_limit(Databases database) {
        DataSource source = database.fresh();
        OccasionRows rows = new OccasionRows(source);
        RuleUse use = new RuleUse("def", Map.of(), Map.of(), Optional.empty());
        new RuleUses(source).add(RUN, VERSIONS, OptionalLong.of(500), use);
        new RuleUses(source).add(new Run(2, MONDAY), VERSIONS, OptionalLong.empty(), use);
        rows.keepBudget(RUN, 300);
        rows.keepBudget(new Run(2, MONDAY), 300);
        assertThat(rows.budgetLeft(RUN)).contains(300L);
        assertThat(rows.budgetLeft(new Run(2, MONDAY))).isEmpty();
        assertThat(rows.isLimited(RUN)).isTrue();
        assertThat(rows.isLimited(new Run(2, MONDAY))).isFalse();
    }

    /** Over connections that end their transaction as the server's do: when the decision is made. */
    @ParameterizedTest
    @EnumSource
    void of_two_who_decide_for_one_customer_at_once_the_second_waits_and_sees_the_contact_of_the_first(
            Databases database) throws Exception {
        DataSource source = database.fresh();
        CompletableFuture<Integer> second;
        try (Connection first = source.getConnection()) {
            first.setAutoCommit(false);
            OccasionRows rows = new OccasionRows(OneConnection.of(first));
            rows.takeTurn(ANNA);
            second = CompletableFuture.supplyAsync(() -> contactsInATurn(source));
            rows.add(RUN, Moment.CART, NOON, VERSIONS, DECIDED);
            first.commit();
        }
        assertThat(second.get()).isEqualTo(1);
    }

    /** Of H2 alone: PostgreSQL waits as long as it takes. */
    @Test
    void who_never_gets_a_turn_is_told_to_come_again() throws Exception {
        DataSource source = Databases.H2.fresh();
        try (Connection first = source.getConnection();
                Connection second = source.getConnection();
                Statement impatience = second.createStatement()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            impatience.execute("set lock_timeout 1");
            new OccasionRows(OneConnection.of(first)).takeTurn(ANNA);
            assertThatThrownBy(() -> new OccasionRows(OneConnection.of(second)).takeTurn(ANNA))
                    .isInstanceOfSatisfying(
                            UnavailableException.class,
                            crowded -> assertThat(crowded.fix(Locale.CHINA)).contains("重发"));
        }
    }

    private static int contactsInATurn(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            DataSource one = OneConnection.of(connection);
            new OccasionRows(one).takeTurn(ANNA);
            int contacts = new DecisionRows(one)
                    .contacts(CustomerSpan.only(ANNA), MONDAY.minus(Duration.ofDays(7)), MONDAY, Optional.empty())
                    .getOrDefault(ANNA, List.of())
                    .size();
            connection.commit();
            return contacts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
