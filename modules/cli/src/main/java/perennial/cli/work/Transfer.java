package perennial.cli.work;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import perennial.cli.terminal.Figures;
import perennial.cli.terminal.Gauge;
import perennial.cli.terminal.Terminal;

/** Bytes on their way, and on the terminal how many of them there are. */
public final class Transfer extends FilterInputStream {
    private final Terminal terminal;
    private final Gauge gauge;
    private final Optional<Long> total;
    private long done;

    /** @param total of bytes; empty where nobody knows yet */
    public Transfer(InputStream from, Optional<Long> total, Terminal terminal) {
        super(from);
        this.terminal = terminal;
        this.gauge = terminal.gauge();
        this.total = total;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        moved(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        moved(Math.max(0, read));
        return read;
    }

    private void moved(int bytes) {
        done += bytes;
        Figures figures = terminal.figures();
        gauge.show("  "
                + (total.isPresent() ? figures.bar(done, total) + " " : "")
                + terminal.phrase("transfer.kilobytes", figures.count(done >> 10)));
    }

    /** Takes the line about it away. */
    public void end() {
        gauge.clear();
    }
}
