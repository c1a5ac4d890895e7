package perennial.value.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import perennial.analytics.valuation.Judgement;
import perennial.analytics.valuation.PurchaseLog;
import perennial.kernel.Progress;
import perennial.value.model.Choosing.Verdict;

class ChoosingTest {
    private static final int CELLS = 21;

    @Test
    void a_back_test_within_its_budget_ends_with_a_model_and_its_reason() {
        List<Judgement> kept = new ArrayList<>();
        Verdict verdict = decide(List.of(), kept, CELLS);
        assertThat(verdict.complete()).isTrue();
        assertThat(verdict.kind()).isPresent();
        assertThat(verdict.reason().english()).contains("mean log score");
        assertThat(verdict.reason().chinese()).contains("对数得分");
        assertThat(kept).hasSize(CELLS);
    }

    @Test
    void when_the_budget_is_spent_the_work_goes_on_where_it_stopped_and_ends_with_the_same_verdict() {
        List<Judgement> kept = new ArrayList<>();
        Verdict first = decide(List.of(), kept, 7);
        assertThat(first.complete()).isFalse();
        assertThat(kept).hasSize(7);
        Verdict second = decide(List.copyOf(kept), kept, CELLS);
        assertThat(kept).hasSize(CELLS);
        assertThat(second).isEqualTo(decide(List.of(), new ArrayList<>(), CELLS));
    }

    @Test
    void only_times_at_which_every_model_was_judged_count() {
        Verdict none = decide(List.of(), new ArrayList<>(), 4);
        assertThat(none.kind()).isEmpty();
        assertThat(none.reason().english()).contains("next run goes on");
        Verdict one = decide(List.of(), new ArrayList<>(), 7);
        assertThat(one.kind()).isPresent();
        assertThat(one.reason().english()).contains("1 times");
    }

    @Test
    void a_short_history_is_said_to_be_too_short() {
        Choosing choosing = Choosing.of(shop(), 100);
        Verdict verdict = choosing.decide(
                List.of(),
                Optional.empty(),
                judgement -> {},
                Duration.ofSeconds(100),
                Clock.systemUTC(),
                Progress.SILENT);
        assertThat(choosing.horizon()).isEmpty();
        assertThat(verdict.complete()).isTrue();
        assertThat(verdict.kind()).isEmpty();
        assertThat(verdict.reason().english()).contains("120");
    }

    /** With a clock that ticks at each look, so that the budget is spent after so many cells. */
    private static Verdict decide(List<Judgement> before, List<Judgement> kept, int cells) {
        return Choosing.of(shop(), 400)
                .decide(
                        before,
                        Optional.empty(),
                        kept::add,
                        Duration.ofSeconds(cells + 1),
                        new TickingClock(),
                        Progress.SILENT);
    }

    private static PurchaseLog shop() {
        PurchaseLog.Collector log = new PurchaseLog.Collector();
        Random chance = new Random(4);
        for (int who = 0; who < 200; who++) {
            double at = chance.nextInt(150);
            double mean = 10 + 60 * chance.nextDouble();
            while (at < 400) {
                log.add(who, Math.floor(at), 10 + 20 * chance.nextDouble());
                at += chance.nextDouble() < 0.15 ? 1000 : 1 - mean * Math.log(1 - chance.nextDouble());
            }
        }
        return log.collected();
    }

    /** Each look at it comes a second after the one before. */
    private static final class TickingClock extends Clock {
        private long second;

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(second++);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
