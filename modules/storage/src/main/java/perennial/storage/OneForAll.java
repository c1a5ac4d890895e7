package perennial.storage;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Work that one does for all who ask for it: each returns when a run of it that began after asking has ended well, and
 * never are there two at a time.
 *
 * @param <E> what the work throws: to who did it, while the others do it again
 */
final class OneForAll<E extends Exception> {
    private final Work<E> work;
    /** Of who is at it; nobody waits for it but who does the next run. */
    private final Semaphore turn = new Semaphore(1);
    /** The run that has not begun yet, once somebody has asked for it: whether it ended well. */
    private Optional<CompletableFuture<Boolean>> next = Optional.empty();

    OneForAll(Work<E> work) {
        this.work = work;
    }

    @FunctionalInterface
    interface Work<E extends Exception> {
        void run() throws E;
    }

    void run() throws E {
        boolean isDone = false;
        while (!isDone) {
            CompletableFuture<Boolean> mine = new CompletableFuture<>();
            CompletableFuture<Boolean> shared = join(mine);
            if (shared == mine) {
                lead(mine);
                isDone = true;
            } else {
                isDone = shared.join();
            }
        }
    }

    /** The run that others have asked for already, else mine. */
    private synchronized CompletableFuture<Boolean> join(CompletableFuture<Boolean> mine) {
        CompletableFuture<Boolean> shared = next.orElse(mine);
        next = Optional.of(shared);
        return shared;
    }

    private void lead(CompletableFuture<Boolean> mine) throws E {
        boolean isWell = false;
        turn.acquireUninterruptibly();
        try {
            begin();
            work.run();
            isWell = true;
        } finally {
            turn.release(); // who does the next run is woken before all for whom this one was
            mine.complete(isWell);
        }
    }

    /** Whoever comes from now on asks for another run. */
    private synchronized void begin() {
        next = Optional.empty();
    }
}
