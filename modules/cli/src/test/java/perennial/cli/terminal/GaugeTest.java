package perennial.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class GaugeTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void a_person_sees_one_line_that_is_drawn_anew() {
        Gauge gauge = gauge(true, 0);

        gauge.show("1 of 2");
        gauge.finish("done");

        assertThat(written.toString(UTF_8)).isEqualTo("\r1 of 2\u001b[K\r\u001b[Kdone" + System.lineSeparator());
    }

    @Test
    void a_file_gets_a_line_now_and_then_and_the_end() {
        Gauge gauge = gauge(false, 0, 1, 3, 3, 12, 14, 14);

        gauge.show("soon");
        gauge.show("after 3 s");
        gauge.show("soon again");
        gauge.show("after 14 s");
        gauge.finish("done");

        assertThat(written.toString(UTF_8).lines()).containsExactly("after 3 s", "after 14 s", "done");
    }

    private Gauge gauge(boolean isLive, long... seconds) {
        Iterator<Instant> clock =
                Arrays.stream(seconds).mapToObj(Instant::ofEpochSecond).toList().iterator();
        return new Gauge(new Screen(new PrintStream(written, true, UTF_8), isLive), clock::next);
    }
}
