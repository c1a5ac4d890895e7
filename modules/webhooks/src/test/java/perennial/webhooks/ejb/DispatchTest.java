package perennial.webhooks.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static perennial.webhooks.EventKind.DECISION_MADE;
import static perennial.webhooks.EventKind.STAGE_CHANGED;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import perennial.migrations.Databases;
import perennial.webhooks.Failure;
import perennial.webhooks.Failure.Cause;
import perennial.webhooks.Webhooks.Backlog;
import perennial.webhooks.Webhooks.Delivery;
import perennial.webhooks.Webhooks.State;
import perennial.webhooks.model.Parcel;

class DispatchTest {

    @ParameterizedTest
    @EnumSource
    void a_run_goes_out_in_order_in_bounded_requests_whose_numbers_have_no_gap(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(250));
        long receiver = office.receiver(DECISION_MADE);
        office.runInForce(7);
        List<Parcel> parcels = office.drained(receiver);
        assertThat(parcels).extracting(Parcel::first).containsExactly(1L, 101L, 201L);
        assertThat(PostOffice.ids(parcels))
                .isEqualTo(IntStream.rangeClosed(1, 250)
                        .mapToObj(i -> "decision.made-7-" + i)
                        .toList());
        assertThat(office.due()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_comes_into_force_twice_is_told_once(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(3));
        long receiver = office.receiver(DECISION_MADE);
        office.runInForce(7);
        office.runInForce(7);
        assertThat(office.drained(receiver)).hasSize(1);
        office.runInForce(7);
        office.atOnce(Brought.event(DECISION_MADE, "decision-9", "9"));
        office.atOnce(Brought.event(DECISION_MADE, "decision-9", "9"));
        assertThat(PostOffice.ids(office.drained(receiver))).containsExactly("decision-9");
    }

