package perennial.decisions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RanksTest {
    private static final Ranks RANKS = Ranks.of(LongStream.of(30, 10, 20, 20));

    @Test
    void the_rank_is_the_share_of_lower_amounts() {
        assertThat(RANKS.below(10)).hasValue(0);
        assertThat(RANKS.below(20)).hasValue(0.25);
        assertThat(RANKS.below(30)).hasValue(0.75);
        assertThat(RANKS.below(31)).hasValue(1);
    }

    @Test
    void among_nobody_there_is_no_rank() {
        assertThat(Ranks.of(LongStream.empty()).below(10)).isEmpty();
    }
}
