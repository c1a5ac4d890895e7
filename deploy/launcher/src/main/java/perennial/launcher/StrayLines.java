package perennial.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** What is printed past the log, by the server itself among others, becomes lines of it. */
final class StrayLines extends OutputStream {
    private final OutputStream log;
    private final JsonLines form = new JsonLines();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    private StrayLines(OutputStream log) {
        this.log = log;
    }

    static PrintStream into(OutputStream log) {
        return new PrintStream(new StrayLines(log), true, UTF_8);
    }

    @Override
    public synchronized void write(int sign) throws IOException {
        if (sign != '\n') {
            line.write(sign);
            return;
        }
        String text = line.toString(UTF_8).stripTrailing();
        line.reset();
        if (!text.isEmpty()) {
            LogRecord record = new LogRecord(Level.INFO, text);
            record.setLoggerName("printed");
            log.write((text.startsWith("{\"time\":") ? text + "\n" : form.format(record)).getBytes(UTF_8));
            log.flush();
        }
    }
}
