package perennial.crmapi.wire;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A whole set, written page by page as it is read: memory holds one page, and no transaction stays open. Every page is
 * of the run that the first one is of.
 */
public final class Rows {
    private Rows() {}

    /** @param next what the next page is asked for with; empty where this is the last */
    public record Page<T>(List<T> items, Optional<String> next) {}

    /** The first rows of a set: as many pages as they take, the last one cut. */
    public static <T> Function<Optional<String>, Page<T>> first(int most, Function<Optional<String>, Page<T>> pages) {
        AtomicInteger left = new AtomicInteger(most);
        return cursor -> {
            Page<T> page = pages.apply(cursor);
            int room = left.getAndAdd(-page.items().size());
            return page.items().size() < room ? page : new Page<>(page.items().subList(0, room), Optional.empty());
        };
    }

    /** A form to write rows in. */
    @FunctionalInterface
    public interface Writer<T> {
        Sink<T> to(OutputStream output) throws IOException;
    }

    /** Takes rows one by one. */
    public interface Sink<T> {
        void add(T row) throws IOException;

        void flush() throws IOException;
    }

    /** The first page is read before anything is written, so that a wrong question is still refused. */
    public static <T> StreamingOutput stream(Function<Optional<String>, Page<T>> pages, Writer<T> writer) {
        Page<T> first = pages.apply(Optional.empty());
        return output -> {
            Sink<T> sink = writer.to(output);
            Page<T> page = first;
            while (true) {
                for (T row : page.items()) {
                    sink.add(row);
                }
                sink.flush();
                if (page.next().isEmpty()) {
                    return;
                }
                page = pages.apply(page.next());
            }
        };
    }
}
