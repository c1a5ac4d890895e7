package perennial.segmentation.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import perennial.kernel.InvalidInputException;
import perennial.kernel.Money;
import perennial.kernel.Words;
import perennial.segmentation.Segments.Segment;
import perennial.segmentation.UnknownSegmentException;

class GivenNameTest {
    private static final List<Segment> SEGMENTS = List.of(called("s1", "Loyal", "忠诚"), called("s2", "Quiet", "沉寂"));

    @Test
    void a_name_is_kept_without_the_blanks_around_it() {
        assertThat(GivenName.of(new Words(" Our friends ", "我们的朋友"), "s1", SEGMENTS))
                .isEqualTo(new Words("Our friends", "我们的朋友"));
    }

    @Test
    void a_segment_may_be_given_the_name_that_it_has() {
        assertThat(GivenName.of(new Words("Loyal", "忠诚"), "s1", SEGMENTS)).isEqualTo(new Words("Loyal", "忠诚"));
    }

    @Test
    void the_name_of_another_segment_is_refused_in_either_language() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> GivenName.of(new Words("quiet", "朋友"), "s1", SEGMENTS))
                .withMessageContaining("the segment s2 is called so");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> GivenName.of(new Words("Friends", "沉寂"), "s1", SEGMENTS))
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("nameZh"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "two\nlines"})
    void a_name_that_nobody_can_read_in_a_line_is_refused(String name) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> GivenName.of(new Words(name, "朋友"), "s1", SEGMENTS));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> GivenName.of(new Words("x".repeat(201), "朋友"), "s1", SEGMENTS));
    }

    @Test
    void a_segment_that_is_not_there_has_no_name() {
        assertThatExceptionOfType(UnknownSegmentException.class)
                .isThrownBy(() -> GivenName.of(new Words("Friends", "朋友"), "s3", SEGMENTS));
    }

    private static Segment called(String id, String english, String chinese) {
        return new Segment(
                id,
                new Words(english, chinese),
                10,
                0.5,
                new Money(100, Buyers.EURO),
                Optional.empty(),
                Map.of(),
                List.of());
    }
}
