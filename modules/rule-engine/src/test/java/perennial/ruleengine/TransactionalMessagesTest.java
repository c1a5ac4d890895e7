package perennial.ruleengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.kernel.Money;
import perennial.ruleengine.ContactHistory.Contact;
import perennial.ruleengine.Dropped.Cause;
import perennial.ruleengine.Economics.Effect;
import perennial.ruleengine.Economics.Lever;
import perennial.ruleengine.Economics.Source;
import perennial.ruleengine.Economics.Stake;
import perennial.ruleengine.GuardRails.Cap;
import perennial.rules.Channel;
import perennial.rules.CustomerSnapshot;
import perennial.rules.Kind;
import perennial.rules.RuleSource;

/** Whoever waits to hear of an order or a case of their own hears of it; nobody else gets anything in that guise. */
class TransactionalMessagesTest {
    private static final String NOTICE = "decisions.sendNotice(ORDER_CHECK).by(PUSH).by(EMAIL);";
    private static final String MESSAGE = "decisions.sendMessage(LOYALTY).by(EMAIL);";
    private static final Duration WEEK = Duration.ofDays(7);
    private static final QuietHours ALWAYS = QuietHours.of("00:00-23:59 UTC");
    private static final Map<String, Object> REACHABLE = Map.of("moment", "ORDER");
    private static final Map<String, Object> REFUSED = Map.of(
            "moment", "ORDER", "emailConsent", false, "smsConsent", false, "pushConsent", false, "phoneConsent", false);

    private static Outcome decide(String calls, Map<String, Object> known, Circumstances circumstances) {
        return A.book("moment == \"ORDER\"", calls).decide(A.reachable(known), circumstances);
    }

    private static Circumstances cappedAt(Cap cap, Contact... past) {
        Map<Channel, Cap> caps = Map.of(Channel.EMAIL, cap, Channel.PUSH, cap);
        return A.circumstances(new GuardRails(30, 0.1, caps, cap, 1), customer -> List.of(past), Budget.unlimited());
    }

    private static List<Kind> kinds(Outcome outcome) {
        return outcome.decisions().stream().map(Decision::kind).toList();
    }

    private static List<Cause> causes(Outcome outcome) {
        return outcome.dropped().stream().map(Dropped::cause).toList();
    }

    private static Optional<Channel> channel(Outcome outcome) {
        return outcome.decisions().get(0).channel();
    }

    @ParameterizedTest
    @CsvSource({"0, CONTACT_CAP", "1, CONTACT_CAP", "2, CONTACT_CAP", "3, ''"})
    void the_cap_that_holds_marketing_back_holds_no_notice_back(int allowed, String dropped) {
        Contact[] two =
                Collections.nCopies(2, new Contact(Channel.EMAIL, A.NOW)).toArray(Contact[]::new);
        Outcome outcome = decide(MESSAGE + NOTICE, REACHABLE, cappedAt(new Cap(allowed, WEEK), two));
        assertThat(kinds(outcome)).contains(Kind.ORDER_CHECK);
        assertThat(kinds(outcome).contains(Kind.LOYALTY)).isEqualTo(dropped.isEmpty());
        assertThat(causes(outcome)).extracting(Cause::name).isEqualTo(dropped.isEmpty() ? List.of() : List.of(dropped));
    }

    @Test
    void who_agreed_to_nothing_is_told_by_mail_and_won_by_nothing() {
        Outcome outcome = decide(MESSAGE + NOTICE, REFUSED, A.circumstances());
        assertThat(kinds(outcome)).containsExactly(Kind.ORDER_CHECK);
        assertThat(channel(outcome)).contains(Channel.EMAIL);
        assertThat(causes(outcome)).containsExactly(Cause.NO_CONSENT);
        CustomerSnapshot unasked = A.customer(REACHABLE);
        assertThat(kinds(A.book("moment == \"ORDER\"", NOTICE).decide(unasked, A.circumstances())))
                .containsExactly(Kind.ORDER_CHECK);
    }

    @Test
    void who_agreed_to_what_rings_is_told_that_way_by_day_and_by_mail_in_quiet_hours() {
        Outcome byDay = decide(NOTICE, REACHABLE, A.circumstances());
        assertThat(channel(byDay)).contains(Channel.PUSH);
        GuardRails usual = GuardRails.standard();
        GuardRails quiet = new GuardRails(30, 0.1, usual.caps(), usual.allChannels(), 3, ALWAYS);
        Outcome atNight = decide(NOTICE, REACHABLE, A.circumstances(quiet, ContactHistory.NONE, Budget.unlimited()));
        assertThat(channel(atNight)).contains(Channel.EMAIL);
        assertThat(atNight.decisions().get(0).limits()).singleElement().satisfies(limit -> {
            assertThat(limit.rail()).isEqualTo(Decision.Rail.OTHER_CHANNEL);
            assertThat(limit.effect().en()).contains("the hour");
        });
    }

    @Test
    void neither_a_held_order_nor_a_quiet_period_nor_a_full_price_drops_it() {
        String beside = "decisions.keepQuiet(); decisions.keepFullPrice(); " + MESSAGE;
        assertThat(kinds(decide(NOTICE + beside, REACHABLE, A.circumstances())))
                .containsExactly(Kind.NO_DISCOUNT, Kind.ORDER_CHECK);
        assertThat(kinds(decide(NOTICE + "decisions.blockOrder();" + beside, REACHABLE, A.circumstances())))
                .containsExactly(Kind.BLOCK_ORDER, Kind.ORDER_CHECK);
    }

