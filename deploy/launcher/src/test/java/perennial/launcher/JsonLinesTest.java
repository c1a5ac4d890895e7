package perennial.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    @Test
    void a_record_is_one_line_of_json_with_its_signs_escaped() {
        LogRecord entry = entry("it said \"no\"\n\tand\u0001 {0} 不");
        entry.setParameters(new Object[] {"left"});

        assertThat(new JsonLines().format(entry))
                .isEqualTo("{\"time\":\"2026-11-25T10:00:00Z\",\"level\":\"WARNING\",\"logger\":\"perennial.Test\","
                        + "\"thread\":\"7\",\"message\":\"it said \\\"no\\\"\\n\\tand\\u0001 left 不\"}\n");
    }

    @Test
    void a_failure_is_told_with_its_causes_and_places() {
        LogRecord entry = entry("it broke");
        entry.setThrown(new IllegalStateException("outer", new IllegalArgumentException("inner")));

        assertThat(new JsonLines().format(entry))
                .contains("java.lang.IllegalStateException: outer\\n  at ")
                .contains("caused by: java.lang.IllegalArgumentException: inner")
                .contains("JsonLinesTest.java:")
                .hasLineCount(1);
    }

    @Test
    void what_a_database_says_of_a_row_is_left_out_and_its_state_is_told() {
        String row = "Key (customer_id)=(C-17) already exists";
        LogRecord entry = entry("it broke");
        entry.setThrown(new IllegalStateException("could not store: " + row, new SQLException(row, "23505")));

        assertThat(new JsonLines().format(entry))
                .doesNotContain("C-17")
                .contains("java.lang.IllegalStateException\\n  at ")
                .contains("java.sql.SQLException in SQL state 23505");
    }

    @Test
    void places_that_a_cause_shares_with_what_it_caused_are_told_once() {
        LogRecord entry = entry("it broke");
        entry.setThrown(new IllegalStateException(new IllegalArgumentException()));

        assertThat(new JsonLines().format(entry)).containsOnlyOnce("JsonLinesTest.places_that_a_cause");
    }

    @Test
    void what_is_said_again_within_a_minute_is_left_out_and_counted() {
        JsonLines lines = new JsonLines();
        assertThat(lines.format(failing("08001", 0))).contains("08001").doesNotContain("repeated");
        assertThat(lines.format(failing("08001", 30))).isEmpty();
        assertThat(lines.format(failing("53100", 31))).contains("53100");
        assertThat(lines.format(failing("08001", 59))).isEmpty();
        assertThat(lines.format(failing("08001", 60))).contains("08001").contains("\"repeated\":\"2\"");
        assertThat(lines.format(failing("08001", 119))).isEmpty();
    }

    @Test
    void what_is_printed_past_the_log_becomes_a_line_of_it() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream printed = StrayLines.into(log);
        printed.println("the server \"speaks\"");
        printed.println("{\"time\":\"now\"}");

        assertThat(log.toString(UTF_8).lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("{") && line.contains("\"message\":\"the server \\\"speaks\\\"\"}"))
                .contains("{\"time\":\"now\"}");
    }

    private static LogRecord failing(String state, int second) {
        LogRecord entry = entry("away");
        entry.setInstant(entry.getInstant().plusSeconds(second));
        entry.setThrown(new IllegalStateException(new SQLException("gone", state)));
        return entry;
    }

    private static LogRecord entry(String message) {
        LogRecord entry = new LogRecord(Level.WARNING, message);
        entry.setInstant(Instant.parse("2026-11-25T10:00:00Z"));
        entry.setLoggerName("perennial.Test");
        entry.setLongThreadID(7);
        return entry;
    }
}