    @ParameterizedTest
    @EnumSource
    void a_receiver_is_told_only_the_kinds_that_it_wants_and_only_what_came_after_it(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.stages(2), Brought.decisions(2));
        office.runInForce(1);
        long stages = office.receiver(STAGE_CHANGED);
        long both = office.receiver(STAGE_CHANGED, DECISION_MADE);
        office.runInForce(2);
        assertThat(PostOffice.ids(office.drained(stages))).containsExactly("stage.changed-2-1", "stage.changed-2-2");
        assertThat(PostOffice.ids(office.drained(both)))
                .containsExactly("stage.changed-2-1", "stage.changed-2-2", "decision.made-2-1", "decision.made-2-2");
    }

    @ParameterizedTest
    @EnumSource
    void decisions_made_at_once_go_together_after_what_was_owed_before(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.stages(1));
        long receiver = office.receiver(STAGE_CHANGED, DECISION_MADE);
        office.runInForce(1);
        office.atOnce(Brought.event(DECISION_MADE, "decision-5", "5"));
        office.atOnce(Brought.event(DECISION_MADE, "decision-6", "6"));
        office.runInForce(2);
        List<Parcel> parcels = office.drained(receiver);
        assertThat(PostOffice.ids(parcels))
                .containsExactly("stage.changed-1-1", "decision-5", "decision-6", "stage.changed-2-1");
        assertThat(parcels).extracting(Parcel::first).containsExactly(1L, 2L, 4L);
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_request_is_sent_again_byte_for_byte_after_its_pause_and_nothing_overtakes_it(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(150));
        long receiver = office.receiver(DECISION_MADE);
        office.runInForce(1);
        Parcel first = office.next(receiver).orElseThrow();
        office.refused(first);
        assertThat(office.next(receiver)).isEmpty();
        assertThat(office.due()).isEmpty();
        Delivery waiting = office.deliveries(receiver).get(0);
        assertThat(waiting.failure()).contains(PostOffice.REFUSED);
        assertThat(waiting.attempts()).isEqualTo(1);
        Duration pause = Duration.between(office.now(), waiting.nextTry().orElseThrow());
        assertThat(pause).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        office.later(pause);
        assertThat(office.due()).containsExactly(receiver);
        Parcel again = office.next(receiver).orElseThrow();
        assertThat(again.body()).isEqualTo(first.body());
        office.accepted(again);
        assertThat(office.next(receiver).orElseThrow().first()).isEqualTo(101);
        assertThat(office.webhook(receiver).failingSince()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_crash_before_the_answer_is_noted_leads_to_a_repetition_and_to_no_loss(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(1));
        long receiver = office.receiver(DECISION_MADE);
        office.runInForce(1);
        office.atOnce(Brought.event(DECISION_MADE, "decision-9", "9"));
        Parcel sent = office.next(receiver).orElseThrow();
        assertThat(office.next(receiver).orElseThrow().body()).isEqualTo(sent.body());
        office.accepted(sent);
        Parcel single = office.next(receiver).orElseThrow();
        assertThat(office.next(receiver).orElseThrow().body()).isEqualTo(single.body());
        assertThat(PostOffice.ids(office.drained(receiver))).containsExactly("decision-9");
    }

    @ParameterizedTest
    @EnumSource
    void one_node_sends_at_a_time_and_another_takes_over_when_it_is_silent(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(1));
        long receiver = office.receiver(DECISION_MADE);
        office.runInForce(1);
        assertThat(office.next(receiver)).isPresent();
        assertThat(office.next(receiver, "another node")).isEmpty();
        office.later(Duration.ofMinutes(2));
        assertThat(office.next(receiver, "another node")).isPresent();
        assertThat(office.next(receiver)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void who_fails_for_a_week_is_parked_and_misses_nothing_when_it_is_resumed(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(2));
        long receiver = office.receiver(DECISION_MADE);
        office.runInForce(1);
        office.refused(office.next(receiver).orElseThrow());
        office.later(Duration.ofDays(6));
        office.refused(office.next(receiver).orElseThrow());
        assertThat(office.webhook(receiver).state()).isEqualTo(State.ACTIVE);
        office.later(Duration.ofDays(1));
        office.refused(office.next(receiver).orElseThrow());
        assertThat(office.webhook(receiver).state()).isEqualTo(State.PARKED);
        office.later(Duration.ofDays(30)).runInForce(2);
        assertThat(office.next(receiver)).isEmpty();
        assertThat(office.webhook(receiver).backlog().events()).isEqualTo(4);
        office.resume(receiver);
        assertThat(PostOffice.ids(office.drained(receiver)))
                .containsExactly("decision.made-1-1", "decision.made-1-2", "decision.made-2-1", "decision.made-2-2");
    }

    @ParameterizedTest
    @EnumSource
    void a_success_in_between_begins_the_week_anew(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(200));
        long receiver = office.receiver(DECISION_MADE);
        office.runInForce(1);
        office.refused(office.next(receiver).orElseThrow());
        office.later(Duration.ofDays(6));
        office.accepted(office.next(receiver).orElseThrow());
        office.refused(office.next(receiver).orElseThrow());
        office.later(Duration.ofDays(6));
        office.refused(office.next(receiver).orElseThrow());
        assertThat(office.webhook(receiver).state()).isEqualTo(State.ACTIVE);
    }

    @ParameterizedTest
    @EnumSource
    void a_paused_webhook_is_sent_nothing_and_owed_everything(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(2));
        long paused = office.receiver(DECISION_MADE);
        long other = office.receiver(DECISION_MADE);
        office.pause(paused);
        office.runInForce(1);
        assertThat(office.due()).containsExactly(other);
        assertThat(office.next(paused)).isEmpty();
        assertThat(office.drained(other)).hasSize(1);
        office.resume(paused);
        assertThat(office.drained(paused)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void the_backlog_counts_what_was_not_accepted_and_tells_since_when(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(150));
        long receiver = office.receiver(DECISION_MADE);
        assertThat(office.webhook(receiver).backlog()).isEqualTo(new Backlog(0, Optional.empty()));
        office.runInForce(1);
        Backlog whole = new Backlog(150, Optional.of(office.now()));
        assertThat(office.webhook(receiver).backlog()).isEqualTo(whole);
        office.later(Duration.ofMinutes(1));
        Parcel first = office.next(receiver).orElseThrow();
        assertThat(office.webhook(receiver).backlog()).isEqualTo(whole);
        office.accepted(first);
        assertThat(office.webhook(receiver).backlog().events()).isEqualTo(50);
    }

    @ParameterizedTest
    @EnumSource
    void a_delivery_is_sent_again_on_demand_as_it_was_until_it_is_forgotten(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(150));
        long receiver = office.receiver(DECISION_MADE);
        office.runInForce(1);
        office.atOnce(Brought.event(DECISION_MADE, "decision-9", "9"));
        List<Parcel> sent = office.drained(receiver);
        assertThat(office.redeliver(receiver, 101)).isTrue();
        assertThat(office.redeliver(receiver, 151)).isTrue();
        List<Parcel> again = office.drained(receiver);
        assertThat(again).hasSize(2);
        assertThat(again.get(0).body()).isEqualTo(sent.get(1).body());
        assertThat(again.get(1).body()).isEqualTo(sent.get(2).body());
        assertThat(office.redeliver(receiver, 100)).isFalse();
        office.forgetBefore(office.now());
        assertThat(office.deliveries(receiver)).hasSize(3);
        office.forgetBefore(office.now().plusSeconds(1));
        assertThat(office.deliveries(receiver)).isEmpty();
        assertThat(office.redeliver(receiver, 101)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void forgetting_spares_what_still_waits(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(150));
        long receiver = office.receiver(DECISION_MADE);
        office.runInForce(1);
        office.atOnce(Brought.event(DECISION_MADE, "decision-9", "9"));
        office.accepted(office.next(receiver).orElseThrow());
        office.refused(office.next(receiver).orElseThrow());
        office.later(Duration.ofDays(60)).forgetBefore(office.now());
        assertThat(PostOffice.ids(office.drained(receiver))).hasSize(51).endsWith("decision-9");
    }

    @ParameterizedTest
    @EnumSource
    void a_delivery_whose_events_are_gone_fails_by_that_name(Databases databases) {
        Shrinking decisions = new Shrinking(Brought.decisions(2));
        PostOffice office = PostOffice.of(databases, decisions);
        long receiver = office.receiver(DECISION_MADE);
        office.runInForce(1);
        office.refused(office.next(receiver).orElseThrow());
        decisions.shrinkTo(1);
        office.later(Duration.ofMinutes(1));
        assertThat(office.next(receiver)).isEmpty();
        assertThat(office.deliveries(receiver).get(0).failure()).contains(new Failure(Cause.GONE, ""));
    }

    @ParameterizedTest
    @EnumSource
    void a_past_delivery_whose_events_are_gone_is_not_sent_again_and_holds_nothing_up(Databases databases) {
        Shrinking decisions = new Shrinking(Brought.decisions(2));
        PostOffice office = PostOffice.of(databases, decisions);
        long receiver = office.receiver(DECISION_MADE);
        office.runInForce(1);
        office.drained(receiver);
        decisions.shrinkTo(1);
        assertThat(office.redeliver(receiver, 1)).isFalse();
        assertThat(office.due()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_results_of_a_run_are_needed_until_none_of_its_events_can_be_sent_any_more(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(150));
        long receiver = office.receiver(DECISION_MADE);
        assertThat(office.oldestRunOwed()).isEmpty();
        office.runInForce(7);
        office.runInForce(8);
        office.accepted(office.next(receiver).orElseThrow());
        assertThat(office.oldestRunOwed()).as("its second half is owed").contains(7L);
        office.accepted(office.next(receiver).orElseThrow());
        assertThat(office.oldestRunOwed()).as("it can be sent again").contains(7L);
        office.later(Duration.ofDays(1));
        office.forgetBefore(office.now());
        assertThat(office.oldestRunOwed()).as("nobody can ask for it").contains(8L);
        office.drained(receiver);
        office.later(Duration.ofDays(1));
        office.forgetBefore(office.now());
        assertThat(office.oldestRunOwed()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_deleted_webhook_is_owed_nothing(Databases databases) {
        PostOffice office = PostOffice.of(databases, Brought.decisions(2));
        long receiver = office.receiver(DECISION_MADE);
        office.runInForce(1);
        Parcel underWay = office.next(receiver).orElseThrow();
        office.delete(receiver);
        office.accepted(underWay);
        assertThat(office.due()).isEmpty();
        assertThat(office.next(receiver)).isEmpty();
    }
}
