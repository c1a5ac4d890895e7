package perennial.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    private Path directory;

    @Test
    void the_lines_that_speak_of_a_failure_are_told_without_frames_and_colours() throws IOException {
        ServerLog log = log("""
                [INFO] one thing after another
                [\u001b[1;91mSEVERE\u001b[0m] deployment failed
                java.sql.SQLException: no such database
                \tat perennial.Somewhere.method(Exception.java:1)
                [INFO] good bye
                """);

        assertThat(log.tellingLines())
                .containsExactly("[SEVERE] deployment failed", "java.sql.SQLException: no such database");
    }

    @Test
    void where_nothing_speaks_of_a_failure_the_end_is_told() throws IOException {
        assertThat(log("one\n\ntwo\n").tellingLines()).containsExactly("one", "two");
    }

    @Test
    void a_log_that_was_never_written_tells_nothing() {
        assertThat(new ServerLog(directory.resolve("nothing")).tellingLines()).isEmpty();
    }

    private ServerLog log(String text) throws IOException {
        return new ServerLog(Files.writeString(directory.resolve("server.log"), text));
    }
}
