package perennial.segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import perennial.kernel.ConflictException;
import perennial.kernel.Run;
import perennial.kernel.Words;
import perennial.segmentation.SegmentationVersions.Deed;
import perennial.segmentation.SegmentationVersions.State;

class ChoiceTest {
    private static final Run NOW = new Run(3, Instant.parse("2025-06-02T00:00:00Z"));
    private static final Optional<Long> SECOND = Optional.of(2L);

    @Test
    void the_version_that_waits_can_be_chosen() {
        assertThatCode(() -> Choice.waiting(List.of(version(3, 2, Deed.Kind.PROPOSED)), NOW, SECOND, 3))
                .doesNotThrowAnyException();
    }

    @Test
    void one_that_was_decided_about_one_that_was_not_seen_and_none_at_all_are_conflicts() {
        assertThat(refusal(List.of(version(3, 2, Deed.Kind.REJECTED)), 3)).isEqualTo("version 3 is decided about");
        assertThat(refusal(List.of(version(3, 2, Deed.Kind.PROPOSED)), 1))
                .isEqualTo("not version 1 waits but version 3");
        assertThat(refusal(List.of(), 3)).isEqualTo("no version waits for a decision");
    }

    @Test
    void a_version_waits_until_it_is_decided_about_a_newer_run_is_in_force_or_another_version_is() {
        Decided proposed = version(3, 2, Deed.Kind.PROPOSED);
        assertThat(proposed.state(NOW, SECOND)).isEqualTo(State.PROPOSED);
        assertThat(proposed.state(new Run(4, NOW.asOf()), SECOND)).isEqualTo(State.REPLACED);
        assertThat(proposed.state(NOW, Optional.of(1L))).isEqualTo(State.REPLACED);
        assertThat(proposed.state(NOW, Optional.of(3L))).isEqualTo(State.LIVE);
        assertThat(version(3, 2, Deed.Kind.REJECTED).state(NOW, SECOND)).isEqualTo(State.REJECTED);
        assertThat(version(2, 1, Deed.Kind.APPROVED).state(NOW, SECOND)).isEqualTo(State.LIVE);
        assertThat(version(1, 0, Deed.Kind.WENT_LIVE).state(NOW, SECOND)).isEqualTo(State.REPLACED);
    }

    @Test
    void one_goes_back_to_the_version_before_from_the_one_that_one_saw_in_force() {
        Optional<Decided> live = Optional.of(version(3, 2, Deed.Kind.APPROVED));
        assertThat(Choice.before(live, 3)).isEqualTo(2);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> Choice.before(live, 2))
                .withMessage("not version 2 is in force but version 3");
        Optional<Decided> first = live.map(known -> new Decided(known.run(), Optional.empty(), 4, known.last()));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> Choice.before(first, 3))
                .withMessage("no version before the one in force is kept");
    }

    private static String refusal(List<Decided> versions, long chosen) {
        ConflictException refused =
                catchThrowableOfType(ConflictException.class, () -> Choice.waiting(versions, NOW, SECOND, chosen));
        return refused.reason(Locale.ENGLISH);
    }

    private static Decided version(long run, long before, Deed.Kind last) {
        return new Decided(
                new Run(run, NOW.asOf()),
                Optional.of(before),
                4,
                new Deed(last, NOW.asOf(), "anna", new Words("", "")));
    }
}
