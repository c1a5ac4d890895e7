package perennial.decisions.ejb;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads one page while the one before is worked on: pages are read beside each other and taken in their order, by the
 * caller, so that what is worked out of them does not depend on which was read first.
 */
final class ReadAhead<T> {
    /** Beside the one that is worked on; more would wait in memory for nothing. */
    private static final int AHEAD = 2;

    private final Executor executor;
    private final Consumer<T> taker;
    private final Deque<CompletableFuture<T>> pages = new ArrayDeque<>();

    ReadAhead(Executor executor, Consumer<T> taker) {
        this.executor = executor;
        this.taker = taker;
    }

    void add(Supplier<T> page) {
        pages.add(CompletableFuture.supplyAsync(page, executor));
        if (pages.size() > AHEAD) {
            take();
        }
    }

    /** Takes what is left; to be called when all are added. */
    void finish() {
        while (!pages.isEmpty()) {
            take();
        }
    }

    private void take() {
        try {
            taker.accept(pages.remove().join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
