package perennial.decisions.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private final List<Integer> taken = new ArrayList<>();

    @Test
    void pages_are_taken_in_their_order_whichever_was_read_first() {
        List<Runnable> waiting = new ArrayList<>();
        ReadAhead<Integer> pages = new ReadAhead<>(allAtOnceAndTheLastFirst(waiting), taken::add);
        IntStream.range(0, 9).forEach(page -> pages.add(() -> page));
        pages.finish();
        assertThat(taken).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void a_page_is_taken_only_when_others_are_being_read() {
        ReadAhead<Integer> pages = new ReadAhead<>(Runnable::run, taken::add);
        pages.add(() -> 1);
        pages.add(() -> 2);
        assertThat(taken).isEmpty();
        pages.add(() -> 3);
        assertThat(taken).containsExactly(1);
    }

    @Test
    void what_goes_wrong_while_reading_is_told_as_it_was_and_no_later_page_is_taken() {
        ReadAhead<Integer> pages = new ReadAhead<>(Runnable::run, taken::add);
        pages.add(() -> 1);
        pages.add(() -> {
            throw new IllegalStateException("the table is gone");
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> {
                    pages.add(() -> 3);
                    pages.finish();
                })
                .withMessage("the table is gone");
        assertThat(taken).containsExactly(1);
    }

    /** Begins with none before three are there. */
    private static Executor allAtOnceAndTheLastFirst(List<Runnable> waiting) {
        return work -> {
            waiting.add(work);
            if (waiting.size() > 2) {
                Collections.reverse(waiting);
                waiting.forEach(Runnable::run);
                waiting.clear();
            }
        };
    }
}
