package perennial.decisions.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.decisions.Decisions.RuleUse;
import perennial.decisions.Hindsight.Difference;
import perennial.decisions.Hindsight.Explanation;
import perennial.decisions.LiveDecisions.Answer;
import perennial.decisions.Moment;
import perennial.decisions.model.Case;
import perennial.decisions.model.Explaining;
import perennial.decisions.model.Past;
import perennial.kernel.CustomerId;
import perennial.kernel.Money;
import perennial.kernel.Run;
import perennial.migrations.Databases;
import perennial.ruleengine.Budget;
import perennial.ruleengine.Circumstances;
import perennial.ruleengine.ContactHistory.Contact;
import perennial.ruleengine.Economics;
import perennial.ruleengine.GuardRails;
import perennial.ruleengine.RuleBook;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.RuleSource;

/** Decisions that are stored and made again from what is stored. */
class PastRowsTest {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2025-06-02T12:00:00.123456Z");
    private static final Run RUN = new Run(1, NOON);
    private static final CustomerId ANNA = new CustomerId("anna");
    private static final Map<String, String> VERSIONS = Map.of("rules", "abc", "terms", "def");
    private static final Contact YESTERDAY = new Contact(Channel.SMS, NOON.minus(Duration.ofDays(1)));

    private static RuleBook book(String silence) {
        return RuleBook.compile(List.of(new RuleSource("marketing/test.drl", """
                rule "TE-01 a silent customer" when CustomerSnapshot(silence >= %s, spend > 1000)
                then decisions.offerCoupon(WIN_BACK, 80).by(SMS).by(EMAIL); end
                rule "TE-02 a gone one" when CustomerSnapshot(silence >= 0.1, churnProbability > 0.5)
                then decisions.sendMessage(LOYALTY).by(PUSH); end
                """.formatted(silence))));
    }

    private static final RuleBook BOOK = book("1.25");
    private static final CustomerSnapshot SNAPSHOT = CustomerSnapshot.of(Map.ofEntries(
            Map.entry("customer", "anna"),
            Map.entry("moment", "CART"),
            Map.entry("currency", "EUR"),
            Map.entry("stage", "RETENTION"),
            Map.entry("orders", 3),
            Map.entry("silence", 4 / 3.0),
            Map.entry("spend", new Money(123_456, EURO)),
            Map.entry("averageOrder", new Money(41_152, EURO)),
            Map.entry("expectedPurchases", 1e-7),
            Map.entry("churnProbability", 0.25),
            Map.entry("churnReason", "silence"),
            Map.entry("smsConsent", true),
            Map.entry("emailConsent", true)));

    private static Case decided(RuleBook book, List<Contact> contacts, long budget) {
        Circumstances circumstances = new Circumstances(
                NOON,
                GuardRails.standard(),
                Economics.assumed(EURO),
                customer -> contacts,
                Budget.of(new Money(budget, EURO)));
        return Case.of(SNAPSHOT, book.decide(SNAPSHOT, circumstances));
    }

    private static Past stored(DataSource source, Case decided) {
        new RuleUses(source)
                .add(RUN, VERSIONS, decided.given().budget(), new RuleUse("abc", Map.of(), Map.of(), Optional.empty()));
        Answer answer = new OccasionRows(source).add(RUN, Moment.CART, NOON, VERSIONS, decided);
        return new PastRows(source).ofOccasion(answer.id()).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void a_live_decision_is_made_again_from_what_is_stored_of_it(Databases database) {
        Case decided = decided(BOOK, List.of(YESTERDAY), 50_000);
        assertThat(decided.chosen())
                .singleElement()
                .satisfies(one -> assertThat(one.caps()).hasSize(2));
        Past past = stored(database.fresh(), decided);
        assertThat(past.snapshot()).isEqualTo(SNAPSHOT);
        assertThat(past.versions()).isEqualTo(VERSIONS);
        assertThat(past.at()).isEqualTo(NOON);
        assertThat(past.decided().given()).isEqualTo(decided.given());
        assertThat(past.differences(decided(
                        BOOK,
                        past.decided().given().contacts(),
                        past.decided().given().budget().orElseThrow())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_weekly_decision_is_made_again_from_what_is_stored_of_it(Databases database) {
        DataSource source = database.fresh();
        Case decided = decided(BOOK, List.of(), 50_000);
        new RuleUses(source)
                .add(RUN, VERSIONS, decided.given().budget(), new RuleUse("abc", Map.of(), Map.of(), Optional.empty()));
        new DecisionRows(source).add(RUN, List.of(decided));
        Past past = new PastRows(source).of(RUN, ANNA).orElseThrow();
        assertThat(past.differences(decided)).isEmpty();
        assertThat(past.decided().given()).isEqualTo(decided.given());
        assertThat(new PastRows(source).of(RUN, new CustomerId("berta"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_comes_out_otherwise_is_told(Databases database) {
        Past past = stored(database.fresh(), decided(BOOK, List.of(), 50_000));
        assertThat(past.differences(decided(book("1.5"), List.of(), 50_000)))
                .extracting(Difference::part)
                .containsExactly("fired", "decisions");
        assertThat(past.differences(decided(BOOK, List.of(YESTERDAY), 50_000)))
                .extracting(Difference::part)
                .containsExactly("decisions");
        assertThat(past.differences(decided(BOOK, List.of(), 1)))
                .extracting(Difference::part)
                .containsExactly("decisions", "dropped");
    }

    @ParameterizedTest
    @EnumSource
    void why_and_why_not_are_told_from_what_is_stored(Databases database) {
        Past past = stored(database.fresh(), decided(BOOK, List.of(), 50_000));
        Explanation why = Explaining.of(
                BOOK,
                past.snapshot(),
                past.decided().inputs(),
                List.of(),
                past.decided().dropped());
        assertThat(why.fired()).singleElement().satisfies(fired -> {
            assertThat(fired.code()).isEqualTo("TE-01");
            assertThat(fired.grounds()).hasSize(2);
            assertThat(fired.grounds().get(0).condition()).isEqualTo("silence >= 1.25");
            assertThat(fired.grounds().get(1).values().english()).isEqualTo("sum of all orders: 1,234.56 EUR");
            assertThat(fired.grounds().get(1).asked().chinese()).isEqualTo("累计消费：大于 10.00 EUR");
        });
        assertThat(why.missed()).singleElement().satisfies(missed -> {
            assertThat(missed.code()).isEqualTo("TE-02");
            assertThat(missed.ground().values().english()).isEqualTo("probability of having left: 25 %");
            assertThat(missed.ground().asked().english()).isEqualTo("probability of having left: more than 50 %");
        });
        assertThat(why.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.chinese()).isNotEqualTo("silence"));
    }
}