    @Test
    void it_takes_no_place_of_a_decision_and_no_decision_takes_its_place() {
        String three = "decisions.reviewOrder(); decisions.keepFullPrice(); " + MESSAGE;
        for (int allowed = 1; allowed <= 3; allowed++) {
            GuardRails rails =
                    new GuardRails(30, 0.1, GuardRails.standard().caps(), new Cap(9, WEEK), allowed, QuietHours.NONE);
            Circumstances circumstances = A.circumstances(rails, ContactHistory.NONE, Budget.unlimited());
            assertThat(kinds(decide(three + NOTICE, REACHABLE, circumstances)))
                    .hasSize(allowed + 1)
                    .endsWith(Kind.ORDER_CHECK)
                    .startsWith(kinds(decide(three, REACHABLE, circumstances)).toArray(Kind[]::new));
        }
    }

    @Test
    void who_is_kept_without_offers_is_told() {
        Circumstances usual = A.circumstances();
        Circumstances held = new Circumstances(
                usual.now(),
                usual.rails(),
                usual.economics(),
                usual.contacts(),
                usual.budget(),
                new Holdout(Math.nextDown(1.0)));
        Outcome outcome = decide(MESSAGE + NOTICE, REACHABLE, held);
        assertThat(kinds(outcome)).containsExactly(Kind.ORDER_CHECK);
        assertThat(causes(outcome)).containsExactly(Cause.HOLDOUT);
    }

    @Test
    void no_budget_pays_for_it_and_no_effect_judges_it() {
        Budget empty = Budget.of(new Money(0, A.EURO));
        Economics losing = new Economics(
                A.EURO,
                0.4,
                WEEK,
                Map.of(Channel.EMAIL, 900L, Channel.PUSH, 900L),
                Map.of(new Lever("sendNotice", Kind.ORDER_CHECK), new Effect(0, 1, Stake.ORDER, Source.ASSUMED)));
        Circumstances circumstances =
                new Circumstances(A.NOW, GuardRails.standard(), losing, ContactHistory.NONE, empty);
        Outcome outcome = decide(NOTICE, REACHABLE, circumstances);
        assertThat(outcome.decisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.valuation()).isEmpty());
        assertThat(empty.left()).isZero();
    }

    @Test
    void two_rules_that_tell_the_same_tell_it_once_and_both_say_why() {
        RuleBook book = RuleBook.compile(List.of(A.source(A.rule("moment == \"ORDER\"", NOTICE)
                + A.rule("moment == \"ORDER\"", "decisions.sendNotice(ORDER_CHECK).by(EMAIL);")
                        .replace("TE-01", "TE-02"))));
        Outcome outcome = book.decide(A.reachable(REACHABLE), A.circumstances());
        assertThat(outcome.decisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.rules()).hasSize(2));
        assertThat(outcome.dropped()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '%', textBlock = """
            decisions.offerCoupon(ORDER_CHECK, 10).by(EMAIL);   % ORDER_CHECK is a transactional message, which tells customers about their own business and offers nothing, so offerCoupon has no place under it
            decisions.callCustomer(CASE_CARE).by(PHONE);        % so callCustomer has no place under it
            decisions.sendMessage(CASE_CARE).by(EMAIL);         % say it by sendNotice, or choose a kind of marketing
            decisions.offerPrice(ORDER_CHECK, 10);              % so offerPrice has no place under it
            decisions.sendNotice(LOYALTY).by(EMAIL);            % sendNotice is for one of ORDER_CHECK, CASE_CARE
            decisions.sendNotice(ORDER_CHECK, 10).by(EMAIL);    % ) is expected here, not ,
            decisions.sendNotice(ORDER_CHECK).by(SMS).by(PUSH); % one of its channels is EMAIL
            decisions.sendNotice(ORDER_CHECK);                  % needs a channel
            """)
    void nothing_but_a_notice_is_said_under_its_kind(String call, String message) {
        assertThat(problems("moment == \"ORDER\"", call)).first().satisfies(problem -> {
            assertThat(problem.message().en()).contains(message);
            assertThat(problem.message().zh())
                    .containsPattern("\\p{IsHan}")
                    .isNotEqualTo(problem.message().en());
            assertThat(problem.line()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders > 0",
                "moment == \"WEEKLY\"",
                "moment in (\"ORDER\", \"WEEKLY\")",
                "moment != \"WEEKLY\"",
                "moment == \"SERVICE\"",
                "moment == \"ORDER\" || orders > 0",
            })
    void a_notice_out_of_the_blue_is_refused(String conditions) {
        assertThat(problems(conditions, NOTICE)).singleElement().satisfies(problem -> {
            assertThat(problem.message().en())
                    .contains("its rule asks for moment == \"ORDER\" and for no other moment");
            assertThat(problem.message().zh()).contains("moment == \"ORDER\"");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moment == \"ORDER\"",
                "orders > 0, moment in (\"ORDER\")",
                "(moment == \"ORDER\" && orders > 3) || (spend > 5 && moment == \"ORDER\")",
                "moment != \"WEEKLY\", moment in (\"ORDER\", \"WEEKLY\"), moment == \"ORDER\"",
            })
    void a_notice_that_answers_its_moment_passes(String conditions) {
        assertThat(problems(conditions, NOTICE)).isEmpty();
    }

    private static List<Problem> problems(String conditions, String call) {
        return RuleGuard.check(List.of(new RuleSource("service/test.drl", A.rule(conditions, call))));
    }
}
